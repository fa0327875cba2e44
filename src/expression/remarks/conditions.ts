import { saysYes } from "../../model/advice/truth-advice.ts";
import type { ExpressionRemark } from "../../model/expression.ts";
import type { Node } from "../ast.ts";
import { fallbackKind } from "../infer-result.ts";
import { nameReader } from "../name-reader.ts";
import { quoted, tokenPlace } from "../token-place.ts";
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

/** What stands where a condition belongs and decides nothing, or not what it seems to. */
export function* conditions(subject: Subject): Iterable<ExpressionRemark> {
  const reads = nameReader(subject.tree);
  for (const node of subject.nodes) {
    if (node.type === "binary" && (node.value === "and" || node.value === "or")) {
      yield* condition(subject, node.lhs, () => false, node.rhs);
      yield* condition(subject, node.rhs, () => false, node.lhs);
    }
    if (node.type === "condition" && fallbackKind(node) === undefined) {
      const branches = node.else === undefined ? [node.then] : [node.then, node.else];
      yield* condition(subject, node.condition, (name) => branches.some((branch) => reads(branch, name)));
    }
    if (node.type === "function" && node.arguments.length === 1) {
      const name = calledBuiltin(subject, node);
      const [argument] = node.arguments;
      if (name === "boolean" && argument !== undefined) yield* asTruth(subject, argument, () => true);
      if (name === "not" && argument !== undefined) yield* asTruth(subject, argument, looksLikeFlag);
    }
  }
}

function* condition(
  subject: Subject,
  node: Node,
  isRead: (column: string) => boolean,
  other?: Node,
): Iterable<ExpressionRemark> {
  if (node.type === "string" || node.type === "number" || node.type === "value") {
    const isTrue = Boolean(node.value);
    const token = node.type === "string" ? quoted(subject.text, node.position) : String(node.value);
    yield {
      rule: "condition-constant",
      severity: "error",
      message: `This condition is a constant. It is always ${isTrue}, so it decides nothing.`,
      hint:
        node.type === "string"
          ? 'compare it too: x = "a" or x = "b", or x in ["a", "b"]'
          : "write the comparison out",
      ...comparedToo(subject, node, token, other),
      ...tokenPlace(token, node.position, subject.text),
    };
    return;
  }
  const column = plainColumn(node);
  // `phone ? phone` asks whether there is any, and means it.
  if (column === undefined || !isRead(column)) yield* asTruth(subject, node, looksLikeFlag);
}

/** `tier = "a" or "b"`: the column of the other side is meant here too. */
function comparedToo(
  subject: Subject,
  node: Node,
  token: string,
  other: Node | undefined,
): Pick<ExpressionRemark, "rewrites"> {
  if (other?.type !== "binary" || other.value !== "=" || node.type !== "string") return {};
  const column = [other.lhs, other.rhs].map(plainColumn).find((name) => name !== undefined);
  const part = partAt(subject, tokenPlace(token, node.position, subject.text));
  return column === undefined ? {} : instead(part, `${written(column)} = ${part.text}`);
}

function* asTruth(
  subject: Subject,
  node: Node,
  suspects: (column: string) => boolean,
): Iterable<ExpressionRemark> {
  const column = plainColumn(node);
  if (column === undefined || !suspects(column) || !isTextOnly(subject, node)) return;
  const step = node.type === "path" ? node.steps[0] : undefined;
  yield {
    rule: "text-as-truth",
    severity: "warning",
    message: `The text of a column is taken for true or false. Every text but the empty one is true: "false", "no" and "0" too.`,
    hint: `say which texts mean yes: ${saysYes(written(column))}`,
    ...ofColumn(subject, node, saysYes),
    ...tokenPlace(column, step?.position, subject.text),
  };
}

function isTextOnly(subject: Subject, node: Node): boolean {
  const values = valuesOf(subject, node);
  return values.has("string") && [...values].every((type) => type === "string" || type === "null");
}

/** Names of columns that hold yes or no. */
function looksLikeFlag(column: string): boolean {
  return /^(?:is|has|can|was|should)[_A-Z]|(?:^|_)(?:active|archived|blocked|deleted|disabled|enabled|featured|flag|inactive|paid|primary|subscribed|verified|vip)$/i.test(
    column,
  );
}
