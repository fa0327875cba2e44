import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isExact } from "../../../src/model/exact-number.ts";
import type { Json } from "../../../src/model/json.ts";
import { sqlTokens } from "../../../src/model/sql-tokens.ts";
import { cursorType } from "../../../src/sources/postgres/cursor/cursor-type.ts";
import { isForbidden } from "../../../src/sources/postgres/sql/forbidden-functions.ts";
import { parseArrayText } from "../../../src/sources/postgres/values/array-text.ts";
import { checkStatement } from "../../../src/sources/sql/statement.ts";

describe("[C15] a number is exact", () => {
  test.each([
    "0",
    "-0",
    "1.50",
    "0.1",
    "1e3",
    "100000000000000000000",
    "9007199254740992",
    "5e-324",
    "1.7976931348623157e308",
  ])("as %s", (text) => expect(isExact(text)).toBe(true));
  test.each([
    "9007199254740993",
    "0.1000000000000000055",
    "1e400",
    "1e-400",
    "123456789012345678901234567890",
    "3.14159265358979323846",
  ])("but not as %s", (text) => expect(isExact(text)).toBe(false));
  test("where JavaScript writes it again as it was", () => {
    const integers = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), integers, (number, integer) => {
        expect(isExact(String(number))).toBe(true);
        expect(isExact(String(integer))).toBe(String(Number(integer)) === String(integer));
      }),
    );
  });
});

test("the text of an array is read as it was written", () => {
  const write = (value: Json): string => {
    if (value === null) return "NULL";
    if (Array.isArray(value)) return `{${value.map(write).join(",")}}`;
    return `"${String(value).replace(/["\\]/g, "\\$&")}"`;
  };
  const element = fc.oneof(fc.string(), fc.constant(null));
  fc.assert(
    fc.property(fc.oneof(fc.array(element), fc.array(fc.array(element))), (array) => {
      expect(parseArrayText(write(array), ",", (text) => text)).toEqual(array);
    }),
  );
});

describe("the order of a cursor", () => {
  const isGreater = (oid: number, a: string, b: string): boolean | undefined =>
    cursorType({ kind: "scalar", oid, name: "" })?.isGreater(a, b);

  test("is that of the integers", () => {
    fc.assert(fc.property(fc.bigInt(), fc.bigInt(), (a, b) => isGreater(20, String(a), String(b)) === a > b));
  });
  test("is that of the decimals, whatever their length", () => {
    const decimal = fc.tuple(fc.bigInt(-1000n, 1000n), fc.integer({ min: 0, max: 4 }));
    const text = ([digits, scale]: readonly [bigint, number]): string => {
      const padded = String(digits < 0n ? -digits : digits).padStart(scale + 1, "0");
      const whole = padded.slice(0, padded.length - scale);
      return `${digits < 0n ? "-" : ""}${whole}${scale === 0 ? "" : `.${padded.slice(-scale)}`}`;
    };
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const scaled = ([digits, scale]: readonly [bigint, number]): bigint =>
          digits * 10n ** BigInt(4 - scale);
        expect(isGreater(1700, text(a), text(b))).toBe(scaled(a) > scaled(b));
      }),
    );
  });
  test("is that of time, over the eras and with any number of digits behind the second", () => {
    const ascending = [
      "4713-01-01 00:00:00+00 BC",
      "0044-03-15 12:00:00+00 BC",
      "0044-03-15 12:00:00.5+00 BC",
      "0001-12-31 23:59:59.999999+00 BC",
      "0001-01-01 00:00:00+00",
      "2026-03-01 10:00:00+00",
      "2026-03-01 10:00:00.000001+00",
      "2026-03-01 10:00:00.01+00",
      "2026-03-01 10:00:00.5+00",
      "2026-03-01 10:00:00.51+00",
      "9999-12-31 23:59:59.999999+00",
      "10000-01-01 00:00:00+00",
      "294276-12-31 23:59:59+00",
    ];
    for (const [i, a] of ascending.entries()) {
      for (const [j, b] of ascending.entries()) expect([a, b, isGreater(1184, a, b)]).toEqual([a, b, i > j]);
    }
  });
});

describe("[S19] SQL", () => {
  test("is cut into tokens without end or gap, whatever it is", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            "'",
            '"',
            "$$",
            "$a$",
            "--",
            "\n",
            "/*",
            "*/",
            "\\",
            "E'",
            'U&"',
            ";",
            "(",
            "set_config",
            " ",
            "1.5e3",
            "é",
            "$1",
          ),
        ),
        (parts) => {
          const sql = parts.join("");
          const starts = [...sqlTokens(sql)].map(({ start }) => start);
          expect(starts).toEqual([...new Set(starts)].toSorted((a, b) => a - b));
          expect(starts.every((start) => start < sql.length)).toBe(true);
        },
      ),
    );
  });
  test.each([
    ["select 1", "select 1"],
    ["select 1;", "select 1"],
    ["select 1 ; ; -- end", "select 1 "],
    ["select ';' -- ;", "select ';' -- ;"],
    ["select 'it''s; fine'", "select 'it''s; fine'"],
    ["select E'it\\'s; fine'", "select E'it\\'s; fine'"],
    ["select 'a\\'; ", "select 'a\\'"],
    ["select $f$ ; $$ ; $f$;", "select $f$ ; $$ ; $f$"],
    ["select $1;", "select $1"],
    ["select .5, 1.5e3, a.b from t", "select .5, 1.5e3, a.b from t"],
    ['select "a;""b";', 'select "a;""b"'],
    ["select 1 /* ; /* ; */ ; */ ;", "select 1 /* ; /* ; */ ; */ "],
    ["select set_config, 'set_config(' from t", "select set_config, 'set_config(' from t"],
  ])("%s is one statement", (sql, kept) => {
    expect(checkStatement({ sql, where: "the query" }).sql).toBe(kept);
  });
  test.each([
    ["", /holds no statement/],
    [" ; -- nothing", /holds no statement/],
    ["select 1; x", /more than one statement \(line 1, column 11\)/],
    ["select 'a'; 'b'", /more than one statement/],
    ["select 'a\\'; delete from t --'", /more than one statement/],
    ["select\n  SET_CONFIG\n(1)", /calls set_config, .*\(line 2, column 3\)/],
    ['select "lo_export" /* x */ (1)', /calls lo_export/],
    ["select dblink_connect('x')", /calls dblink_connect/],
    ["select pg_catalog.lo_export(1, 'x')", /calls lo_export/],
    ['select pg_catalog . "lo_export" (1)', /calls lo_export/],
    ["select '\0'", /NUL character \(line 1, column 9\)/],
  ])("%j is refused", (sql, message) => {
    expect(() => checkStatement({ sql, where: "the query" }, isForbidden)).toThrow(message);
  });
});
