import type { ExpressionRemark } from "../../model/expression.ts";
import type { CallNode, Node } from "../ast.ts";
import { builtin } from "../builtins/builtins.ts";
import { zoneOffset } from "../builtins/dates/zone-offset.ts";
import { evaluationMessage } from "../evaluation-messages.ts";
import { isFailure } from "../runtime/failure.ts";
import { quoted, tokenPlace } from "../token-place.ts";
import { descendants } from "../walk-tree.ts";
import { calledBuiltin, type Subject } from "./subject.ts";

/** Pictures, offsets and radixes that are written out and make their function fail on every row with a value. */
export function* literalArguments(subject: Subject): Iterable<ExpressionRemark> {
  const applied = new Set<Node>();
  for (const node of descendants(subject.tree)) {
    if (node.type === "apply") applied.add(node.rhs);
    if (node.type !== "function" && node.type !== "partial") continue;
    const name = calledBuiltin(subject, node);
    if (name !== undefined) yield* inCall(subject, node, name, applied.has(node) ? 1 : 0);
  }
}

/** `before`: how many arguments stand left of `~>`. */
function* inCall(subject: Subject, node: CallNode, name: string, before: number): Iterable<ExpressionRemark> {
  for (const [index, argument] of node.arguments.entries()) {
    if (argument.type !== "string" && argument.type !== "number") continue;
    const { value } = argument;
    const code = CHECKS[name]?.[before + index]?.(value);
    if (code === undefined) continue;
    const { what, fix } = evaluationMessage(code);
    const token = typeof value === "string" ? quoted(subject.text, argument.position) : String(value);
    yield {
      rule: "argument-invalid",
      severity: "error",
      message: `${what} Every row with a value fails.`,
      hint: code === "zone-offset" ? zoneHint(String(value)) : (fix ?? "See https://docs.jsonata.org."),
      ...tokenPlace(token, argument.position, subject.text),
    };
  }
}

/** What a function throws for an argument, by its place, whatever the other ones are. */
type Check = (value: unknown) => string | undefined;

/** Fits each picture that JSONata can read at all, or none. */
const EXAMPLE_TIME = Date.UTC(2026, 10, 23, 13, 45, 6, 789);

const CHECKS: Readonly<Record<string, readonly (Check | undefined)[]>> = {
  fromMillis: [
    undefined,
    (picture) => failureOf("fromMillis", [EXAMPLE_TIME, picture]),
    (zone) => failureOf("fromMillis", [EXAMPLE_TIME, undefined, zone]),
  ],
  now: [(picture) => failureOf("now", [picture]), (zone) => failureOf("now", [undefined, zone])],
  toMillis: [undefined, (picture) => failureOf("toMillis", ["", picture]) ?? lackingPart(picture)],
  formatNumber: [undefined, (picture) => failureOf("formatNumber", [1, picture])],
  formatInteger: [undefined, (picture) => failureOf("formatInteger", [1, picture])],
  parseInteger: [undefined, (picture) => failureOf("parseInteger", ["1", picture])],
  formatBase: [undefined, (radix) => failureOf("formatBase", [1, radix])],
};

/** A picture that fits a text and does not say enough of a date fails only then. */
function lackingPart(picture: unknown): string | undefined {
  const code = failureOf("toMillis", [resultOf("fromMillis", [EXAMPLE_TIME, picture]), picture]);
  return code === "D3136" ? code : undefined;
}

function failureOf(name: string, args: readonly unknown[]): string | undefined {
  try {
    call(name, args);
    return undefined;
  } catch (error) {
    return isFailure(error) ? error.code : undefined;
  }
}

function resultOf(name: string, args: readonly unknown[]): unknown {
  try {
    return call(name, args);
  } catch {
    return undefined;
  }
}

function call(name: string, args: readonly unknown[]): unknown {
  return builtin(name)?.callable(args, undefined, { input: null, runStart: EXAMPLE_TIME, work: 0 });
}

/** The offset that is meant, where it can be told. */
function zoneHint(zone: string): string {
  if (/^(?:Z|UTC|GMT)$/i.test(zone)) return 'write "+0000", or leave it out';
  const [, sign = "+", hours, minutes = "00"] = /^([+-])?(\d{1,2})(?::?(\d\d))?$/.exec(zone) ?? [];
  const offset = hours === undefined ? undefined : `${sign}${hours.padStart(2, "0")}${minutes}`;
  if (offset !== undefined && zoneOffset(offset) !== undefined) return `write "${offset}"`;
  return 'write the offset, such as "+0100"; where it changes in summer, convert the time in the source';
}
