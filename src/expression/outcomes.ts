import type { Outcome } from "../model/expression.ts";
import type { ArrayNode, CallNode, Node } from "./ast.ts";
import { compileTree } from "./compile/compile-tree.ts";
import { resultNodes } from "./remarks/results.ts";
import { calledBuiltin, type Subject } from "./remarks/subject.ts";
import type { Run } from "./runtime/run.ts";
import { quoted, tokenPlace } from "./token-place.ts";

/** 2026-11-23T13:45:06.789Z: a day and a month that cannot be taken for each other. */
const EXAMPLE_TIME = Date.UTC(2026, 10, 23, 13, 45, 6, 789);

/** What can be known of single results: texts and numbers that are written out, and how functions write times. */
export function* outcomes(subject: Subject): Iterable<Outcome> {
  for (const node of resultNodes(subject.tree)) {
    if (isList(node)) {
      for (const element of node.expressions.flatMap(resultNodes)) {
        const outcome = outcomeOf(subject, element);
        if (outcome !== undefined) yield { ...outcome, inList: true };
      }
      continue;
    }
    const outcome = outcomeOf(subject, node);
    if (outcome !== undefined) yield outcome;
  }
}

function isList(node: Node): node is ArrayNode {
  return (
    node.type === "unary" && node.value === "[" && node.predicate === undefined && node.group === undefined
  );
}

function outcomeOf(subject: Subject, node: Node): Outcome | undefined {
  if (node.predicate !== undefined || node.group !== undefined) return undefined;
  switch (node.type) {
    case "string":
    case "number":
    case "value":
      return literal(subject, node);
    case "binary":
      return node.value === "&" ? prefix(subject, node.lhs) : undefined;
    case "function":
      return example(subject, node);
    case "apply":
      return node.rhs.type === "function" ? example(subject, node.rhs, true) : undefined;
    default:
      return undefined;
  }
}

type Literal = Extract<Node, { type: "string" | "number" | "value" }>;

function literal({ text }: Subject, { type, value, position }: Literal): Outcome {
  const token = type === "string" ? quoted(text, position) : String(value);
  return { kind: "literal", value, ...tokenPlace(token, position, text) };
}

/** `"extid-" & account & "-x"` is a join of joins. */
function prefix(subject: Subject, lhs: Node): Outcome | undefined {
  let first = lhs;
  while (first.type === "binary" && first.value === "&") first = first.lhs;
  return first.type === "string" ? { ...literal(subject, first), kind: "prefix" } : undefined;
}

function example(subject: Subject, node: CallNode, applied = false): Outcome | undefined {
  const name = calledBuiltin(subject, node);
  if (name === undefined) return undefined;
  const place = tokenPlace(`$${name}`, node.procedure.position, subject.text);
  if (name === "millis" || name === "toMillis") return { kind: "example", value: EXAMPLE_TIME, ...place };
  if (name !== "now" && name !== "fromMillis") return undefined;
  const pictures = name === "now" || applied ? node.arguments : node.arguments.slice(1);
  if (!pictures.every(({ type }) => type === "string")) return undefined;
  const value = formatted(pictures);
  return value === undefined ? undefined : { kind: "example", value, ...place };
}

/** What the picture makes of the example time; undefined for a picture that fails. */
function formatted(pictures: readonly Node[]): string | undefined {
  const call: Node = {
    type: "function",
    procedure: { type: "variable", value: "fromMillis" },
    arguments: [{ type: "number", value: EXAMPLE_TIME }, ...pictures],
  };
  try {
    const run: Run = { input: null, runStart: EXAMPLE_TIME, work: 0 };
    const value = compileTree(call)(null, { run, parent: undefined, vars: undefined });
    return typeof value === "string" ? value : undefined;
  } catch {
    return undefined;
  }
}
