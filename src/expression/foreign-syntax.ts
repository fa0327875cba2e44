import { CURLY_QUOTES } from "../model/curly-quotes.ts";
import type { ExpressionProblem } from "../model/expression.ts";

/** A habit from another language: how it is known, and what JSONata has for it. */
interface Idiom {
  readonly pattern: RegExp;
  readonly message: string;
  readonly hint: (found: RegExpExecArray) => string;
}

const JOIN = 'join texts with &: "Hello " & name';

const CURLY = `[${CURLY_QUOTES}]`;

/** Parsed by JSONata without complaint, and never what was meant. */
const MISREAD: readonly Idiom[] = [
  {
    pattern: new RegExp(`(?<![\\p{L}\\p{N}_])${CURLY}[^${CURLY_QUOTES}]*${CURLY}?`, "u"),
    message: "The quotes are typographic (curly), so JSONata reads them as a part of a name.",
    hint: ({ 0: quoted, input }) => {
      const text = [...quoted].filter((character) => !CURLY_QUOTES.includes(character)).join("");
      return quoted.trim() === input.trim()
        ? `for a constant write { value: "${text}" }`
        : `write straight quotes: "${text}"`;
    },
  },
  {
    pattern: /^\s*\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?\s*$/,
    message: "A date without quotes is read as a subtraction.",
    hint: ([text]) => `for a constant write { value: "${text.trim()}" }`,
  },
];

/** Where the parser has given up: the first of these that is there is the reason. */
const REFUSED: readonly Idiom[] = [
  {
    pattern: /\{\{-?\s*([\p{L}_][\p{L}\p{N}_]*)?[\s\S]*?(?:\}\}|$)/u,
    message: "A template ({{ … }}) is not filled in here: a field takes a JSONata expression.",
    hint: ([, name]) => `write the column alone${name === undefined ? "" : `: ${name}`}; ${JOIN}`,
  },
  {
    pattern: /\{%[\s\S]*?(?:%\}|$)/,
    message: "A template ({% … %}) is not run here: a field takes a JSONata expression.",
    hint: () => 'for a choice write condition ? value : other, such as tier = "ent" ? "Large" : "Small"',
  },
  {
    pattern: /^\s*select\b[\s\S]*\bfrom\b/i,
    message: "This is a SQL query, and a field takes a JSONata expression over one row.",
    hint: () => "put the query into the source (its key query), and write the name of its column here",
  },
  {
    pattern: /\bcase\s+(?:[\w.$]+\s+)?when\b/i,
    message: "CASE is SQL, and a field takes a JSONata expression.",
    hint: () => 'write condition ? value : other, such as tier = "ent" ? "Large" : "Small"',
  },
  {
    pattern: /\bis\s+not\s+null\b/i,
    message: "IS NOT NULL is SQL, and a field takes a JSONata expression.",
    hint: () => "write != null",
  },
  {
    pattern: /\bis\s+null\b/i,
    message: "IS NULL is SQL, and a field takes a JSONata expression.",
    hint: () => "write = null",
  },
  {
    pattern: /\bcast\s*\(|::\s*[a-z]\w*/i,
    message: "A cast is SQL, and a field takes a JSONata expression.",
    hint: () => "write $string(…) or $number(…)",
  },
  {
    pattern: /\bi?like\b/i,
    message: "LIKE is SQL, and a field takes a JSONata expression.",
    hint: () => 'write $contains(name, "text"), or $contains(name, /^text/) with a regular expression',
  },
  {
    pattern: /\bbetween\b/i,
    message: "BETWEEN is SQL, and a field takes a JSONata expression.",
    hint: () => "write mrr >= 10 and mrr <= 20",
  },
  {
    pattern: /\bin\s*\(/i,
    message: "IN (…) is SQL, and a field takes a JSONata expression.",
    hint: () => 'write in and a list in brackets: tier in ["a", "b"]',
  },
  {
    pattern: /\|\|/,
    message: "JSONata has no ||.",
    hint: () => "join texts with &; between conditions write or",
  },
  { pattern: /<>/, message: "JSONata has no <>.", hint: () => "write != for not equal" },
  {
    pattern: /\b(?:AND|OR)\b/,
    message: "JSONata's operators are written in lowercase.",
    hint: ([word]) => `write ${word.toLowerCase()}`,
  },
  {
    pattern: /\bnot\s+(?!\()/i,
    message: "JSONata has no operator NOT.",
    hint: () => "write $not(…)",
  },
  {
    pattern: /^\s*[\p{L}_][\p{L}\p{N}_.]*\s+as\s+\w+\s*$/iu,
    message: "AS is SQL, and the name of the field stands in front of the colon already.",
    hint: ([text]) => `write the column alone: ${/\S+/.exec(text)?.[0] ?? ""}`,
  },
];

/** What parses, and is a habit from another language all the same. */
export function misreadSyntax(text: string): ExpressionProblem | undefined {
  return find(MISREAD, text);
}

/** Why the parser has given up, where it is a habit from another language. */
export function foreignSyntax(text: string): ExpressionProblem | undefined {
  return find(MISREAD, text) ?? find(REFUSED, text);
}

function find(idioms: readonly Idiom[], text: string): ExpressionProblem | undefined {
  const bare = withoutTexts(text);
  for (const { pattern, message, hint } of idioms) {
    const found = pattern.exec(bare);
    if (found === null) continue;
    const leading = found[0].length - found[0].trimStart().length;
    return {
      rule: "expression-syntax",
      severity: "error",
      message,
      hint: hint(found),
      offset: found.index + leading,
      length: Math.max(1, found[0].trim().length),
    };
  }
  return undefined;
}

/** The same length, with nothing in quotes, backquotes and comments: what is data is nobody's syntax. */
function withoutTexts(text: string): string {
  return text.replaceAll(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`|\/\*[\s\S]*?\*\//g, (quoted) =>
    quoted.length < 2 ? quoted : quoted[0] + "\0".repeat(quoted.length - 2) + quoted.at(-1),
  );
}
