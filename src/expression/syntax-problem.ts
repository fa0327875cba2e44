import type { ExpressionProblem } from "../model/expression.ts";
import { given } from "../model/given.ts";
import type { Rewrite } from "../model/reason.ts";
import { refusedRegex } from "./refused-regex.ts";

/** What JSONata's parser throws. `position` stands behind the token. */
interface ParserError {
  readonly code?: unknown;
  readonly position?: unknown;
  readonly token?: unknown;
  readonly value?: unknown;
}

/** In plain words; `{token}` is what stands there, `{value}` what was expected. */
const MESSAGES: Readonly<Record<string, string>> = {
  S0101: "A text is not closed: its second quote is missing.",
  S0102: "The number {token} is out of range.",
  S0103: "\\{token} is not an escape sequence in a text.",
  S0104: "\\u in a text must be followed by 4 hex digits.",
  S0105: "A quoted name is not closed: its second backquote (`) is missing.",
  S0106: "A comment is not closed: */ is missing.",
  S0201: "Unexpected {token}.",
  S0202: "Expected {value}, found {token}.",
  S0203: "Expected {value} before the end of the expression.",
  S0204: "{token} is not an operator.",
  S0205: "Unexpected {token}.",
  S0206: "Unexpected {token}.",
  S0207: "The expression ends too early.",
  S0208: "A parameter of a function must be a variable, which starts with $.",
  S0209: "A predicate [ ] cannot follow a grouping { } in one step.",
  S0210: "A step can have only one grouping { }.",
  S0211: "{token} needs a value in front of it.",
  S0212: "The left side of := must be a variable, which starts with $.",
  S0213: "The literal {value} cannot be a step of a path.",
  S0214: "The right side of {token} must be a variable, which starts with $.",
  S0215: "A variable @ must come before the predicates of its step.",
  S0216: "A variable @ must come before the sorting of its step.",
  S0217: "The parent % cannot be found from here.",
  S0301: "The regular expression is empty.",
  S0302: "A regular expression is not closed: its second / is missing.",
  S0401: "Only functions and arrays take a type parameter in a signature.",
  S0402: "A choice of types in a signature cannot hold parameterized types.",
};

/** What the parser threw, as a problem at the token's start. */
export function syntaxProblem(text: string, thrown: unknown): ExpressionProblem {
  const error: ParserError = typeof thrown === "object" && thrown !== null ? thrown : {};
  if (typeof error.code !== "string") return refusedRegex(text, thrown);
  const token = tokenText(error.token);
  const message = (MESSAGES[error.code] ?? "The expression is not valid JSONata.")
    .replace("{token}", () => token ?? "this")
    .replace("{value}", () => (error.value === "(end)" ? "the end" : String(error.value)));
  const hint = hintFor(error.code, token, text.trim());
  const at = place(text, error.code, error.position, token);
  const rewrite = rewriteFor(text, token, at);
  return {
    rule: "expression-syntax",
    severity: "error",
    message: `${message} (${error.code})`,
    ...given({ hint }),
    ...(rewrite === undefined ? {} : { rewrites: [rewrite] }),
    ...at,
  };
}

/** What other languages write for an operator of JSONata. */
const OPERATORS: Readonly<Record<string, string>> = { "==": "=", "&&": "and", "||": "or" };

function rewriteFor(
  text: string,
  token: string | undefined,
  { offset }: { readonly offset: number },
): Rewrite | undefined {
  const written = token === undefined ? "" : token.repeat(2);
  const meant = OPERATORS[written];
  const start = [offset - 1, offset].find((at) => text.slice(at, at + 2) === written);
  if (meant === undefined || start === undefined) return undefined;
  return { text: meant, at: { offset: start, length: 2 } };
}

function tokenText(token: unknown): string | undefined {
  if (token === undefined || token === "(end)") return undefined;
  return String(token);
}

function place(
  text: string,
  code: string,
  position: unknown,
  token: string | undefined,
): { readonly offset: number; readonly length: number } {
  const behind = Math.min(typeof position === "number" ? position : text.length, text.length);
  // An unclosed text, name or comment: the mark goes where it opened.
  if (code === "S0106") return { offset: behind, length: 2 };
  if (code === "S0101") return { offset: openingQuote(text), length: 1 };
  if (code === "S0105") return { offset: text.lastIndexOf("`"), length: 1 };
  if (code === "S0102") return { offset: behind, length: Math.max(1, token?.length ?? 1) };
  const start = token === undefined ? -1 : text.lastIndexOf(token, Math.max(0, behind - token.length));
  if (token !== undefined && start !== -1 && behind - start <= token.length + 2) {
    return { offset: start, length: Math.max(1, token.length) };
  }
  return { offset: Math.max(0, Math.min(behind, text.length) - 1), length: 1 };
}

/** The quote that opens the text at the end: quotes and escapes are counted from the start. */
function openingQuote(text: string): number {
  let open = -1;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (open === -1) {
      if (character === '"' || character === "'") open = index;
    } else if (character === "\\") index += 1;
    else if (character === text[open]) open = -1;
  }
  return Math.max(0, open);
}

function hintFor(code: string, token: string | undefined, text: string): string | undefined {
  if (code === "S0201" && WORDS.test(text)) {
    return `for a constant text write { value: ${text} }; for the column of that name, put it in backquotes: \`${text}\``;
  }
  if (code === "S0201" && token !== undefined && /^[\w"']/.test(token)) {
    return "join texts with &, and put names with spaces or other signs in backquotes: `First Name`";
  }
  if (code === "S0202" || code === "S0203" || code === "S0207") return "check the brackets and quotes";
  if (code === "S0211" && token === "=") return "JSONata compares with a single =";
  if (code === "S0211" && token === "&") return "JSONata writes `and` for &&";
  if (code === "S0204" && token === "!") return "JSONata writes $not(…) for !, and != for not equal";
  return undefined;
}

/** Words as in a sentence: no operator, no bracket, and nothing that YAML would not take as it is. */
const WORDS = /^\p{L}[\p{L}\p{N}_]*(?: [\p{L}\p{N}_]+)+$/u;
