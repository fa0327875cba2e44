import type { ExpressionRemark } from "../../model/expression.ts";
import type { CallNode, Node, PathNode, Stage } from "../ast.ts";
import type { Types } from "../infer-result.ts";
import { isScalar } from "../infer-result.ts";
import { tokenPlace } from "../token-place.ts";
import { calledBuiltin, type Subject } from "./subject.ts";

/** Of a result: a list of one value that JSONata gives as the value alone, and an empty one that it gives as none. */
export function collapsingList(subject: Subject, node: Node): ExpressionRemark | undefined {
  if (node.group !== undefined || node.keepArray === true) return undefined;
  const cause = filteredList(subject, node) ?? ownList(subject, node);
  if (cause === undefined) return undefined;
  return {
    rule: "list-may-collapse",
    severity: "warning",
    message: `${cause.what} gives a list of several values, but of one value the value alone, and of none nothing. The field would change its type from row to row.`,
    hint: "put it in brackets, which always give a list: [ … ]; or pick one: ( … )[0]",
    ...(cause.place ?? { offset: 0, length: Math.max(1, subject.text.length) }),
  };
}

interface Cause {
  readonly what: string;
  /** Undefined for the whole expression. */
  readonly place?: { readonly offset: number; readonly length: number };
}

/** `$split(tags, ";")[$ != ""]`, `(…)[…]`: what a filter leaves of a list. */
function filteredList(subject: Subject, node: Node): Cause | undefined {
  if (node.predicate === undefined) return undefined;
  const { predicate, ...bare } = node;
  if (!predicate.some(asks) || !isList(subject, bare)) return undefined;
  return behind(subject, bare, "A filter");
}

/** Without what stands behind it. */
function ownList(subject: Subject, node: Node): Cause | undefined {
  if (node.predicate !== undefined) return undefined;
  switch (node.type) {
    case "path":
      return pathCause(subject, node);
    case "function":
      return callCause(subject, node, undefined);
    case "apply":
      if (node.rhs.type === "function") return callCause(subject, node.rhs, node.lhs);
      return node.rhs.type === "variable" && COLLAPSING.has(node.rhs.value)
        ? named(subject, node.rhs.value, node.rhs.position)
        : undefined;
    default:
      return undefined;
  }
}

/** Builtins whose result collapses. */
const COLLAPSING: ReadonlySet<string> = new Set([
  "filter",
  "map",
  "each",
  "distinct",
  "keys",
  "spread",
  "match",
]);

/** Builtins that give a list, whether it collapses or not: it does where a filter or a step stands behind it. */
const LISTS: ReadonlySet<string> = new Set([...COLLAPSING, "split", "sort", "reverse", "append", "zip"]);

function callCause(subject: Subject, call: CallNode, applied: Node | undefined): Cause | undefined {
  const name = calledBuiltin(subject, call);
  if (name === undefined) return undefined;
  const given = applied === undefined ? call.arguments : [applied, ...call.arguments];
  const collapses = COLLAPSING.has(name) || (name === "append" && mayBeAlone(subject, given));
  return collapses ? named(subject, name, call.procedure.position) : undefined;
}

/** `$append(tags, x)` is `x` alone where a row has no tags. */
function mayBeAlone({ infer }: Subject, given: readonly Node[]): boolean {
  const types = given.map((argument) => infer(argument, "row"));
  return types.some((one, index) => {
    const mayBeMissing = one.has("nothing") || one.has("unknown");
    const other = types[1 - index];
    return mayBeMissing && other !== undefined && !isOnly(other, "array");
  });
}

function pathCause(subject: Subject, node: PathNode): Cause | undefined {
  if (node.keepSingletonArray === true) return undefined;
  const last = node.steps.at(-1);
  const filtered = last?.stages?.some(asks) === true && !isScalarColumn(subject, node);
  const list = node.steps.find((step, index) => isListStep(subject, step, index));
  if (list !== undefined) return behind(subject, list, filtered ? "A filter" : "A step");
  return filtered ? { what: "A filter" } : undefined;
}

/** A step that gives several values, of which no filter picks one by its position. */
function isListStep(subject: Subject, step: Node, index: number): boolean {
  if (![...(step.predicate ?? []), ...(step.stages ?? [])].every(asks)) return false;
  if (step.type === "name" || step.type === "sort") return false;
  return index === 0 ? isList(subject, step) : isCallOfList(subject, step);
}

/** Whether it gives a list: a builtin that does, a list that is written out, a variable that holds one. */
function isList(subject: Subject, node: Node): boolean {
  if (node.type === "path") return !isScalar(subject.infer(node, "row"));
  return isCallOfList(subject, node) || subject.infer(node, "row").has("array");
}

function isCallOfList(subject: Subject, node: Node): boolean {
  const call = node.type === "apply" ? node.rhs : node;
  if (call.type === "function") return LISTS.has(calledBuiltin(subject, call) ?? "");
  return node.type === "apply" && call.type === "variable" && LISTS.has(call.value);
}

/** `name[$ != ""]` over a column that is one value is that value or none. */
function isScalarColumn({ infer }: Subject, { steps }: PathNode): boolean {
  const [first] = steps;
  if (steps.length !== 1 || first === undefined) return false;
  const { stages, ...bare } = first;
  return stages !== undefined && isScalar(infer(bare, "row"));
}

/** A filter that asks something, such as `[active]`; `[0]` picks one. */
function asks(stage: Stage): boolean {
  return stage.type === "filter" && stage.expr.type !== "number";
}

function behind(subject: Subject, node: Node, what: string): Cause {
  const call = node.type === "apply" ? node.rhs : node;
  const name = call.type === "function" ? calledBuiltin(subject, call) : undefined;
  if (name === undefined || call.type !== "function") return { what };
  return { ...named(subject, name, call.procedure.position), what: `${what} behind $${name}` };
}

function named({ text }: Subject, name: string, position: number | undefined): Cause {
  return { what: `$${name}`, place: tokenPlace(`$${name}`, position, text) };
}

function isOnly(types: Types, type: "array"): boolean {
  return types.size === 1 && types.has(type);
}
