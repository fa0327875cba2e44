// Expressions and rows for the comparison with jsonata: see expressions.mjs.
import fc from "fast-check";

const NAMES = ["a", "b", "c", "`d e`"];
const VARIABLES = ["$x", "$y"];

export function expressionText() {
  const { any } = fc.letrec((tie) => {
    const any = tie("any");
    const list = (items, max) => fc.array(items, { maxLength: max }).map((parts) => parts.join(", "));
    return {
      leaf: fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...NAMES) },
        { weight: 2, arbitrary: fc.constantFrom("$", "$$", "*", "$$.a", "$.b", ...VARIABLES) },
        {
          weight: 4,
          arbitrary: fc.constantFrom("1", "0", "-2", "2.5", '"x"', '""', '"12"', "true", "false", "null"),
        },
        { weight: 1, arbitrary: fc.constantFrom("[]", "{}", "()", "**", "9007199254740993", "1e300") },
      ),
      date: fc.oneof(
        fc
          .tuple(any, fc.constantFrom(...READ_PICTURES))
          .map(([text, picture]) => `$toMillis(${text}, "${picture}")`),
        fc
          .tuple(any, fc.constantFrom(...WRITE_PICTURES), fc.constantFrom(...ZONES))
          .map(([millis, picture, zone]) => `$fromMillis(${millis}, "${picture}"${zone})`),
        any.map((text) => `$toMillis(${text})`),
        any.map((text) => `$fromMillis(${text})`),
        fc
          .tuple(fc.constantFrom(...NAMES), fc.constantFrom(...READ_PICTURES))
          .map(([name, picture]) => `$fromMillis($toMillis(${name}, "${picture}"))`),
      ),
      // Paths that carry variables and ancestors along.
      carried: fc.oneof(
        fc
          .tuple(fc.constantFrom(...NAMES), fc.constantFrom(...NAMES), any)
          .map(([first, second, body]) => `${first}#$x.${second}.(${body})`),
        fc
          .tuple(fc.constantFrom(...NAMES), fc.constantFrom(...NAMES), any)
          .map(([first, second, body]) => `${first}@$x.${second}@$y.(${body})`),
        fc
          .tuple(fc.constantFrom(...NAMES), any, any)
          .map(([first, predicate, body]) => `${first}[${predicate}]#$x.(${body})`),
        fc
          .tuple(fc.constantFrom(...NAMES), any, any)
          .map(([first, predicate, body]) => `${first}#$x[${predicate}].(${body})`),
        fc
          .tuple(
            fc.constantFrom(...NAMES),
            fc.constantFrom(...NAMES),
            fc.constantFrom("$x", "b", "$string(b)"),
          )
          .map(([first, second, key]) => `${first}@$x.${second}{$string(${key}): $x}`),
        fc
          .tuple(fc.constantFrom(...NAMES), fc.constantFrom(...NAMES), fc.constantFrom(...NAMES))
          .map(([first, second, third]) => `${first}.${second}.%.${third}`),
        fc
          .tuple(fc.constantFrom(...NAMES), fc.constantFrom(...NAMES), any)
          .map(([first, second, body]) => `${first}.${second}.{"k": %.a, "l": ${body}}`),
        fc
          .tuple(fc.constantFrom(...NAMES), fc.constantFrom(...NAMES), fc.constantFrom(...NAMES))
          .map(([first, second, third]) => `${first}.(${second}.${third}).%.%.b`),
        fc
          .tuple(fc.constantFrom(...NAMES), fc.constantFrom(...NAMES), fc.constantFrom("<", ">", ""))
          .map(([first, term, direction]) => `${first}^(${direction}${term})#$x.[$x, $]`),
        fc
          .tuple(fc.constantFrom(...NAMES), fc.constantFrom(...NAMES), fc.constantFrom(...NAMES))
          .map(([first, second, term]) => `${first}@$x.${second}^($x.${term}, ${term}).[$x, $]`),
        fc.tuple(any, fc.constantFrom(...NAMES)).map(([items, name]) => `(${items})#$x.${name}`),
        fc.tuple(fc.constantFrom(...NAMES), any).map(([name, body]) => `${name}#$x[].(${body})`),
      ),
      partial: fc.oneof(
        fc
          .tuple(fc.constantFrom(...BINARY), any, any)
          .map(([name, given, argument]) => `($x := $${name}(?, ${given}); $x(${argument}))`),
        fc
          .tuple(any, fc.constantFrom(...BINARY), any)
          .map(([items, name, given]) => `$map(${items}, $${name}(?, ${given}))`),
        fc
          .tuple(any, any, any)
          .map(([body, given, argument]) => `(function($x, $y){ ${body} }(${given}, ?))(${argument})`),
        fc
          .tuple(any, any)
          .map(
            ([given, argument]) =>
              `($x := function($p, $q, $r){ [$p, $q, $r] }; $y := $x(?, ${given}, ?); $y(?, 1)(${argument}))`,
          ),
        fc.tuple(fc.constantFrom(...UNARY), any).map(([name, value]) => `(${value}) ~> $${name}(?)`),
        fc.tuple(fc.constantFrom(...UNARY), any).map(([name, value]) => `($${name} ~> $string)(${value})`),
      ),
      transform: fc.oneof(
        fc.tuple(any, any).map(([pattern, value]) => `$ ~> |${pattern}|{"k": ${value}}|`),
        fc
          .tuple(fc.constantFrom(...NAMES), any, fc.constantFrom('"a"', '["a", "k"]', "b", '"d e"'))
          .map(([pattern, value, names]) => `$ ~> |${pattern}|{"k": ${value}}, ${names}|`),
        fc
          .tuple(fc.constantFrom(...NAMES), fc.constantFrom(...NAMES), any)
          .map(([items, pattern, update]) => `$map(${items}, |${pattern}|${update}|)`),
        fc
          .tuple(any, fc.constantFrom(...NAMES))
          .map(([value, pattern]) => `(${value}) ~> |${pattern}|{}, "a"|`),
      ),
      path: fc.oneof(
        fc.tuple(any, any).map(([left, right]) => `(${left}).${right}`),
        fc.array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 3 }).map((names) => names.join(".")),
        fc.tuple(fc.constantFrom(...NAMES), any).map(([left, predicate]) => `${left}[${predicate}]`),
        fc.tuple(any, any).map(([left, predicate]) => `(${left})[${predicate}]`),
        fc
          .tuple(fc.constantFrom(...NAMES), fc.constantFrom("0", "-1", "1", ""), fc.constantFrom(...NAMES))
          .map(([left, index, right]) => `${left}[${index}].${right}`),
        fc.tuple(fc.constantFrom(...NAMES), any).map(([left, step]) => `${left}.(${step})`),
        fc.tuple(fc.constantFrom(...NAMES), list(any, 2)).map(([left, items]) => `${left}.[${items}]`),
        fc.tuple(fc.constantFrom(...NAMES), any).map(([left, value]) => `${left}.{"k": ${value}}`),
        fc.tuple(fc.constantFrom(...NAMES), any).map(([left, value]) => `${left}{$string(b): ${value}}`),
        fc
          .tuple(fc.constantFrom(...NAMES), fc.constantFrom("<", ">", ""), fc.constantFrom(...NAMES))
          .map(([left, direction, term]) => `${left}^(${direction}${term})`),
      ),
      call: fc.oneof(
        fc.tuple(fc.constantFrom(...UNARY), any).map(([name, argument]) => `$${name}(${argument})`),
        fc.tuple(fc.constantFrom(...BINARY), any, any).map(([name, a, b]) => `$${name}(${a}, ${b})`),
        fc.tuple(fc.constantFrom(...CONTEXTUAL)).map(([name]) => `a.$${name}()`),
        fc
          .tuple(fc.constantFrom("map", "filter", "each", "sift", "single"), any, any)
          .map(([name, items, body]) => `$${name}(${items}, function($x, $y){ ${body} })`),
        fc.tuple(any, any).map(([items, body]) => `$reduce(${items}, function($x, $y){ ${body} })`),
        fc.tuple(any, any).map(([items, body]) => `$sort(${items}, function($x, $y){ ${body} })`),
        fc.tuple(any, fc.constantFrom(...UNARY)).map(([items, name]) => `$map(${items}, $${name})`),
        fc.tuple(any, fc.constantFrom(...UNARY)).map(([value, name]) => `(${value}) ~> $${name}`),
        fc
          .tuple(
            any,
            fc.constantFrom("/[a-z]/", "/(\\d)(\\d)?/", "/x|1/i", '"1"'),
            fc.constantFrom("<$1>", "$0", ""),
          )
          .map(([text, pattern, by]) => `$replace(${text}, ${pattern}, "${by}")`),
        fc
          .tuple(fc.constantFrom("contains", "split"), any, fc.constantFrom("/[a-z]/", '"1"', '""'))
          .map(([name, text, pattern]) => `$${name}(${text}, ${pattern})`),
        fc.tuple(any).map(([text]) => `$match(${text}, /(\\d)|x/)`),
        fc.tuple(any, any).map(([body, argument]) => `(function($x){ ${body} })(${argument})`),
      ),
      any: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        { weight: 3, arbitrary: tie("leaf") },
        { weight: 3, arbitrary: tie("path") },
        { weight: 3, arbitrary: tie("call") },
        { weight: 1, arbitrary: tie("date") },
        { weight: 1, arbitrary: tie("carried") },
        { weight: 1, arbitrary: tie("partial") },
        { weight: 1, arbitrary: tie("transform") },
        {
          weight: 3,
          arbitrary: fc
            .tuple(any, fc.constantFrom(...OPERATORS), any)
            .map(([a, op, b]) => `(${a} ${op} ${b})`),
        },
        { weight: 1, arbitrary: fc.tuple(any, any, any).map(([a, b, c]) => `(${a} ? ${b} : ${c})`) },
        { weight: 1, arbitrary: fc.tuple(any, any).map(([a, b]) => `(${a} ? ${b})`) },
        {
          weight: 1,
          arbitrary: fc
            .tuple(any, fc.constantFrom("??", "?:"), any)
            .map(([a, op, b]) => `((${a}) ${op} ${b})`),
        },
        { weight: 1, arbitrary: fc.tuple(any, any).map(([a, b]) => `($x := ${a}; ${b})`) },
        { weight: 1, arbitrary: list(any, 3).map((items) => `[${items}]`) },
        { weight: 1, arbitrary: fc.tuple(any, any).map(([a, b]) => `{"k": ${a}, "l": ${b}}`) },
        { weight: 1, arbitrary: any.map((a) => `-(${a})`) },
        { weight: 1, arbitrary: fc.constantFrom("[1..3]", "[a..b]", "[0..$count(a)]", "[a..a+2]") },
      ),
    };
  });
  return any;
}

const OPERATORS = ["+", "-", "*", "/", "%", "=", "!=", "<", "<=", ">", ">=", "&", "and", "or", "in"];
const UNARY = [
  "string",
  "number",
  "boolean",
  "not",
  "exists",
  "count",
  "sum",
  "max",
  "min",
  "average",
  "length",
  "trim",
  "uppercase",
  "lowercase",
  "keys",
  "spread",
  "merge",
  "reverse",
  "distinct",
  "sort",
  "type",
  "abs",
  "floor",
  "ceil",
  "round",
  "sqrt",
  "zip",
  "join",
  "base64encode",
  "encodeUrlComponent",
];
const BINARY = [
  "append",
  "substringBefore",
  "substringAfter",
  "substring",
  "pad",
  "power",
  "round",
  "lookup",
  "join",
  "zip",
  "formatNumber",
  "formatBase",
  "contains",
];
const CONTEXTUAL = ["string", "number", "length", "uppercase", "keys", "trim", "boolean", "spread"];

const READ_PICTURES = [
  "[M]/[D]/[Y]",
  "[D].[M].[Y]",
  "[Y0001]-[M01]-[D01]",
  "[Y]-[M]-[D] [H]:[m]",
  "[Y]-[M]-[D] [h]:[m] [P]",
  "[D] [MNn,3-3] [Y]",
  "[FNn], [D1o] [MNn] [Y]",
  "[Y]-[d]",
  "[Y0001][M01][D01]",
  "[Y]-[M]-[D]T[H]:[m]:[s][Z]",
  "[Dw] [MNn] [Yw]",
  "[Q]",
  "[Y",
];
const WRITE_PICTURES = [
  "[Y0001]-[M01]-[D01]",
  "[D1o] [MNn] [Y] [h]:[m01] [P]",
  "[H01]:[m01]:[s01].[f001] [Z]",
  "[FNn,*-3] [W] [w] [X] [d]",
  "[YI] [Dw] [MN]",
  "[Y,2-2][z]",
  "[Q]",
  "[Y",
];
const ZONES = ["", ', "+0000"', ', "+0530"', ', "-0800"', ', "+05:00"', ', "Europe/Oslo"', ", c"];

export function row() {
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      { weight: 5, arbitrary: fc.constantFrom(...ORDINARY) },
      { weight: 1, arbitrary: fc.constantFrom(...EXTREME) },
      { weight: 1, arbitrary: fc.constantFrom(...DATES) },
      { weight: 2, arbitrary: fc.array(tie("value"), { maxLength: 3 }) },
      { weight: 2, arbitrary: tie("object") },
      { weight: 1, arbitrary: fc.tuple(fc.integer({ min: 3, max: 40 }), tie("object")).map(nested) },
    ),
    object: fc.dictionary(fc.constantFrom("a", "b", "c", "d e"), tie("value"), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  }));
  return fc.dictionary(fc.constantFrom("a", "b", "c", "d e"), value, {
    maxKeys: 4,
    minKeys: 1,
    noNullPrototype: true,
  });
}

const ORDINARY = [0, 1, 2, -3, 2.5, 12, "", "x", "12", "ab1", "a b", true, false, null, [], {}];
const EXTREME = [
  2 ** 53 - 1,
  2 ** 53,
  2 ** 53 + 2,
  -(2 ** 53),
  1e21,
  -1e300,
  Number.MIN_VALUE,
  0.1 + 0.2,
  1609459200000,
  "9007199254740993",
];
const DATES = [
  "04/13/2025",
  "02/30/2025",
  "13.4.2025",
  "2025-02-28",
  "2025-02-29",
  "2025-12-31 25:61",
  "2025-12-31 23:59",
  "2024-366",
  "2025-366",
  "1 Feb 2025",
  "2025-01-01 12:30 pm",
  "Monday, 3rd February 2025",
  "20250230",
  "2025-01-01T00:00:00+0200",
  "2025-01-01T10:00:00",
  "first May two thousand and five",
];

/** Lists and objects in each other, `depth` deep. */
function nested([depth, innermost]) {
  let value = innermost;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value, b: level };
  return value;
}
