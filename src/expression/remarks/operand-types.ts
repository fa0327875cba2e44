import type { ExpressionRemark, InferredType } from "../../model/expression.ts";
import { TYPE_WORDS } from "../../model/type-words.ts";
import type { BinaryNode, CallNode, Node } from "../ast.ts";
import { jsonataBuiltin } from "../builtins/jsonata-builtins.ts";
import type { Types } from "../infer-result.ts";
import { tokenPlace } from "../token-place.ts";
import { children } from "../walk-tree.ts";
import { wrongArgument } from "./call-types.ts";
import { hyphenated } from "./names.ts";
import {
  calledBuiltin,
  instead,
  ofColumn,
  partAt,
  plainColumn,
  type Subject,
  valuesOf,
  written,
} from "./subject.ts";

const ARITHMETIC: ReadonlySet<string> = new Set(["+", "-", "*", "/", "%"]);
const ORDER: ReadonlySet<string> = new Set(["<", "<=", ">", ">="]);

/** Operators and functions that fail on every row with a value, for they get a type that they do not take. */
export function* operandTypes(subject: Subject): Iterable<ExpressionRemark> {
  // From the inside out: of a + b + c the fault in a + b is told, not what follows from it.
  const told = new Set<Node>();
  // A call on the right side of ~> is looked at with what stands left.
  const applied = new Set(subject.nodes.flatMap((node) => (node.type === "apply" ? [node.rhs] : [])));
  for (const node of subject.nodes.toReversed()) {
    if (applied.has(node)) continue;
    if (children(node).some((child) => told.has(child))) continue;
    for (const remark of remarksOn(subject, node)) {
      told.add(node);
      yield remark;
    }
  }
}

function* remarksOn(subject: Subject, node: Node): Iterable<ExpressionRemark> {
  if (node.type === "binary" && ARITHMETIC.has(node.value)) yield* arithmetic(subject, node);
  if (node.type === "binary" && ORDER.has(node.value)) yield* order(subject, node);
  if (node.type === "unary" && node.value === "-") {
    const mark = tokenPlace("-", node.position, subject.text);
    yield* noNumber(subject, node.expression, "The - computes", mark);
  }
  if (node.type === "function") yield* call(subject, node, undefined);
  if (node.type === "apply" && node.rhs.type === "function") yield* call(subject, node.rhs, node.lhs);
}

interface Mark {
  readonly offset: number;
  readonly length: number;
}

function* arithmetic(subject: Subject, node: BinaryNode): Iterable<ExpressionRemark> {
  if (hyphenated(subject, node) !== undefined) return;
  const mark = tokenPlace(node.value, node.position, subject.text);
  if (node.value !== "+") {
    for (const side of [node.lhs, node.rhs]) {
      yield* noNumber(subject, side, `The ${node.value} computes`, mark);
    }
    return;
  }
  const [left, right] = [valuesOf(subject, node.lhs), valuesOf(subject, node.rhs)];
  if (!isWithout(left, ["number"]) && !isWithout(right, ["number"])) return;
  const joins = [left, right].some((types) => types.has("string"));
  const column = [node.lhs, node.rhs].map(plainColumn).find((name) => name !== undefined);
  yield {
    rule: "operand-type",
    severity: "error",
    message: `The + adds numbers, and gets ${words(isWithout(left, ["number"]) ? left : right)}. Every row with a value fails.`,
    hint: joins
      ? `join texts with &; to add, wrap them in $number(…)${column === undefined ? "" : `: $number(${written(column)})`}`
      : "wrap what is no number in $number(…)",
    // With &, null would become the text "null".
    ...(joins && ![left, right].some((types) => types.has("null"))
      ? instead(partAt(subject, mark), "&")
      : {}),
    ...mark,
  };
}

function* noNumber(subject: Subject, side: Node, what: string, mark: Mark): Iterable<ExpressionRemark> {
  const values = valuesOf(subject, side);
  if (!isWithout(values, ["number"])) return;
  yield {
    rule: "operand-type",
    severity: "error",
    message: `${what} with numbers, and gets ${words(values)}. Every row with a value fails.`,
    ...wrapAdvice(subject, side, "number"),
    ...mark,
  };
}

function* order(subject: Subject, node: BinaryNode): Iterable<ExpressionRemark> {
  const sides = [valuesOf(subject, node.lhs), valuesOf(subject, node.rhs)] as const;
  const [left, right] = sides;
  if (left.size === 0 || right.size === 0) return;
  const place = tokenPlace(node.value, node.position, subject.text);
  const comparable = (types: Types) => (["string", "number"] as const).filter((type) => types.has(type));
  if (comparable(left).some((type) => right.has(type))) return;
  const text = left.has("string") ? node.lhs : right.has("string") ? node.rhs : undefined;
  yield {
    rule: "operand-type",
    severity: "error",
    message: `The ${node.value} compares ${words(left)} with ${words(right)}, which cannot be compared. Every row with values fails.`,
    ...(text === undefined
      ? { hint: "compare numbers with numbers, or texts with texts" }
      : wrapAdvice(subject, text, "number")),
    ...place,
  };
}

function* call(subject: Subject, node: CallNode, applied: Node | undefined): Iterable<ExpressionRemark> {
  const name = calledBuiltin(subject, node);
  const signature = name === undefined ? undefined : jsonataBuiltin(name)?.signature.definition;
  if (name === undefined || signature === undefined) return;
  const given = applied === undefined ? node.arguments : [applied, ...node.arguments];
  const wrong = wrongArgument(
    signature,
    given.map((argument) => valuesOf(subject, argument)),
  );
  if (wrong === undefined) return;
  const argument = given[wrong.index];
  if (argument === undefined) return;
  yield {
    rule: "operand-type",
    severity: "error",
    message: `$${name} takes ${wrong.wanted}, and gets ${words(valuesOf(subject, argument))}. Every row with a value fails.`,
    ...wrapAdvice(subject, argument, wrong.wanted === "text" ? "string" : "number"),
    ...tokenPlace(`$${name}`, node.procedure.position, subject.text),
  };
}

/** Whether it has values, and none of a wanted type. */
function isWithout(types: Types, wanted: readonly InferredType[]): boolean {
  return types.size > 0 && !wanted.some((type) => types.has(type));
}

/** Null would become the text "null". */
function wrapAdvice(
  subject: Subject,
  node: Node,
  by: "number" | "string",
): Pick<ExpressionRemark, "hint" | "rewrites"> {
  const column = plainColumn(node);
  if (column === undefined) return { hint: `wrap it in $${by}(…)` };
  const isGuarded = by === "string" && valuesOf(subject, node).has("null");
  const write = (x: string): string => (isGuarded ? `${x} != null ? $string(${x})` : `$${by}(${x})`);
  return { hint: `wrap it in $${by}(…): ${write(written(column))}`, ...ofColumn(subject, node, write) };
}

/** `text`, `text or null`. */
export function words(types: Types): string {
  return [...types].map((type) => TYPE_WORDS[type]).join(" or ");
}
