import fc from "fast-check";
import jsonata from "jsonata";
import { describe, expect, test } from "vitest";
import { compileExpression } from "../../src/expression/compile-expression.ts";
import { parseExpression } from "../../src/expression/parse-expression.ts";
import type { CompiledExpression, ExpressionProblem } from "../../src/model/expression.ts";
import { EvaluationError } from "../../src/model/expression.ts";
import type { Json } from "../../src/model/json.ts";

const RUN_START = Date.UTC(2024, 1, 29, 12, 30, 15, 123);

function compiled(text: string): CompiledExpression {
  const result = compileExpression(text);
  if (!result.ok) throw new Error(`${text}: ${result.problems.map(({ message }) => message).join(" ")}`);
  return result.expression;
}

function evaluate(text: string, row: Json = {}): unknown {
  return compiled(text).evaluate(row, { runStart: RUN_START });
}

function problems(text: string): readonly ExpressionProblem[] {
  return compileExpression(text).problems;
}

async function errorOf(text: string, row: Json = {}): Promise<EvaluationError> {
  try {
    await evaluate(text, row);
  } catch (error) {
    expect(error).toBeInstanceOf(EvaluationError);
    return error as EvaluationError;
  }
  throw new Error(`${text} did not fail`);
}

describe("field mappings", () => {
  test.each<[string, Json, unknown]>([
    ["account_id", { account_id: "a1" }, "a1"],
    ["account_id", {}, undefined],
    ["a", { a: null }, null],
    ["$trim(name)", { name: "  Acme   Ltd " }, "Acme Ltd"],
    ["$number(mrr)", { mrr: "10.50" }, 10.5],
    ["$number(mrr)", {}, undefined],
    ['tier = "ent" ? "Enterprise" : "Growth"', { tier: "ent" }, "Enterprise"],
    ['tier = "ent" ? "Enterprise"', { tier: "x" }, undefined],
    ['first & " " & last', { first: "A" }, "A "],
    ["1 + 2 * 3 - 4 / 8 % 3", {}, 6.5],
    ["a + b", { a: 1 }, undefined],
    ["0.1 + 0.2", {}, 0.30000000000000004],
    ['"" & (0.1 + 0.2)', {}, "0.3"],
    ["-0", {}, 0],
    ['plan in ["pro", "ent"]', { plan: "pro" }, true],
    ['a ?? "none"', { a: "" }, ""],
    ['a ?: "none"', { a: "" }, "none"],
    ["`First Name`", { "First Name": "Ada" }, "Ada"],
    ["tags[0]", { tags: ["x", "y"] }, "x"],
    ["tags[-1]", { tags: ["x", "y"] }, "y"],
    ["tags[$$.n]", { tags: ["x", "y", "z"], n: -2 }, "y"],
    ["tags[[0, -1]]", { tags: ["x", "y", "z"] }, ["x", "z"]],
    ["tags[1.9]", { tags: ["x", "y", "z"] }, "y"],
    ["tags[]", { tags: "x" }, ["x"]],
    ["tags", { tags: ["x"] }, ["x"]],
    ["people.name", { people: [{ name: "A" }] }, "A"],
    ["people.name", { people: [{ name: "A" }, { name: "B" }] }, ["A", "B"]],
    [
      "people[age > 30].name",
      {
        people: [
          { name: "A", age: 31 },
          { name: "B", age: 30 },
        ],
      },
      "A",
    ],
    [
      "people^(>age).name",
      {
        people: [
          { name: "A", age: 1 },
          { name: "B", age: 2 },
        ],
      },
      ["B", "A"],
    ],
    [
      "$sum(lines.(price * count))",
      {
        lines: [
          { price: 2, count: 3 },
          { price: 1, count: 1 },
        ],
      },
      7,
    ],
    [
      "lines{sku: $sum(n)}",
      {
        lines: [
          { sku: "b", n: 1 },
          { sku: "b", n: 2 },
          { sku: "a", n: 4 },
        ],
      },
      { b: 3, a: 4 },
    ],
    ['($domain := $substringAfter(email, "@"); $lowercase($domain))', { email: "A@B.C" }, "b.c"],
    ['$split(list, ",") ~> $map(function($v){ $trim($v) })', { list: "a, b" }, ["a", "b"]],
    ['$replace(phone, /[^0-9+]/, "")', { phone: "+49 (30) 1" }, "+49301"],
    ['$replace(name, /(\\w+) (\\w+)/, "$2 $1")', { name: "Ada Lovelace" }, "Lovelace Ada"],
    ["$match(text, /a(b)?/).groups[0]", { text: "ab" }, "b"],
    ["$match(text, /a(b)?/)", { text: "a" }, { match: "a", index: 0, groups: [null] }],
    ['$toMillis("2024-02-29") / 86400000', {}, 19782],
    ['$fromMillis(0, "[Y0001]-[M01]-[D01]")', {}, "1970-01-01"],
    ['$formatNumber(1234.5, "#,##0.00")', {}, "1,234.50"],
    ['{"a": a, "b": b}', { a: 1 }, { a: 1 }],
    ["[a, b, [c]]", { a: 1, c: [2] }, [1, [2]]],
    ["$reduce([1..5], function($a, $b){ $a * $b })", {}, 120],
    ["($f := function($n){ $n < 2 ? $n : $f($n - 1) + $f($n - 2) }; $f(15))", {}, 610],
    ["($f := function($n, $s){ $n = 0 ? $s : $f($n - 1, $s + $n) }; $f(20000, 0))", {}, 200010000],
    ["$$.a & b.$$.a", { a: "x", b: {} }, "xx"],
    ["*", { a: 1, b: [2, 3] }, [1, 2, 3]],
    ["$", [1, 2], [1, 2]],
    ["a", [{ a: 1 }, { a: 2 }], [1, 2]],
  ])("%s over %j gives %j", (text, row, expected) => {
    expect(evaluate(text, row)).toEqual(expected);
  });

  test.each<[string, Json, unknown]>([
    ["people#$i.($i & name)", { people: [{ name: "A" }, { name: "B" }] }, ["0A", "1B"]],
    ["people[old]#$i.($i & name)", { people: [{ name: "A" }, { name: "B", old: true }] }, "0B"],
    ["people#$i[$i = 1].name", { people: [{ name: "A" }, { name: "B" }] }, "B"],
    ["people@$p.$p.name", { people: [{ name: "A" }] }, "A"],
    [
      "orders@$o.customers@$c[$o.by = $c.id].[$o.no, $c.name]",
      {
        orders: [
          { no: 1, by: "x" },
          { no: 2, by: "y" },
        ],
        customers: [{ id: "y", name: "Y" }],
      },
      [2, "Y"],
    ],
    [
      "orders#$i.lines{sku: [$i, n]}",
      {
        orders: [
          { lines: [{ sku: "a", n: 1 }] },
          {
            lines: [
              { sku: "a", n: 2 },
              { sku: "b", n: 3 },
            ],
          },
        ],
      },
      { a: [0, 1, 1, 2], b: [1, 3] },
    ],
    ["orders.lines.{'n': n, 'no': %.no}", { orders: [{ no: 7, lines: [{ n: 1 }] }] }, { n: 1, no: 7 }],
    ["a.b.%.c", { a: { b: 1, c: 2 } }, 2],
    ["a.(b).(c).%.%.d", { a: { b: { c: 1 }, d: 2 } }, 2],
    ["$^(>n)#$i.[$i, n]", [{ n: 1 }, { n: 2 }], [0, 2, 1, 1]],
    ['$ ~> |a|{"b": 2}|', { a: { b: 1 } }, { a: { b: 2 } }],
    [
      '$ ~> |list[n > 1]|{"big": true}, "n"|',
      { list: [{ n: 1 }, { n: 2 }] },
      { list: [{ n: 1 }, { big: true }] },
    ],
    ['($first := $substring(?, 0, 1); $first("xyz"))', {}, "x"],
    ["($add := function($a, $b){ $a + $b }; $map([1, 2], $add(?, 10)))", {}, [11, 12]],
    ["($f := function($a, $b, $c){ [$a, $b, $c] }; $g := $f(?, 2, ?); $g(?, 3)(1))", {}, [1, 2, 3]],
    ["($ceil ~> $string)($map(a, $keys))", { a: "x" }, undefined],
    ["($f := function($x, $y){ $x = $y }; $f($trim, $trim))", {}, true],
    ["[$x := 1, 2]", {}, [1, 2]],
    ["([$x := 1]; $x)", {}, 1],
  ])("%s over %j gives %j", (text, row, expected) => {
    expect(evaluate(text, row)).toEqual(expected);
  });
});

describe("a column that a row lacks", () => {
  test.each([
    "constructor",
    "toString",
    "hasOwnProperty",
    "`__proto__`",
    "a.constructor",
    "length",
    "a.length",
  ])("has no value, also where it is named %s", (text) => {
    expect(evaluate(text, { a: "x" })).toBeUndefined();
    expect(evaluate(text, Object.assign(Object.create(null), { a: ["x"] }))).toBeUndefined();
  });

  test("has its value where it is there", () => {
    expect(evaluate("constructor & toString", { constructor: "a", toString: "b" })).toBe("ab");
  });
});

describe("failures", () => {
  test.each<[string, Json, string, number | undefined]>([
    ['"x" + a', { a: 1 }, "T2001", 4],
    ["a * b", { a: 1, b: "2" }, "T2002", 2],
    ["a < b", { a: 1, b: "2" }, "T2009", 2],
    ["a > true", { a: 1 }, "T2010", 2],
    ["-a", { a: "x" }, "D1002", 0],
    ["$number(a)", { a: "1,5" }, "D3030", undefined],
    ["$trim(a)", { a: 1 }, "T0410", undefined],
    ["$sum(a)", { a: ["1"] }, "T0412", undefined],
    ["{a: 1}", { a: 1 }, "T1003", undefined],
    ['{"a": 1, "a": 2}', {}, "D1009", undefined],
    ["$sqrt(-1)", {}, "D3060", undefined],
    ['$toMillis("29.02.2024")', {}, "D3110", undefined],
    ['$error("no good")', {}, "D3137", undefined],
    ['$assert(false, "no good")', {}, "D3141", undefined],
    ["$sort([1, 'a'])", {}, "D3070", undefined],
    ['$match("a", /x*/)', {}, "D1004", undefined],
    ["1 / 0", {}, "D1001", undefined],
    ["0 / 0", {}, "D1001", undefined],
    ["[1 / 0]", {}, "D1001", undefined],
    ['$number("1" & $pad("", 400, "0"))', {}, "D3030", undefined],
  ])("%s over %j is an error with jsonata's code %s", async (text, row, code, offset) => {
    const error = await errorOf(text, row);
    expect(error.code).toBe(code);
    if (offset !== undefined) expect(error.offset).toBe(offset);
  });

  test("say what to do, and nothing of the data but in the detail", async () => {
    const { reason } = await errorOf("$number(a)", { a: "Jane Doe" });
    expect(reason.what).not.toContain("Jane");
    expect(reason.detail).toBe('It was given "Jane Doe".');
    expect(reason.fix).not.toContain("Jane");
  });

  test("along a path that carries variables look the same", async () => {
    const error = await errorOf("(a#$i)[0] + 1", { a: "x" });
    expect(error.code).toBe("T2001");
    expect(error.message).toMatch(/^The left side of \+ is not a number\./);
  });

  test.each(["$sum", "function($x){ $x }", "/a/", "[$sum]", '{"f": $sum}', "a#$i.function(){1}"])(
    "[T3] refuse the function that %s results in",
    async (text) => {
      expect((await errorOf(text, { a: 1 })).code).toBe("result-is-function");
    },
  );

  test("[T15, C10] refuse the key __proto__ in a result, wherever it comes from", async () => {
    for (const text of ['{"__proto__": 1}', '$merge([{"__proto__": 1}])', '{"a": {"__proto__": {"b": 1}}}']) {
      expect((await errorOf(text)).code).toBe("result-key");
    }
    expect((await errorOf("$", JSON.parse('{"a":[{"__proto__":1}]}'))).code).toBe("result-key");
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain("b");
  });
});

describe("results", () => {
  test("[T14] are plain JSON without marks, prototypes of their own or undefined elements", () => {
    const row = Object.assign(Object.create(null), { a: [{ b: [1] }, { b: [2, 3] }] });
    for (const text of [
      "a.b",
      "$",
      '{"x": a.b, "y": c}',
      "$spread(a)",
      "[a.b, c]",
      "$distinct(a.b)",
      "a{'k': b}",
    ]) {
      const result = evaluate(text, row);
      expect(result).toStrictEqual(JSON.parse(JSON.stringify(result)));
      expect(Reflect.ownKeys(evaluate("a.b", row) as object)).toEqual(["0", "1", "2", "length"]);
    }
  });

  test("leave the row as it was", () => {
    const row = { a: [], b: [{ c: 2 }, { c: 1 }], d: ["x"] };
    const before = structuredClone(row);
    for (const text of [
      "a{'k': $}",
      "b^(c)",
      "d[]",
      "a[]",
      "$append(a, b)",
      "$sort(b.c)",
      "$reverse(d)",
      "$$[]",
      "$.d[]",
    ]) {
      evaluate(text, row);
    }
    expect(row).toStrictEqual(before);
    expect(Reflect.ownKeys(row.d)).toEqual(["0", "length"]);
  });
});

describe("time", () => {
  test.each([
    ["$now()", "2024-02-29T12:30:15.123Z"],
    ["$millis()", RUN_START],
    ['$now("[D01].[M01].[Y]")', "29.02.2024"],
    ['$now("[H01]:[m01]", "+0200")', "14:30"],
    ['$toMillis("10:00", "[H]:[m]")', Date.UTC(2024, 1, 29, 10)],
    ["$map([1, 2], function(){ $millis() })", [RUN_START, RUN_START]],
  ])("[T12] %s is the start of the run", async (text, expected) => {
    expect(await evaluate(text)).toEqual(expected);
    expect(evaluate(`(a#$i; ${text})`)).toEqual(expected);
  });

  test("[S17, T7, C16] without a zone is UTC, wherever the machine stands", () => {
    expect(evaluate('$toMillis("2024-06-01T10:00:00")')).toBe(Date.UTC(2024, 5, 1, 10));
    expect(evaluate('$toMillis("2024-06-01T10:00:00.5")')).toBe(Date.UTC(2024, 5, 1, 10, 0, 0, 500));
    expect(evaluate('$toMillis("2024-06-01T10:00:00+02:00")')).toBe(Date.UTC(2024, 5, 1, 8));
  });

  test.each(["2024-02-30", "2023-02-29T00:00:00Z", "2024-13-01", "2024-04-31"])(
    "%s, a day that does not exist, is an error and not another day",
    async (text) => {
      expect((await errorOf("$toMillis(a)", { a: text })).code).toBe("D3110");
    },
  );
});

describe("[T1] evaluated for many rows at once", () => {
  test.each([
    "$$.a & $map([1], function($v){ $$.a })",
    "($x := a; b.($x & $$.a))",
    "(b#$i; $$.a & $string(b.($$.a)))",
  ])("%s gives every row its own result", async (text) => {
    const expression = compiled(text);
    const rows = Array.from({ length: 100 }, (_, index) => ({ a: `r${index}`, b: { a: index } }));
    const together = await Promise.all(rows.map((row) => expression.evaluate(row, { runStart: RUN_START })));
    const alone = [];
    for (const row of rows) alone.push(await compiled(text).evaluate(row, { runStart: RUN_START }));
    expect(together).toEqual(alone);
    expect(new Set(together.map((result) => JSON.stringify(result))).size).toBe(rows.length);
  });
});

describe("[T9] limits", () => {
  test.each([
    ['$pad("x", 100000000)', "text-too-long"],
    ['($f := function($s, $n){ $n = 0 ? $s : $f($s & $s, $n - 1) }; $f("xxxxxxxx", 30))', "text-too-long"],
    ['$join($map([1..2000], function($i){ $pad("", 1000, "x") }))', "text-too-long"],
    ['$replace($pad("", 100000, "x"), "x", "yyyyyyyyyyyyyyyyyyyy")', "text-too-long"],
    ["[1..10000000]", "D2015"],
    ["[1..1000000].[1..1000000]", "D1012"],
    ["($f := function(){ $f() }; $f())", "D1012"],
    ["($f := function($n){ 1 + $f($n) }; $f(1))", "D1011"],
    ["($d := function($v, $n){ $n = 0 ? $v : $d([[$v], [$v]], $n - 1) }; $d(1, 40))", "result-too-large"],
    [
      "($d := function($v, $n){ $n = 0 ? $string($v) : $d([[$v], [$v]], $n - 1) }; $d(1, 40))",
      "text-too-long",
    ],
    [
      "($d := function($v, $n){ $n = 0 ? $v = $v & '' : $d([[$v], [$v]], $n - 1) }; $d(1, 60))",
      "text-too-long",
    ],
    ['$match($pad("", 30000, " "), /\\s+$/)', "regex-text-too-long"],
    ['($a := a#$i; $match($pad("", 30000, " "), /\\s+$/))', "regex-text-too-long"],
    ['($a := a#$i; $pad("x", 100000000))', "text-too-long"],
    ["($a := a#$i; $f := function($n){ 1 + $f($n) }; $f(1))", "D1011"],
  ])("stop %s with %s", async (text, code) => {
    expect((await errorOf(text)).code).toBe(code);
  });

  test("leave long lists alone", () => {
    expect(evaluate("$max([1..300000]) + $count($distinct([1..20000]))")).toBe(320000);
    expect(evaluate("$sum($sort([1..20000], function($a, $b){ $a < $b })[[0..1]])")).toBe(39999);
  });
});

describe("[T6] the ends of a range", () => {
  const LAST = Number.MAX_SAFE_INTEGER;

  test.each<[string, Json, unknown]>([
    ["[a..b]", { a: LAST - 2, b: LAST }, [LAST - 2, LAST - 1, LAST]],
    ["[a..b]", { a: -LAST, b: 1 - LAST }, [-LAST, 1 - LAST]],
    ["[a..b]", { a: 2 ** 53, b: 5 }, []],
    ["[a..b]", { a: -0, b: 0 }, [0]],
  ])("%s over %j are as exact as the numbers", (text, row, expected) => {
    expect(evaluate(text, row)).toEqual(expected);
  });

  test.each<[string, Json]>([
    ["[a..b]", { a: 2 ** 53, b: 2 ** 53 + 2 }],
    ["[a..b]", { a: 2 ** 53 - 1, b: 2 ** 53 }],
    ["[a..b]", { a: -(2 ** 53), b: 5 - 2 ** 53 }],
    ["[a..b]", { a: 1e300, b: 1e300 }],
    ["[1..a]", { a: 1e21 }],
    ["[a..b]#$i.$", { a: 2 ** 53, b: 2 ** 53 + 2 }],
    ["$map([a..b], $string(?))", { a: 2 ** 53, b: 2 ** 53 }],
    ["$sum($ ~> |$|{'n': [$$.a..$$.b]}| ~> $lookup(?, 'n'))", { a: 2 ** 53, b: 2 ** 60 }],
    ["[$number(a)..$number(a) + 1]", { a: "9007199254740993" }],
  ])("%s over %j are refused beyond 2^53, where counting never arrives", async (text, row) => {
    expect((await errorOf(text, row)).code).toBe("range-end");
  });
});

test.each<[string, Json]>([
  ["($x := $pad(?, [function(){ 1 }]); $x('a'))", {}],
  ["($x := $join(?, ','); $x(['a', $trim]))", {}],
  ["$map(list, $round(?, 1))", { list: ["1.25"] }],
  ["($n := $count(?); $n('abc'))", {}],
  ["(5 ~> $map(?, $string))", {}],
])("%s is an error: JSONata checks no argument of a partial application", async (text, row) => {
  expect((await errorOf(text, row)).code).toMatch(/^T041[02]$/);
});

describe("[T13] no row is changed", () => {
  const row = { id: "1", items: [], lines: [{ sku: "a", n: [] }, { sku: "b" }], none: null, deep: [[[]]] };

  test.each([
    "items{sku: $map(lines, $round(?, 1))}",
    "items.{'k': $}",
    "deep[0][0]{'k': $}",
    "lines#$i.n{'k': $i}",
    "lines@$l.items{$l.sku: $l}",
    "lines.n.%.{'sku': sku}",
    "$ ~> |lines|{'n': 1}, 'sku'|",
    "$map(lines, |n|{'x': 1}|)",
    "lines^(>sku)#$i[0].{'i': $i}",
    "($g := function($a, $b){ $a{'k': $b} }; $h := $g(?, 1); $h(items))",
  ])("by %s", (text) => {
    const before = JSON.stringify(row);
    const first = evaluate(text, row);
    expect(JSON.stringify(row)).toBe(before);
    expect(evaluate(text, row)).toEqual(first);
  });

  test.each([
    "$ ~> |$$.lines|{'n': 1}|",
    "$map(lines, |$$|{'id': 'x'}|)",
    "($x := {'a': 1}; $ ~> |$x|{'b': 2}|; $x)",
  ])("not by %s either, which would change what is outside of its value", async (text) => {
    expect((await errorOf(text, row)).code).toBe("transform-outside");
  });
});

describe("[T10] every evaluation ends", () => {
  const TWICE = "$d := function($v, $n){ $n = 0 ? $v : $d([[$v], [$v]], $n - 1) }";
  const row = {
    text: "x".repeat(100_000),
    list: Array.from({ length: 1000 }, (_, index) => ({ a: index })),
    zero: 0,
    digits: "1".repeat(900),
  };

  test.each([
    // The same list in itself, forty times over.
    [`(${TWICE}; $count($d({"a": 1}, 40).a))`, "D2015"],
    [`(${TWICE}; $d([], 40) ? 1 : 2)`, "D1012"],
    [`(${TWICE}; $keys($d({"a": 1}, 40)))`, "D1012"],
    [`(${TWICE}; $spread($d({"a": 1}, 40)))`, "D1012"],
    [`(${TWICE}; {"x": $d({"a": 1}, 40)}.*)`, "D2015"],
    [`(${TWICE}; $lookup($d({"a": 1}, 40), "a"))`, "D2015"],
    [`(${TWICE}; $d({"a": 1}, 40) = $d({"a": 1}, 40))`, "D1012"],
    // Long texts and lists, again and again.
    ["$map([1..1000000], function(){ $uppercase(text) })", "D1012"],
    ["$map([1..1000000], function(){ $length(text) })", "D1012"],
    ["$map([1..1000000], function(){ $contains(text, /y/) })", "D1012"],
    ["$map([1..1000000], function(){ text & 'a' < text & 'b' })", "D1012"],
    ["$map([1..1000000], function(){ $distinct(list.a) })", "D1012"],
    ["$map([1..1000000], function(){ list#$i.($i + a) })", "D1012"],
    ["$map([1..1000000], function(){ list.a.%.a })", "D1012"],
    ["$map([1..1000000], function(){ $ ~> |list|{'b': 1}| })", "D1012"],
    ["($first := $substring(?, 0); $map([1..1000000], function(){ $first(text) }))", "D1012"],
    [`$map([1..1000000], function(){ ${"zero + ".repeat(2000)}1 })`, "D1012"],
    [`$map([1..1000000], function(){ ${"zero = 1 ? 1 : ".repeat(1000)}1 })`, "D1012"],
    // Functions that count with a number that is none.
    ['$formatNumber(1 / zero, "0.0e0")', "D1001"],
    ['$formatInteger(1 / zero, "A")', "D1001"],
    ["$formatBase(1 / zero)", "D1001"],
    ["$fromMillis(1 / zero)", "D1001"],
    ['$map([1 / zero], $formatNumber(?, "0e0"))', "D1001"],
    ['$formatNumber(1, "#", {"zero-digit": ""})', "format-option"],
    ['$formatNumber(1, "0." & $pad("", 150, "0"))', "format-too-long"],
    ['$formatInteger(1, $pad("", 300, "0"))', "picture-too-long"],
    ['$fromMillis(0, "[Y,100000000]")', "picture-width"],
    ['$toMillis(digits, "[Y]1[M]1[D]1[H]1[m]")', "D3110"],
    ["$map([1..100000], function($i){ text & $i })", "result-too-large"],
    ['$ ~> |$|{"self": $}|', "result-too-large"],
    // The place of the call is told too, in a text that would take hours to be read from each bracket on.
    [`$trim($sum([${"(zero),".repeat(8000)}zero]))`, "T0410"],
  ])("%s with %s", async (text, code) => {
    expect((await errorOf(text, row)).code).toBe(code);
  });
});

describe("[D14] problems", () => {
  test.each<[string, string, string, string | undefined]>([
    ["a b", "b", "Unexpected b. (S0201)", "backquotes"],
    ['"abc', '"', "A text is not closed: its second quote is missing. (S0101)", undefined],
    ["x & `abc", "`", "A quoted name is not closed: its second backquote (`) is missing. (S0105)", undefined],
    ["a +", "+", "The expression ends too early. (S0207)", "brackets"],
    ["$sum(a", "a", "Expected ) before the end of the expression. (S0203)", "brackets"],
    ['{"a" 1}', "1", "Expected :, found 1. (S0202)", "brackets"],
    ["a == b", "=", "= needs a value in front of it. (S0211)", "single ="],
    ["a && b", "&", "& needs a value in front of it. (S0211)", "`and`"],
    ["a || b", "||", "JSONata has no ||.", "write or"],
    ["a /* x", "/*", "A comment is not closed: */ is missing. (S0106)", undefined],
    ["1e999", "1e999", "The number 1e999 is out of range. (S0102)", undefined],
    ["a.1", "1", "The literal 1 cannot be a step of a path. (S0213)", undefined],
    [
      "$contains(a, /a{2,1}/)",
      "/a{2,1}/",
      "The regular expression is not valid: numbers out of order in {} quantifier.",
      undefined,
    ],
    ["  ", " ", "The expression is empty.", "field name"],
    ["1 + $upercase(a)", "$upercase", "There is no function $upercase.", "did you mean $uppercase?"],
    ["$Trim(a)", "$Trim", "There is no function $Trim.", "did you mean $trim?"],
    ["trim(a)", "trim", "trim(…) is not a function call: functions start with $.", "did you mean $trim?"],
    [
      "$map(a, $random)",
      "$random",
      "$random gives another value on every run, so a plan could never be applied as shown.",
      "source",
    ],
    [
      "$shuffle(a)",
      "$shuffle",
      "$shuffle gives another order on every run, so a plan could never be applied as shown.",
      "$sort",
    ],
    ["$eval(a)", "$eval", "$eval is off: it would run text from the data as an expression.", "definition"],
  ])("%s is an error at %j", (text, marked, message, hint) => {
    const [problem, ...others] = problems(text);
    expect(others).toEqual([]);
    expect(problem?.severity).toBe("error");
    expect(problem?.message).toBe(message);
    expect(text.slice(problem?.offset, (problem?.offset ?? 0) + (problem?.length ?? 0))).toBe(marked);
    if (hint === undefined) expect(problem?.hint).toBeUndefined();
    else expect(problem?.hint).toContain(hint);
  });

  test("have the rule that explains them", () => {
    const rules = ["a b", "$now() & $random()", "$eval(a)", "$match(a, /(a+)+$/)"].map(
      (text) => problems(text)[0]?.rule,
    );
    expect(rules).toEqual([
      "expression-syntax",
      "expression-impure",
      "expression-impure",
      "expression-unsafe",
    ]);
  });

  test("warn of a variable that is never set, and compile it", () => {
    const result = compileExpression("$nam & x");
    expect(result.ok).toBe(true);
    expect(result.problems.map(({ severity, message }) => ({ severity, message }))).toEqual([
      { severity: "warning", message: "The variable $nam is never set, so it has no value." },
    ]);
  });

  test("refuse text over 64 kB and nesting that no stack holds", () => {
    expect(problems(`"${"x".repeat(65_536)}"`)[0]?.message).toMatch(/64 kB/);
    expect(problems(`${"(".repeat(30_000)}1${")".repeat(30_000)}`)[0]?.message).toMatch(/nests too deeply/);
  });

  // What the stack did not hold: the parser finds it, whoever calls it.
  test.each<[string, string]>([
    ["elses", `${"a = 0 ? 0 : ".repeat(3000)}1`],
    ["fallbacks", `${"a ?: ".repeat(3000)}1`],
    ["applications", `a${" ~> $trim".repeat(2500)}`],
    ["additions", `1${"+1".repeat(3000)}`],
    ["functions in each other", `${"function(){".repeat(2000)}1${"}".repeat(2000)}`],
    ["steps in each other", `a${".(b".repeat(1000)}${")".repeat(1000)}`],
    ["signs", `${"-(".repeat(1000)}1${")".repeat(1000)}`],
    ["objects in each other", `${'{"a":'.repeat(2000)}1${"}".repeat(2000)}`],
    ["sortings in each other", `${"a^(b".repeat(1000)}${")".repeat(1000)}`],
    ["fallbacks on the left of each other", `${"(".repeat(40)}a${" ?? b)".repeat(40)}`],
    ["defaults on the left of each other", `${"[".repeat(40)}a${" ?: b]".repeat(40)}`],
  ])("refuse thousands of %s", (_what, text) => {
    const [problem, ...others] = problems(text);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ rule: "expression-syntax", severity: "error" });
    expect(problem?.message).toMatch(/nests too deeply|a chain of more than 2,500|nested too deeply/);
    expect(problem?.hint).toBeDefined();
  });

  test("leave long chains alone: of elses, alternatives, fallbacks, joins and functions", () => {
    const elses = `${Array.from({ length: 2000 }, (_, index) => `a = ${index} ? ${index * 2} : `).join("")}0`;
    expect(evaluate(elses, { a: 1999 })).toBe(3998);
    const alternatives = Array.from({ length: 2000 }, (_, index) => `a = ${index}`).join(" or ");
    expect(evaluate(alternatives, { a: 1999 })).toBe(true);
    expect(evaluate(`${"x ?? ".repeat(2000)}a`, { a: 1 })).toBe(1);
    expect(evaluate(`a${" & a".repeat(2000)}`, { a: "x" })).toBe("x".repeat(2001));
    expect(evaluate(`a${" ~> $trim".repeat(2000)}`, { a: " x " })).toBe("x");
    expect(compiled(elses).analyse(() => ["number"]).result).toEqual(["number"]);
    expect(compiled(`a${" ~> $trim".repeat(2000)}`).columns).toEqual(["a"]);
  });

  test.each<[string, string, string]>([
    ["[$x := a, $x]", "$x", "$x is set in one element"],
    ["[$x := a, $x := b]", "$x", "$x is set in one element"],
    ['{"a": $n := 1, "b": $n + 1}', "$n", "$n is set in one element"],
    ["list{sku: $string($x := n) & $x}", "$x", "$x is set in one element"],
    ["($f := function($v){ ($g($v))[0] }; $g := $trim; $f(a))", "$g", "JSONata loses what stands behind"],
    ["($f := function($v){ $v ? ($f(b))[x = 1] : 1 }; $f(a))", "$f", "JSONata loses what stands behind"],
  ])("%s is refused: what jsonata makes of it depends on its scheduling", (text, marked, message) => {
    const problem = problems(text).find(({ severity }) => severity === "error");
    expect(problem?.message).toContain(message);
    expect(text.slice(problem?.offset, (problem?.offset ?? 0) + (problem?.length ?? 0))).toBe(marked);
  });

  test("say nothing of a variable that a step sets behind a filter", () => {
    expect(problems("list[active]#$i.($i & name)")).toEqual([]);
    expect(problems("[($x := a; $x), ($x := b; $x)]")).toEqual([]);
  });

  test("refuse a regular expression that jsonata would lose", () => {
    expect(problems("$match(a, /x/) ?? b")[0]?.message).toMatch(/loses a regular expression/);
    expect(evaluate("($m := $match(a, /x/).match; $m ?? b)", { b: 1 })).toBe(1);
  });

  test("[T12] never let a refused function through under another name", async () => {
    for (const text of ["($random := 1; a.$random())", "(($random := 1); $random())"]) {
      const result = compileExpression(text);
      if (!result.ok) continue;
      expect((await errorOf(text, { a: 1 })).code).toBe("T1006");
    }
  });
});

describe("columns", () => {
  test.each<[string, readonly string[] | undefined]>([
    ["a.b.c + d[e > 1]", ["a", "d"]],
    ['$string(a) & $substring(b, 1) & $replace(c, /x/, "")', ["a", "b", "c"]],
    ["($x := a; $x.b & $$.c & $.d)", ["a", "c", "d"]],
    ["list.{'n': name, 'r': $$.rate}", ["list", "rate"]],
    ["$map(list, function($v){ $v.x + offset })", ["list", "offset"]],
    ['a ~> $substringBefore("@") ~> $lowercase()', ["a"]],
    ["a ?? b", ["a", "b"]],
    ['{"k": a, b: c}', ["a", "b", "c"]],
    ["a^(b)", ["a"]],
    ['"x"', []],
    ["$", undefined],
    ["$$", undefined],
    ["$keys($)", undefined],
    ["$keys()", undefined],
    ["*", undefined],
    ["**.a", undefined],
    ["($r := $$; $r.a)", undefined],
    ["a.$", ["a"]],
    ["a.*", ["a"]],
    ["a.$uppercase()", ["a"]],
    ["$uppercase()", undefined],
    ["a#$i.($i & b)", ["a"]],
    ["a[b]#$i.c", ["a"]],
    // Behind what @ binds the current value is still the row.
    ["orders@$o.customers@$c[$o.by = $c.id].{'no': $o.no}", ["orders", "customers"]],
    ["a.b.%.%.c", undefined],
    ["a ~> |b|{'c': d}|", ["a"]],
    ["$substringBefore(a, ?)(b)", ["a", "b"]],
    ["a ~> $substringBefore('x') ~> $trim", ["a"]],
  ])("%s reads %j", (text, columns) => {
    expect(compiled(text).columns).toEqual(columns);
  });
});

test("the tree of a plain name is the one that JSONata's parser gives", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,20}$/), (name) => {
      fc.pre(!["and", "or", "in", "true", "false", "null", "function"].includes(name));
      const parsed = parseExpression(name);
      expect(parsed.ok && parsed.tree).toEqual(jsonata(name).ast());
    }),
  );
  for (const word of ["and", "or", "in", "true", "false", "null"]) {
    const parsed = parseExpression(word);
    expect(parsed.ok && parsed.tree).toEqual(jsonata(word).ast());
  }
});

describe("inferred results", () => {
  test.each<[string, readonly string[]]>([
    ['"x"', ["string"]],
    ["null", ["null"]],
    ["a", ["unknown"]],
    ["a & b", ["string"]],
    ["a + 1", ["nothing", "number"]],
    ["1 + 1", ["number"]],
    ["a = b", ["boolean"]],
    ["a < 1", ["boolean", "nothing"]],
    ['a ? "x" : 1', ["number", "string"]],
    ['a ? "x"', ["nothing", "string"]],
    ['$trim(a) ?? "x"', ["string"]],
    ["$number(a) ?: null", ["null", "number"]],
    ["$number(a)", ["nothing", "number"]],
    ['$uppercase("x")', ["string"]],
    ["a ~> $trim()", ["nothing", "string"]],
    ["$count(a)", ["number"]],
    ["$now()", ["string"]],
    ['$split("a", ",")', ["array"]],
    ["[a]", ["array"]],
    ["a[]", ["array", "nothing"]],
    ['{"a": 1}', ["object"]],
    ["a{b: c}", ["object"]],
    ["$sum", ["function"]],
    ["function($x){ 1 }", ["function"]],
    ["($x := 1; $string($x))", ["nothing", "string"]],
    ["()", ["nothing"]],
  ])("%s may be %j", (text, types) => {
    expect(compiled(text).result).toEqual(types);
  });
});
