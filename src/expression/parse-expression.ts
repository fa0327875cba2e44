import jsonata from "jsonata";
import type { ExpressionProblem } from "../model/expression.ts";
import type { Node } from "./ast.ts";
import { copiedTokens } from "./fallback-copies.ts";
import { foreignSyntax, misreadSyntax } from "./foreign-syntax.ts";
import { plainTree } from "./plain-tree.ts";
import { syntaxProblem } from "./syntax-problem.ts";
import { depthOf } from "./tree-depth.ts";

/** Largest text of an expression, in UTF-8 bytes. */
const MAX_BYTES = 64 * 1024;

/** Most tokens, with the copies that the parser makes: no text within the limit has as many of its own. */
const MAX_TOKENS = 100_000;

/** Deepest tree: what walks it calls itself for each level of nesting. Beyond it the stack might not do. */
const MAX_NESTED = 500;

/** Longest chain, such as one of `else`s: the parser calls itself for each of its links. */
const MAX_WHOLE = 2500;

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
  if (copiedTokens(text) > MAX_TOKENS) {
    return refuse(
      "The fallbacks ?? and ?: are nested too deeply on their left side, which JSONata copies at each of them.",
      "set variables first: ($a := x ?? y; $a ?? z)",
    );
  }
  const misread = misreadSyntax(text);
  if (misread !== undefined) return { ok: false, problem: misread };
  try {
    const tree = jsonata(text).ast() as unknown as Node;
    const { whole, nested } = depthOf(tree);
    if (nested > MAX_NESTED) return tooDeep();
    if (whole > MAX_WHOLE) {
      return refuse(
        `The expression has a chain of more than ${MAX_WHOLE.toLocaleString("en")} links, such as else after else.`,
        "look the value up instead: $lookup({ … }, x), or x in [ … ]",
      );
    }
    return { ok: true, tree: plainTree(tree) };
  } catch (error) {
    // The parser calls itself, and the stack that is left depends on who called it.
    return error instanceof RangeError
      ? tooDeep()
      : { ok: false, problem: foreignSyntax(text) ?? syntaxProblem(text, error) };
  }
}

function tooDeep(): Parsed {
  return refuse(
    `The expression nests too deeply: at most ${MAX_NESTED} levels can be read.`,
    "split it with variables: ($a := …; $b := …; …)",
  );
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
