import type { ExpressionRemark } from "../../model/expression.ts";
import type { CallNode, Node } from "../ast.ts";
import { tokenPlace } from "../token-place.ts";
import { collapsingList } from "./collapsing-list.ts";
import type { Subject } from "./subject.ts";

/** What the way to the result says of it: a clock, an id that went through a number, a list that may shrink. */
export function* results(subject: Subject): Iterable<ExpressionRemark> {
  const clock = firstOnTheWay(subject.tree, (node) => callOf(subject, node, ["now", "millis"]));
  if (clock !== undefined) yield clockRemark(subject, clock);
  for (const node of resultNodes(subject.tree)) {
    const number = throughNumber(subject, node);
    if (number !== undefined) yield numberRemark(subject, number);
    const collapse = collapsingList(subject, node);
    if (collapse !== undefined) yield collapse;
  }
}

/** The nodes one of which gives the result, in the order of the text. */
export function resultNodes(root: Node): readonly Node[] {
  const found: Node[] = [];
  const open: Node[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const inner = resultsWithin(node);
    if (inner === undefined) found.push(node);
    else for (const one of inner.toReversed()) open.push(one);
  }
  return found;
}

/** Undefined for a node that gives its result by itself. */
function resultsWithin(node: Node): readonly Node[] | undefined {
  if (node.predicate !== undefined || node.group !== undefined) return undefined;
  switch (node.type) {
    case "condition":
      return [node.then, ...(node.else === undefined ? [] : [node.else])];
    case "block":
      return node.expressions.slice(-1);
    case "bind":
      return [node.rhs];
    default:
      return undefined;
  }
}

/** A call that flows into the result by computing, joining and formatting; not one that only decides. */
function firstOnTheWay(tree: Node, wanted: (node: Node) => CallNode | undefined): CallNode | undefined {
  const open: Node[] = [tree];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const inner = resultsWithin(node);
    const own = inner === undefined ? wanted(node) : undefined;
    if (own !== undefined) return own;
    for (const part of (inner ?? parts(node)).toReversed()) open.push(part);
  }
  return undefined;
}

function parts(node: Node): readonly Node[] {
  switch (node.type) {
    case "binary":
      return ["+", "-", "*", "/", "%", "&"].includes(node.value) ? [node.lhs, node.rhs] : [];
    case "unary":
      return node.value === "-" ? [node.expression] : node.value === "[" ? node.expressions : [];
    case "function":
      return node.arguments;
    case "apply":
      return [node.lhs, node.rhs];
    default:
      return [];
  }
}

function callOf({ bound }: Subject, node: Node | undefined, names: readonly string[]): CallNode | undefined {
  if (node?.type !== "function" || node.procedure.type !== "variable") return undefined;
  const name = node.procedure.value;
  return names.includes(name) && !bound.has(name) ? node : undefined;
}

function clockRemark({ text }: Subject, node: CallNode): ExpressionRemark {
  const name = node.procedure.type === "variable" ? `$${node.procedure.value}` : "$now";
  return {
    rule: "clock-in-value",
    severity: "warning",
    message: `${name}() is the start of the run, so the value is another one in every run, and every apply writes every record again.`,
    hint: "take a time from the row, or let Planhat keep the time of the change",
    ...tokenPlace(name, node.procedure.position, text),
  };
}

/** `$string($number(id))`, `$number(id) & ""`: the call of $number. */
function throughNumber(subject: Subject, node: Node): CallNode | undefined {
  const number = (part: Node | undefined) => callOf(subject, part, ["number"]);
  if (node.type === "binary" && node.value === "&") return number(node.lhs) ?? number(node.rhs);
  if (node.type === "apply") return number(node.lhs);
  return number(node) ?? number(callOf(subject, node, ["string"])?.arguments[0]);
}

function numberRemark({ text }: Subject, node: CallNode): ExpressionRemark {
  return {
    rule: "id-through-number",
    severity: "warning",
    message:
      "The id goes through a number, which loses leading zeros and the digits of long ids: 007 and 7 become one.",
    hint: "take it as it is, or as text: $string(id)",
    ...tokenPlace("$number", node.procedure.position, text),
  };
}
