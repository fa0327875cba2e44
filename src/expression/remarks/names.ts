import type { ExpressionRemark } from "../../model/expression.ts";
import type { BinaryNode, Node, PathNode } from "../ast.ts";
import { isScalar, without } from "../infer-result.ts";
import { quoted, tokenPlace } from "../token-place.ts";
import { descendants } from "../walk-tree.ts";
import { calledBuiltin, instead, partAt, plainColumn, type Subject } from "./subject.ts";

/** Names that do not mean what they seem to. */
export function* names(subject: Subject): Iterable<ExpressionRemark> {
  for (const node of subject.nodes) {
    if (node.type === "binary") yield* hyphen(subject, node);
    if (node.type === "path") yield* pathIntoText(subject, node);
    if (node.type === "function") yield* regexInQuotes(subject, node);
  }
  yield* unusedVariables(subject);
}

function* hyphen(subject: Subject, node: BinaryNode): Iterable<ExpressionRemark> {
  const found = hyphenated(subject, node);
  if (found === undefined) return;
  const { name, left, right, offset } = found;
  yield {
    rule: "column-hyphen",
    severity: "warning",
    message: `${name} subtracts ${right} from ${left}: without backquotes a hyphen is a minus.`,
    hint: `for the column of that name write \`${name}\`; to subtract, write ${left} - ${right}`,
    ...instead({ offset, text: name }, `\`${name}\``),
    offset,
    length: name.length,
  };
}

/** `account-id`, written without blanks: it subtracts one column from another. */
export function hyphenated({ text }: Subject, node: BinaryNode) {
  const [left, right] = [plainColumn(node.lhs), plainColumn(node.rhs)];
  const end = positionOf(node.rhs);
  if (node.value !== "-" || left === undefined || right === undefined || end === undefined) return undefined;
  const name = `${left}-${right}`;
  const offset = end - name.length;
  return text.slice(offset, end) === name ? { name, left, right, offset } : undefined;
}

function* pathIntoText(subject: Subject, node: PathNode): Iterable<ExpressionRemark> {
  const [first, second] = node.steps;
  if (first?.type !== "name" || second?.type !== "name") return;
  const types = without(subject.infer(first, "row"), "nothing");
  if (types.size === 0 || !isScalar(types)) return;
  const path = node.steps.flatMap((step) => (step.type === "name" ? [step.value] : [])).join(".");
  const start = subject.text.lastIndexOf(path, (second.position ?? 0) - second.value.length);
  yield {
    rule: "path-into-text",
    severity: "error",
    message: `${first.value} has no parts: it is one value, so this path never finds anything.`,
    hint: `for a column whose name contains a dot, write \`${path}\``,
    ...(start < 0 ? {} : instead({ offset: start, text: path }, `\`${path}\``)),
    ...tokenPlace(second.value, second.position, subject.text),
  };
}

const TAKES_PATTERN: ReadonlySet<string> = new Set(["contains", "match", "replace", "split"]);

/** `"/a+/"` looks for slashes. */
function* regexInQuotes(
  subject: Subject,
  node: Node & { type: "function" | "partial" },
): Iterable<ExpressionRemark> {
  const name = calledBuiltin(subject, node);
  const pattern = node.arguments[1];
  if (name === undefined || !TAKES_PATTERN.has(name) || pattern?.type !== "string") return;
  const written = String(pattern.value);
  if (!/^\/.*[[\]\\()+*?^$|].*\/[im]*$/s.test(written)) return;
  yield {
    rule: "regex-in-quotes",
    severity: "warning",
    message:
      "A regular expression in quotes is plain text: its slashes and signs are looked for as they stand.",
    hint: `write it without quotes: $${name}(…, ${written})`,
    ...literalRewrite(subject, pattern, written),
    ...tokenPlace(`"${written}"`, pattern.position, subject.text),
  };
}

function literalRewrite(subject: Subject, pattern: Node, made: string): Pick<ExpressionRemark, "rewrites"> {
  const token = quoted(subject.text, pattern.position);
  const part = partAt(subject, tokenPlace(token, pattern.position, subject.text));
  // What is escaped in a text is escaped in another way in a regular expression.
  return part.text.slice(1, -1) === made ? instead(part, made) : {};
}

function* unusedVariables({ tree, text }: Subject): Iterable<ExpressionRemark> {
  const nodes = [...descendants(tree)];
  const read = new Set(nodes.flatMap((node) => (node.type === "variable" ? [node.value] : [])));
  for (const node of nodes) {
    if (node.type !== "bind" || read.has(node.lhs.value)) continue;
    const name = `$${node.lhs.value}`;
    yield {
      rule: "variable-unused",
      severity: "warning",
      message: `The variable ${name} is set and never read.`,
      hint: "use it, or remove it",
      ...tokenPlace(name, node.lhs.position, text),
    };
  }
}

function positionOf(node: Node): number | undefined {
  return node.type === "path" ? node.steps.at(-1)?.position : node.position;
}
