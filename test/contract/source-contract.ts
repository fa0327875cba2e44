import { describe, expect, test } from "vitest";
import type { Row } from "../../src/model/row.ts";
import type { Source } from "../../src/model/source.ts";
import { Stop } from "../../src/model/stop.ts";

/** What a source is asked to hold. `broken`: its data breaks off behind the rows. */
export interface SourceTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly broken?: boolean;
}

/** What every source promises, whatever it reads. `makeSource` puts a table where the source finds it. */
export function sourceContract(name: string, makeSource: (table: SourceTable) => Promise<Source>): void {
  describe(`${name} as a source`, () => {
    test("yields every row once, in order, with its number from 1", async () => {
      const table = tableOf(2500);
      const rows = await readAll(await makeSource(table));
      expect(rows.map(({ data }) => ({ ...data }))).toEqual(objectsOf(table));
      expect(rows.map(({ position }) => position.row)).toEqual(rows.map((_, index) => index + 1));
    });

    test("yields arrays that are not empty, of no more than 1000 rows", async () => {
      const source = await makeSource(tableOf(2500));
      for await (const rows of source.read({ signal: new AbortController().signal })) {
        expect(rows.length).toBeGreaterThan(0);
        expect(rows.length).toBeLessThanOrEqual(1000);
      }
    });

    test("yields rows without a prototype, so that a column may bear any name", async () => {
      const rows = await readAll(
        await makeSource({ columns: ["constructor", "toString"], rows: [["a", "b"]] }),
      );
      expect(rows.map(({ data }) => Object.getPrototypeOf(data))).toEqual([null]);
      expect(rows.map(({ data }) => ({ ...data }))).toEqual([{ constructor: "a", toString: "b" }]);
    });

    test("[T8] yields plain JSON values: what else a driver has to give never gets to an expression", async () => {
      const rows = await readAll(await makeSource(tableOf(2500)));
      expect(rows.filter(({ data }) => !Object.values(data).every(isJson))).toEqual([]);
    });

    test("tells the names of its columns, which are those of its rows", async () => {
      const table = tableOf(2500);
      const source = await makeSource(table);
      const columns = await source.columns?.(new AbortController().signal);
      expect(columns?.map(({ name }) => name)).toEqual(table.columns);
      expect(Object.keys((await readAll(source))[0]?.data ?? {})).toEqual(table.columns);
    });

    test("says of every row where it stands, in a way that no other row does", async () => {
      const rows = await readAll(await makeSource(tableOf(2500)));
      const places = rows.map(({ position: { row, ...place } }) =>
        JSON.stringify(Object.keys(place).length > 0 ? place : row),
      );
      expect(new Set(places).size).toBe(2500);
    });

    test("starts over when it is read again, also while it is being read", async () => {
      const table = tableOf(3);
      const source = await makeSource(table);
      const [first, second] = await Promise.all([readAll(source), readAll(source)]);
      const third = await readAll(source);
      for (const rows of [first, second, third]) {
        expect(rows.map(({ data }) => ({ ...data }))).toEqual(objectsOf(table));
      }
    });

    test.each([0, 1])("yields %i rows where it holds as many", async (count) => {
      expect(await readAll(await makeSource(tableOf(count)))).toHaveLength(count);
    });

    test("keeps rows of many and of large values whole", async () => {
      const columns = Array.from({ length: 400 }, (_, index) => `column ${index}`);
      const table = { columns, rows: [columns.map((column) => column.repeat(20)), columns.map(() => "")] };
      const rows = await readAll(await makeSource(table));
      expect(rows.map(({ data }) => ({ ...data }))).toEqual(objectsOf(table));
    });

    test("keeps text as it is", async () => {
      const table = { columns: ["text"], rows: TEXTS.map((text) => [text]) };
      const rows = await readAll(await makeSource(table));
      expect(rows.map(({ data }) => data["text"])).toEqual(TEXTS);
    });

    test("throws a Stop of the environment where its data breaks off, and never ends quietly", async () => {
      const source = await makeSource({ ...tableOf(2500), broken: true });
      const error = await readAll(source).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(Stop);
      expect((error as Stop).kind).toBe("environment");
      expect((error as Stop).reason.fix).not.toBe("");
    });

    test("throws the signal's reason when it is aborted before the first row", async () => {
      const source = await makeSource(tableOf(3));
      const reason = new Error("enough");
      await expect(readAll(source, AbortSignal.abort(reason))).rejects.toBe(reason);
    });

    test("throws the signal's reason when it is aborted between rows", async () => {
      const source = await makeSource(tableOf(20_000));
      const abort = new AbortController();
      const reason = new Error("enough");
      const read = async (): Promise<void> => {
        for await (const _rows of source.read({ signal: abort.signal })) abort.abort(reason);
      };
      await expect(read()).rejects.toBe(reason);
    });

    test("may be left in the middle", async () => {
      const source = await makeSource(tableOf(20_000));
      for await (const rows of source.read({ signal: new AbortController().signal })) {
        expect(rows.length).toBeGreaterThan(0);
        break;
      }
      expect(await readAll(source)).toHaveLength(20_000);
    });
  });
}

export async function readAll(
  source: Source,
  signal: AbortSignal = new AbortController().signal,
): Promise<readonly Row[]> {
  const all: Row[] = [];
  for await (const rows of source.read({ signal })) all.push(...rows);
  return all;
}

const TEXTS = [
  "",
  " a ",
  'say "hi"',
  "a,b;c\td",
  "line\nend",
  "1e5",
  "ümläut €",
  "日本語 😀",
  "‮right",
  "null",
];

function tableOf(count: number): SourceTable {
  const rows = Array.from({ length: count }, (_, index) => [
    `id${index}`,
    `name ${index}`,
    String(index / 4),
  ]);
  return { columns: ["id", "name", "amount"], rows };
}

function objectsOf({ columns, rows }: SourceTable): readonly Record<string, string>[] {
  return rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? ""])));
}

function isJson(value: unknown): boolean {
  if (value === null || typeof value === "string" || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isJson);
  if (typeof value !== "object") return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype === null || prototype === Object.prototype) && Object.values(value).every(isJson);
}
