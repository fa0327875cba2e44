import type { ExpressionRemark } from "../../model/expression.ts";
import type { BinaryNode, Node } from "../ast.ts";
import type { Types } from "../infer-result.ts";
import { tokenPlace } from "../token-place.ts";
import { words } from "./operand-types.ts";
import { instead, ofColumn, partAt, plainColumn, type Subject, valuesOf, written } from "./subject.ts";

/** Comparisons whose two sides never have one type, so that they say the same for every row. */
export function* comparisons(subject: Subject): Iterable<ExpressionRemark> {
  for (const node of subject.nodes) {
    if (node.type !== "binary" || !["=", "!=", "in"].includes(node.value)) continue;
    const left = valuesOf(subject, node.lhs);
    const right = node.value === "in" ? membersOf(subject, node.rhs) : valuesOf(subject, node.rhs);
    if (left.size === 0 || right.size === 0 || [...left].some((type) => right.has(type))) continue;
    yield remark(subject, node, left, right);
  }
}

/** What `in` looks through: the items of a list that is written out, or the one value. */
function membersOf(subject: Subject, node: Node): Types {
  if (node.type !== "unary" || node.value !== "[" || node.predicate !== undefined) {
    const values = valuesOf(subject, node);
    return values.has("array") ? new Set() : values;
  }
  const members = node.expressions.map((item) => valuesOf(subject, item));
  const isKnown = members.every((types) => types.size > 0 && !types.has("array"));
  return isKnown ? new Set(members.flatMap((types) => [...types])) : new Set();
}

function remark(subject: Subject, node: BinaryNode, left: Types, right: Types): ExpressionRemark {
  const place = tokenPlace(node.value, node.position, subject.text);
  const never = node.value === "!=" ? "always true" : "never true";
  const column = [node.lhs, node.rhs].map(plainColumn).find((name) => name !== undefined);
  const named = column === undefined ? "x" : written(column);
  if (isNullOnly(left) || isNullOnly(right)) {
    const other = isNullOnly(left) ? right : left;
    return {
      rule: "comparison-never-true",
      severity: "warning",
      message: `This is ${never}: the other side is ${words(other)}, never null.`,
      hint: other.has("string")
        ? `an empty value of a CSV is an empty text: ${named} ${node.value} ""; what means null is named under nulls:`
        : "remove the comparison",
      ...(other.has("string") ? inLiteral(subject, isNullOnly(left) ? node.lhs : node.rhs, '""') : {}),
      ...place,
    };
  }
  const literal = [node.lhs, node.rhs].find((side) => side.type === "number" || side.type === "value");
  return {
    rule: "comparison-never-true",
    severity: "error",
    message: `This is ${never}: ${words(left)} is compared with ${words(right)}.`,
    hint: adviceFor(node.value, named, literal, [left, right]),
    ...rewriteFor(subject, node, literal, [left, right]),
    ...place,
  };
}

function rewriteFor(
  subject: Subject,
  { lhs, rhs }: BinaryNode,
  literal: Node | undefined,
  [left, right]: readonly [Types, Types],
): Pick<ExpressionRemark, "rewrites"> {
  if (!left.has("string") && !right.has("string")) return {};
  if (literal !== undefined && "value" in literal)
    return inLiteral(subject, literal, `"${String(literal.value)}"`);
  const isNumeric = left.has("number") || right.has("number");
  return isNumeric ? ofColumn(subject, left.has("string") ? lhs : rhs, (x) => `$number(${x})`) : {};
}

/** Another literal in place of a number, true, false or null. */
function inLiteral(subject: Subject, node: Node, made: string): Pick<ExpressionRemark, "rewrites"> {
  if (node.type !== "number" && node.type !== "value") return {};
  const token = String(node.value);
  const part = partAt(subject, tokenPlace(token, node.position, subject.text));
  return part.text === token ? instead(part, made) : {};
}

function adviceFor(
  operator: string,
  named: string,
  literal: Node | undefined,
  sides: readonly Types[],
): string {
  const isText = sides.some((types) => types.has("string"));
  if (isText && literal !== undefined && "value" in literal) {
    return `compare with the text: ${named} ${operator} "${String(literal.value)}"`;
  }
  if (isText && sides.some((types) => types.has("number"))) {
    return `compare two texts, or wrap the text in $number(…): $number(${named})`;
  }
  return "compare values of one type";
}

function isNullOnly(types: Types): boolean {
  return types.size === 1 && types.has("null");
}
