import type { ErrorCode, YAMLError } from "yaml";

interface Explanation {
  readonly message: string;
  readonly hint?: string;
}

/**
 * What the parser found, in words for whoever wrote the file. Its codes are coarse, and only its words tell more: they are
 * those of the version of `yaml` that package.json pins, and the tests of broken definitions provoke them.
 */
export function explainYamlError(
  error: Pick<YAMLError, "code" | "message">,
  { tabs = 1 }: { readonly tabs?: number } = {},
): Explanation {
  if (error.code === "TAB_AS_INDENT" && tabs > 1)
    return { ...TAB, hint: `replace the tabs of ${tabs} lines by spaces` };
  const known = EXPLANATIONS[error.code];
  if (typeof known === "function") return known(error.message);
  return known ?? { message: `The YAML cannot be read: ${lowerFirst(error.message)}.` };
}

export function isQuoteMissing({ code, message }: Pick<YAMLError, "code" | "message">): boolean {
  return code === "MISSING_CHAR" && /quote/.test(message);
}

type Known = Explanation | ((original: string) => Explanation);

const TAB: Explanation = {
  message: "The line is indented with a tab, and YAML allows spaces only.",
  hint: "replace the tab by spaces",
};

const QUOTE = 'put the whole value in quotes: "…"';

const EXPLANATIONS: Partial<Record<ErrorCode, Known>> = {
  TAB_AS_INDENT: TAB,
  BAD_INDENT: (original) =>
    original.includes("end with a")
      ? {
          message: `A ${original.includes("]") ? "list" : "map"} in brackets is not closed before this line.`,
          hint: `close it with ${original.includes("]") ? "]" : "}"}`,
        }
      : {
          message: "The line is not indented like the others of its map or list.",
          hint: "give entries that belong together the same number of spaces",
        },
  BLOCK_AS_IMPLICIT_KEY: {
    message: "A map begins in the middle of a value.",
    hint: `if the value contains ": ", put it in quotes; otherwise check the indentation`,
  },
  MULTILINE_IMPLICIT_KEY: {
    message: "The colon after a name is missing.",
    hint: 'write "name: value", with a space after the colon',
  },
  MISSING_CHAR: (original) => {
    if (/quote/.test(original)) {
      return { message: "A quoted text is not closed.", hint: "add the closing quote" };
    }
    if (/block sequence/.test(original)) {
      return { message: "The dash before a list entry is missing.", hint: 'write "- value"' };
    }
    return {
      message: `A character is missing: ${lowerFirst(original)}.`,
      hint: "check brackets, commas and the spaces after colons",
    };
  },
  BAD_SCALAR_START: (original) => ({
    message: `A value cannot start with ${/([%@`|>&*!])\s*$/.exec(original)?.[1] ?? "this character"} unless it is quoted.`,
    hint: QUOTE,
  }),
  BAD_DQ_ESCAPE: {
    message: 'A text in "double quotes" contains a backslash that starts no known escape.',
    hint: "use 'single quotes', which leave backslashes alone",
  },
  BLOCK_IN_FLOW: {
    message: "An indented map or list stands inside brackets or braces.",
    hint: "write it in brackets too, or take the outer brackets away",
  },
  KEY_OVER_1024_CHARS: {
    message: "A name is longer than 1024 characters.",
    hint: "a quote or a line break may be missing",
  },
  BAD_DIRECTIVE: {
    message: "A line that starts with % is a YAML directive, which a definition does not need.",
    hint: "delete the line",
  },
  BAD_ALIAS: { message: "An alias (*name) has no name.", hint: QUOTE },
};

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, "");
}
