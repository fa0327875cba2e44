import fc from "fast-check";
import type { Json } from "../../src/model/json.ts";

const NAMES = ["a", "b", "c", "`d e`"];
const VARIABLES = ["$x", "$y"];

/** Texts of expressions over everything that is compiled here, mostly well-typed enough to get somewhere. */
export function expressionText(): fc.Arbitrary<string> {
  const { any } = fc.letrec<Record<"any" | "path" | "call" | "leaf", string>>((tie) => {
    const any = tie("any");
    const list = (items: fc.Arbitrary<string>, max: number): fc.Arbitrary<string> =>
      fc.array(items, { maxLength: max }).map((parts) => parts.join(", "));
    return {
      leaf: fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...NAMES) },
        { weight: 2, arbitrary: fc.constantFrom("$", "$$", "*", "$$.a", "$.b", ...VARIABLES) },
        {
          weight: 4,
          arbitrary: fc.constantFrom("1", "0", "-2", "2.5", '"x"', '""', '"12"', "true", "false", "null"),
        },
        { weight: 1, arbitrary: fc.constantFrom("[]", "{}", "()", "**") },
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
        { weight: 1, arbitrary: fc.constantFrom("[1..3]", "[a..b]", "[0..$count(a)]") },
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

/** Rows whose values nest the same names, with numbers and texts that the expressions compare and compute with. */
export function row(): fc.Arbitrary<Json> {
  const { value } = fc.letrec<{ value: Json; object: Json }>((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      {
        weight: 5,
        arbitrary: fc.constantFrom<Json>(
          0,
          1,
          2,
          -3,
          2.5,
          12,
          "",
          "x",
          "12",
          "ab1",
          "a b",
          true,
          false,
          null,
        ),
      },
      { weight: 2, arbitrary: fc.array(tie("value"), { maxLength: 3 }) },
      { weight: 2, arbitrary: tie("object") },
    ),
    object: fc
      .dictionary(fc.constantFrom("a", "b", "c", "d e"), tie("value"), { maxKeys: 4, noNullPrototype: true })
      .map((object): Json => object),
  }));
  return fc.dictionary(fc.constantFrom("a", "b", "c", "d e"), value, {
    maxKeys: 4,
    minKeys: 1,
    noNullPrototype: true,
  });
}
