import { bracketed, type Part } from "../../model/advice/advice.ts";
import type { ExpressionRemark } from "../../model/expression.ts";
import type { CallNode, Node } from "../ast.ts";
import type { Infer, Types } from "../infer-result.ts";
import { without } from "../infer-result.ts";
import { columnPlace } from "../operand-place.ts";

/** An expression as those see it who look for remarks. */
export interface Subject {
  readonly text: string;
  readonly tree: Node;
  /** Whose names refer to the row. */
  readonly nodes: readonly Node[];
  /** Names that the expression itself sets. */
  readonly bound: ReadonlySet<string>;
  readonly infer: Infer;
}

export type FindRemarks = (subject: Subject) => Iterable<ExpressionRemark>;

/** What a node over the row may be, where it has a value at all; empty where nothing is known. */
export function valuesOf({ infer }: Subject, node: Node): Types {
  const types = infer(node, "row");
  return types.has("unknown") ? new Set() : without(types, "nothing");
}

/** The column that a node reads and does nothing with. */
export function plainColumn(node: Node): string | undefined {
  if (node.type !== "path" || node.steps.length !== 1 || node.predicate !== undefined) return undefined;
  const [step] = node.steps;
  return step?.type === "name" && step.stages === undefined ? step.value : undefined;
}

/** The builtin that a call names; undefined for the expression's own functions. */
export function calledBuiltin({ bound }: Subject, node: CallNode): string | undefined {
  const { procedure } = node;
  return procedure.type === "variable" && !bound.has(procedure.value) ? procedure.value : undefined;
}

/** `mrr`, or backquoted where it has to be. */
export function written(column: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(column) ? column : `\`${column}\``;
}

/** A rewrite of the column that a node reads and does nothing with; nothing for other nodes. */
export function ofColumn(
  { text }: Subject,
  node: Node,
  write: (column: string) => string,
): Pick<ExpressionRemark, "rewrites"> {
  const place = plainColumn(node) === undefined ? undefined : columnPlace(node, text);
  return place === undefined ? {} : instead(place, write(place.text));
}

/** A rewrite of a part of the expression. */
export function instead({ offset, text }: Part, made: string): Pick<ExpressionRemark, "rewrites"> {
  return { rewrites: [{ text: bracketed(made), at: { offset, length: text.length } }] };
}

/** A marked place as a part of the expression. */
export function partAt({ text }: Subject, place: { readonly offset: number; readonly length: number }): Part {
  return { offset: place.offset, text: text.slice(place.offset, place.offset + place.length) };
}
