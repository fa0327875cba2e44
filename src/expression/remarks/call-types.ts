import type { InferredType } from "../../model/expression.ts";
import type { Types } from "../infer-result.ts";

export interface WrongArgument {
  /** From 0, with what stands left of `~>` as the first. */
  readonly index: number;
  /** `a number`, `text`. */
  readonly wanted: string;
}

/**
 * The argument that makes a call fail whatever its value, by JSONata's signature (`<s-nn?:s>`); undefined where the
 * call may work, or where an argument is not known at all (empty types).
 */
export function wrongArgument(signature: string, given: readonly Types[]): WrongArgument | undefined {
  const known = given.map(lettersOf);
  if (known.reduce((count, letters) => count * letters.length, 1) > MOST_COMBINATIONS) return undefined;
  // With several arguments JSONata may take one from the context: all have to be known.
  if (known.length === 0 || known.some((letters) => letters.length === 0)) return undefined;
  const parameters = parametersOf(signature);
  const pattern = new RegExp(`^${parameters.map(({ regex }) => `(${regex})`).join("")}$`);
  if (combinations(known).some((letters) => fits(letters, pattern, parameters))) return undefined;
  for (const [index] of known.entries()) {
    const others = known.map((letters, at) => (at === index ? ALL : letters));
    if (!combinations(others).some((letters) => fits(letters, pattern, parameters))) continue;
    const wanted = wantedWords(parameters[index]);
    if (wanted !== undefined) return { index, wanted };
  }
  return undefined;
}

/** Of the types that arguments may have: more say nothing that would be certain. */
const MOST_COMBINATIONS = 1000;

interface Parameter {
  readonly regex: string;
  readonly types: string;
  /** Type of the items of a list. */
  readonly items: string | undefined;
}

const ALL = ["s", "n", "b", "l", "a", "o", "f"];

/**
 * As JSONata builds its own check: a list is made of a single value, and `-` may be left to the context, which is the
 * row here: an object.
 */
function parametersOf(signature: string): readonly Parameter[] {
  const inner = signature.slice(1, -1).split(":")[0] ?? "";
  return [...inner.matchAll(/(\([a-z]+\)|[a-z])(?:<([a-z])[^>]*>)?([-?+]*)/g)].map(
    ([, written = "", items, flags = ""]) => {
      const types = written.replace(/[()]/g, "");
      const letters = CLASSES[types] ?? `[${types}]`;
      const mayBeLeftOut = flags.includes("?") || (flags.includes("-") && letters.includes("o"));
      const repeat = flags.includes("+") ? "+" : mayBeLeftOut ? "?" : "";
      return { types, items, regex: letters + repeat };
    },
  );
}

const CLASSES: Readonly<Record<string, string>> = {
  a: "[asnblfo]",
  x: "[asnblfo]",
  j: "[asnblo]",
};

function fits(letters: string, pattern: RegExp, parameters: readonly Parameter[]): boolean {
  const match = pattern.exec(letters);
  if (match === null) return false;
  return parameters.every(({ types, items }, index) => {
    const letter = match[index + 1] ?? "";
    return types !== "a" || items === undefined || letter === "" || letter === "a" || letter === items;
  });
}

function combinations(known: readonly (readonly string[])[]): readonly string[] {
  return known.reduce<readonly string[]>(
    (heads, letters) => heads.flatMap((head) => letters.map((letter) => head + letter)),
    [""],
  );
}

const LETTERS: Partial<Record<InferredType, string>> = {
  string: "s",
  number: "n",
  boolean: "b",
  null: "l",
  array: "a",
  object: "o",
  function: "f",
};

function lettersOf(types: Types): readonly string[] {
  return [...types].flatMap((type) => LETTERS[type] ?? []);
}

function wantedWords(parameter: Parameter | undefined): string | undefined {
  if (parameter?.types === "a") return parameter.items === "n" ? "numbers" : undefined;
  return parameter === undefined ? undefined : WANTED[parameter.types];
}

const WANTED: Readonly<Record<string, string>> = { s: "text", n: "a number", sf: "text", o: "an object" };
