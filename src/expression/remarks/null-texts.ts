import type { ExpressionRemark } from "../../model/expression.ts";
import type { CallNode, ConditionNode, Node } from "../ast.ts";
import { tokenPlace } from "../token-place.ts";
import { descendants } from "../walk-tree.ts";
import { calledBuiltin, instead, plainColumn, type Subject, written } from "./subject.ts";

/** `$string` over what may be null, which becomes the text "null" and goes on to the result. */
export function* nullTexts(subject: Subject): Iterable<ExpressionRemark> {
  for (const { call, argument } of stringCalls(subject, subject.tree, new Set())) {
    if (mayBeNull(subject, argument)) yield remark(subject, call, argument);
  }
}

interface StringCall {
  readonly call: CallNode;
  readonly argument: Node;
}

/** Those on the way to the result. `asked`: what a condition above has looked at already. */
function* stringCalls(subject: Subject, node: Node, asked: ReadonlySet<string>): Iterable<StringCall> {
  if (node.type === "condition") {
    const now = new Set([...asked, ...namesIn(node.condition)]);
    for (const branch of branchesOf(node)) yield* stringCalls(subject, branch, now);
    return;
  }
  if (node.type === "function" && calledBuiltin(subject, node) === "string") {
    const [argument] = node.arguments;
    const isAsked = argument === undefined || namesIn(argument).some((name) => asked.has(name));
    if (argument !== undefined && !isAsked) yield { call: node, argument };
    return;
  }
  for (const part of carried(subject, node)) yield* stringCalls(subject, part, asked);
}

function branchesOf(node: ConditionNode): readonly Node[] {
  return node.else === undefined ? [node.then] : [node.then, node.else];
}

/** The parts whose text becomes a part of what the node gives. */
function carried(subject: Subject, node: Node): readonly Node[] {
  switch (node.type) {
    case "block":
      return node.expressions.slice(-1);
    case "bind":
      return [node.rhs];
    case "binary":
      return node.value === "&" ? [node.lhs, node.rhs] : [];
    case "unary":
      return node.value === "[" ? node.expressions : [];
    case "function":
      return CARRYING.has(calledBuiltin(subject, node) ?? "") ? node.arguments.slice(0, 1) : [];
    case "apply":
      return [node.lhs];
    default:
      return [];
  }
}

const CARRYING: ReadonlySet<string> = new Set([
  ...["trim", "lowercase", "uppercase", "substring", "substringBefore", "substringAfter", "pad", "replace"],
  ...["join", "append", "encodeUrlComponent", "encodeUrl"],
]);

/** A column of which nothing is known may hold anything. */
function mayBeNull({ infer }: Subject, argument: Node): boolean {
  const types = infer(argument, "row");
  return types.has("null") || (types.has("unknown") && isPath(argument));
}

function isPath(node: Node): boolean {
  return node.type === "path" && node.steps.every(({ type }) => type === "name");
}

function namesIn(node: Node): readonly string[] {
  return [...descendants(node)].flatMap((inner) => {
    if (inner.type === "name") return [inner.value];
    return inner.type === "variable" && inner.value !== "" ? [`$${inner.value}`] : [];
  });
}

function remark(subject: Subject, call: CallNode, argument: Node): ExpressionRemark {
  const place = tokenPlace("$string", call.procedure.position, subject.text);
  const column = plainColumn(argument);
  const name = column === undefined ? "x" : written(column);
  const guarded = `${name} != null ? $string(${name})`;
  // Written with blanks or more arguments it is left to whoever wrote it.
  const whole = { offset: place.offset, text: `$string(${name})` };
  const isPlain = column !== undefined && subject.text.startsWith(whole.text, whole.offset);
  const isAll = whole.text === subject.text.trim();
  return {
    rule: "null-as-text",
    severity: "warning",
    message: `$string makes the text "null" of null, and a row without a value would write that into Planhat.`,
    hint: `leave the field alone where there is no value: ${guarded}`,
    ...(isPlain ? (isAll ? { rewrites: [{ text: guarded }] } : instead(whole, guarded)) : {}),
    ...place,
  };
}
