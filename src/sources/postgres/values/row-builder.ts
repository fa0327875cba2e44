import type { Json } from "../../../model/json.ts";
import type { Row } from "../../../model/row.ts";
import { Stop } from "../../../model/stop.ts";
import type { RawRow } from "../portal.ts";
import type { PgColumn } from "./column-types.ts";
import { ConversionError, type Convert, converterOf } from "./convert.ts";
import { holdsNonFinite, mayBeNonFinite } from "./non-finite.ts";

/** `first`: number of the first of these rows, from 1. Throws a Stop that names the column and the row, and not the value. */
export type BuildRows = (raw: readonly RawRow[], first: number) => readonly Row[];

/** `checksText`: whether the server vouches that its text is text. */
export function rowBuilder(columns: readonly PgColumn[], checksText: boolean): BuildRows {
  const names = columns.map(({ name }) => name);
  const converters = columns.map(({ type }) => (checksText ? converterOf(type) : guarded(converterOf(type))));
  const unbounded = columns.filter(({ type }) => mayBeNonFinite(type)).map(({ name }) => name);
  return (raw, first) =>
    raw.map((texts, offset) => {
      const row = first + offset;
      const data: Record<string, Json> = {};
      for (let index = 0; index < names.length; index++) {
        const text = texts[index] ?? null;
        const convert = converters[index];
        data[names[index] ?? ""] =
          text === null || convert === undefined ? text : convertAt(convert, text, names[index] ?? "", row);
      }
      const nonFinite = unbounded.filter((name) => holdsNonFinite(data[name] ?? null));
      // Taking the prototype away at the end keeps the rows in V8's fast form; an object born without one is a slow map.
      const built = { position: { row }, data: Object.setPrototypeOf(data, null) };
      return nonFinite.length === 0 ? built : { ...built, nonFinite };
    });
}

function convertAt(convert: Convert, text: string, column: string, row: number): Json {
  try {
    return convert(text);
  } catch (cause) {
    if (!(cause instanceof ConversionError)) throw cause;
    throw new Stop(
      "value-unreadable",
      `The column "${column}" holds a value that ${cause.message} (row ${row}).`,
      {
        fix: cause.fix ?? "cast the column to text in the query, or leave such rows out",
        cause,
      },
    );
  }
}

/** A database in SQL_ASCII holds bytes of any encoding, and the driver puts U+FFFD where they are no UTF-8. */
function guarded(convert: Convert | undefined): Convert {
  return (text) => {
    if (text.includes("�"))
      throw new ConversionError("may not be UTF-8, which a database in SQL_ASCII does not check");
    return convert === undefined ? text : convert(text);
  };
}
