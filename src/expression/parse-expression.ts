import jsonata from "jsonata";
import type { ExpressionProblem } from "../model/expression.ts";
import type { Node } from "./ast.ts";
import { foreignSyntax, misreadSyntax } from "./foreign-syntax.ts";
import { plainTree } from "./plain-tree.ts";
import { syntaxProblem } from "./syntax-problem.ts";

/** Largest text of an expression, in UTF-8 bytes. */
const MAX_BYTES = 64 * 1024;

export type Parsed =
  | { readonly ok: true; readonly tree: Node }
  | { readonly ok: false; readonly problem: ExpressionProblem };

/** Text → JSONata's syntax tree, or what is wrong with the text. */
export function parseExpression(text: string): Parsed {
  if (Buffer.byteLength(text, "utf8") > MAX_BYTES) {
    return refuse(
      "The expression is longer than 64 kB.",
      "split the mapping, or prepare the value in the source",
    );
  }
  if (text.trim() === "") {
    return refuse("The expression is empty.", "write a field name or an expression, or remove the field");
  }
  if (PLAIN_NAME.test(text) && !RESERVED.has(text)) return { ok: true, tree: nameTree(text) };
  const misread = misreadSyntax(text);
  if (misread !== undefined) return { ok: false, problem: misread };
  try {
    return { ok: true, tree: plainTree(jsonata(text).ast() as unknown as Node) };
  } catch (error) {
    if (error instanceof RangeError) {
      return refuse("The expression nests too deeply to be read.", "split it with variables");
    }
    return { ok: false, problem: foreignSyntax(text) ?? syntaxProblem(text, error) };
  }
}

/** Half of all mappings are the name of a column: their tree needs no parser. */
const PLAIN_NAME = /^[A-Za-z_][A-Za-z0-9_]{0,200}$/;
const RESERVED: ReadonlySet<string> = new Set(["and", "or", "in", "true", "false", "null", "function"]);

function nameTree(value: string): Node {
  return { type: "path", steps: [{ type: "name", value, position: value.length }] };
}

function refuse(message: string, hint: string): Parsed {
  return {
    ok: false,
    problem: { rule: "expression-syntax", severity: "error", message, hint, offset: 0, length: 1 },
  };
}
