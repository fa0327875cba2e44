import { TextDecoder } from "node:util";
import type { Json } from "../../model/json.ts";
import type { Row } from "../../model/row.ts";
import { Stop } from "../../model/stop.ts";

/** The storage class and the value of each column, in turn; texts as their bytes. */
export type RawRow = readonly (string | number | bigint | Uint8Array | null)[];

/** `first`: number of the first of these rows, from 1. Throws a Stop that names the column and the row, and not the value. */
export type BuildRows = (raw: readonly RawRow[], first: number) => readonly Row[];

/** `encoding`: of the database's texts, as `PRAGMA encoding` says it. */
export function rowBuilder(names: readonly string[], encoding: string): BuildRows {
  const decoder = new TextDecoder(encoding.toLowerCase(), { fatal: true, ignoreBOM: true });
  return (raw, first) =>
    raw.map((values, offset) => {
      const row = first + offset;
      const data: Record<string, Json> = {};
      const nonFinite: string[] = [];
      for (const [index, name] of names.entries()) {
        const place = `Row ${row} of the query holds, in the column "${name}",`;
        const value = convert(values[index * 2] as string, values[index * 2 + 1] ?? null, decoder, place);
        data[name] = typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
        if (typeof value === "number" && !Number.isFinite(value)) nonFinite.push(name);
      }
      const built = { position: { row }, data: Object.setPrototypeOf(data, null) };
      return nonFinite.length === 0 ? built : { ...built, nonFinite };
    });
}

function convert(
  storage: string,
  value: RawRow[number],
  decoder: TextDecoder,
  place: string,
): string | number | null {
  // The driver cuts a text at its first NUL and mends bytes that are no text: so they are decoded here.
  if (storage === "text") {
    try {
      return decoder.decode(value as Uint8Array);
    } catch (cause) {
      throw new Stop("value-unreadable", `${place} a text whose bytes are no text.`, {
        fix: "mend it in the database, or write hex(column) in the query",
        cause,
      });
    }
  }
  if (value instanceof Uint8Array) {
    throw new Stop("value-unreadable", `${place} bytes (a blob), which no field of Planhat takes.`, {
      fix: "leave the column out, or write hex(column) in the query; for a text, CAST(column AS TEXT)",
    });
  }
  // Beyond ±(2^53 − 1) a whole number stays text: as a number it would be another.
  if (typeof value === "bigint") {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  }
  return value;
}
