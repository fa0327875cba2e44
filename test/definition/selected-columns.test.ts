import fc from "fast-check";
import { expect, test } from "vitest";
import { selectedColumns } from "../../src/model/selected-columns.ts";

test.each<[string, readonly string[] | undefined]>([
  ["SELECT a FROM t", ["a"]],
  ["select A, b from t", ["a", "b"]],
  ['select "A", t."b c" from t', ["A", "b c"]],
  ["select t.a, s.t.b from t", ["a", "b"]],
  ["select sum(x) AS total, count(*) as n from t", ["total", "n"]],
  ["select a, (select max(b) from u) as b from t where c = 1", ["a", "b"]],
  ["with x as (select 1 as one) select a, b from x", ["a", "b"]],
  ["with x as (delete from t returning a) select a from x", ["a"]],
  ["select distinct a from t", ["a"]],
  ["select a::text as a, extract(year from b) as year from t", ["a", "year"]],
  ["select a from t union select b from u", ["a"]],
  ["select 'from' as a, $$ , $$ as b from t -- , c", ["a", "b"]],
  ["select 1 as one", ["one"]],
  ["select * from t", undefined],
  ["select a, t.* from t", undefined],
  ["select a::text from t", undefined],
  ["select lower(a) from t", undefined],
  ["select a b from t", undefined],
  ["select a + b from t", undefined],
  ["select distinct on (a) a, b from t", undefined],
  ["select true from t", undefined],
  ["table t", undefined],
  ["values (1)", undefined],
  ["delete from t returning a", undefined],
  ["", undefined],
])("the columns of %j are %j", (sql, columns) => {
  expect(selectedColumns(sql)).toEqual(columns);
});

test("whatever is written, names come out or nothing", () => {
  const part = fc.constantFrom(
    "select",
    "a",
    ",",
    "(",
    ")",
    "from",
    "as",
    "'x'",
    '"y"',
    ";",
    "*",
    ".",
    "with",
    " ",
  );
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const columns = selectedColumns(parts.join(" "));
      expect(columns === undefined || columns.every((name) => name !== "")).toBe(true);
    }),
  );
});
