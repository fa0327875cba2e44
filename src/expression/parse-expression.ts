import jsonata from "jsonata";
import type { ExpressionProblem } from "../model/expression.ts";
import type { Node } from "./ast.ts";
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
  try {
    return { ok: true, tree: jsonata(text).ast() as unknown as Node };
  } catch (error) {
    if (error instanceof RangeError) {
      return refuse("The expression nests too deeply to be read.", "split it with variables");
    }
    return { ok: false, problem: syntaxProblem(text, error) };
  }
}

function refuse(message: string, hint: string): Parsed {
  return {
    ok: false,
    problem: { rule: "expression-syntax", severity: "error", message, hint, offset: 0, length: 1 },
  };
}
