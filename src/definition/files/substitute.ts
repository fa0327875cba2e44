import { diagnose, type Remark } from "../../model/diagnose.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { isJsonObject, type Json } from "../../model/json.ts";
import type { Path, PlacedFile } from "../../model/placed.ts";
import { refusedVariable } from "./refused-variables.ts";

export type Variables = Readonly<Record<string, string | undefined>>;

export interface Substitution {
  /** The same shape with other texts: a value can add no key. */
  readonly value: Json;
  /** By JSON pointer: every text that named a variable, or tried to. */
  readonly texts: ReadonlyMap<string, SubstitutedText>;
  readonly diagnostics: readonly Diagnostic[];
}

export interface SubstitutedText {
  readonly path: Path;
  readonly value: string;
  /** Variables that are named and not set. The text then stays as written. */
  readonly missing: readonly string[];
  /** Whether the value can be relied on: nothing missing, refused or malformed. */
  readonly complete: boolean;
  /** In their order; those that are not set are left out. */
  readonly variables: readonly PutIn[];
}

/** What stands in a text in place of a variable. */
export interface PutIn {
  readonly name: string;
  readonly value: string;
  /** It is the default that the file gives. */
  readonly isDefault: boolean;
  /** The text in front of it, with its variables put in. */
  readonly before: string;
}

export interface SubstituteOptions {
  /** Where the value stands in its file. */
  readonly at?: Path;
  /** Whether a variable that is not set is missed there: what it says may not be needed. */
  readonly isMissed?: (path: Path, name: string) => boolean;
}

/**
 * `${NAME}` and `${NAME:-default}` in every text of a value; `$${` gives `${`. An empty variable counts as unset,
 * as CI sets a missing secret to "". What is put in is not looked at again. No message names a value.
 */
export function substitute(
  placed: PlacedFile,
  value: Json,
  variables: Variables,
  { at = [], isMissed = () => true }: SubstituteOptions = {},
): Substitution {
  const texts = new Map<string, SubstitutedText>();
  const remarks: VariableRemark[] = [];
  const substituted = walk(value, at);
  return { value: substituted, texts, diagnostics: told(placed, remarks) };

  function walk(node: Json, path: Path): Json {
    if (typeof node === "string") return node.includes("${") ? text(node, path) : node;
    if (Array.isArray(node)) return node.map((item: Json, index) => walk(item, [...path, index]));
    if (!isJsonObject(node)) return node;
    const copy: Record<string, Json> = Object.create(null);
    for (const [key, item] of Object.entries(node)) copy[key] = walk(item, [...path, key]);
    return copy;
  }

  function text(raw: string, path: Path): string {
    const missing: string[] = [];
    const put: PutIn[] = [];
    let complete = true;
    let result = "";
    for (const part of splitText(raw)) {
      const found = part.kind === "literal" ? { text: part.text } : resolve(part, path);
      if ("text" in found) {
        if (part.kind === "variable") {
          const isDefault = !isSet(part.name);
          put.push({ name: part.name, value: found.text, isDefault, before: result });
        }
        result += found.text;
      } else {
        complete = false;
        if (found.missing !== undefined) missing.push(found.missing);
      }
    }
    const value = complete ? result : raw;
    texts.set(pointer(path), { path, value, missing, complete, variables: put });
    return value;
  }

  function isSet(name: string): boolean {
    return Object.hasOwn(variables, name) && (variables[name] ?? "") !== "";
  }

  function resolve(part: VariablePart | MalformedPart, path: Path) {
    const about = { path, part, name: part.kind === "variable" ? part.name : undefined };
    const report = (
      rule: VariableRule,
      message: string,
      hint: string,
      severity: "error" | "warning" = "error",
    ) => remarks.push({ ...about, rule, message, hint, severity });
    if (part.kind === "malformed") {
      report("variable-syntax", part.why, `write \${NAME}, \${NAME:-default}, or $\${ for a literal \${`);
      return { missing: undefined };
    }
    const why = refusedVariable(part.name);
    if (why !== undefined) {
      report(
        "variable-refused",
        `\${${part.name}} is refused: ${why}.`,
        "give the sync a variable of its own",
      );
      return { missing: undefined };
    }
    if (isSet(part.name)) return { text: variables[part.name] ?? "" };
    if (part.fallback !== undefined) return { text: part.fallback };
    if (isMissed(path, part.name)) {
      report(
        "variable-unset",
        `The environment variable ${part.name} is not set.`,
        `set ${part.name}, in the environment or in .env, or write \${${part.name}:-default}`,
        "warning",
      );
    }
    return { missing: part.name };
  }
}

type VariableRule = "variable-unset" | "variable-refused" | "variable-syntax";

interface VariableRemark {
  readonly rule: VariableRule;
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly hint: string;
  readonly path: Path;
  readonly part: { readonly offset: number; readonly length: number };
  readonly name: string | undefined;
}

/** One remark a place; of one rule more than these are one remark with their number. */
const MOST_TOLD = 10;
const MOST_NAMED = 3;

function told(placed: PlacedFile, remarks: readonly VariableRemark[]): readonly Diagnostic[] {
  const rules = new Set(remarks.map(({ rule }) => rule));
  return [...rules].flatMap((rule) => {
    const own = remarks.filter((remark) => remark.rule === rule);
    const shown = own.length > MOST_TOLD ? own.slice(0, 1) : own;
    return shown.map(({ path, part: { offset, length }, severity, message, hint }) =>
      diagnose(placed.file, placed.place(path, { span: { offset, length } }), {
        rule,
        severity,
        ...(own.length > MOST_TOLD ? together(rule, own) : { message, hint }),
      }),
    );
  });
}

function together(rule: VariableRule, remarks: readonly VariableRemark[]): Pick<Remark, "message" | "hint"> {
  const names = [...new Set(remarks.flatMap(({ name }) => name ?? []))];
  const count = (some: readonly unknown[]) => some.length.toLocaleString("en-US");
  const rest = names.length - MOST_NAMED;
  const some = names.slice(0, MOST_NAMED).join(", ");
  const list = rest > 0 ? `${some} and ${rest.toLocaleString("en-US")} more` : some;
  switch (rule) {
    case "variable-unset":
      return {
        message: `${count(names)} environment ${names.length === 1 ? "variable is" : "variables are"} not set, in ${count(remarks)} places from here on: ${list}.`,
        hint: `set them, in the environment or in .env, or write defaults: \${NAME:-default}`,
      };
    case "variable-refused":
      return {
        message: `${count(remarks)} variables are refused, from here on: ${list} belong to the machine, the CI or a cloud account.`,
        hint: "give the sync variables of its own",
      };
    case "variable-syntax":
      return {
        message: `${count(remarks)} variables are malformed, from here on.`,
        hint: `write \${NAME}, \${NAME:-default}, or $\${ for a literal \${`,
      };
    default:
      return rule satisfies never;
  }
}

/** The path as Ajv writes it: `/planhat/token`. */
export function pointer(path: Path): string {
  return path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

interface LiteralPart {
  readonly kind: "literal";
  readonly text: string;
}

interface VariablePart {
  readonly kind: "variable";
  readonly name: string;
  readonly fallback: string | undefined;
  readonly offset: number;
  readonly length: number;
}

interface MalformedPart {
  readonly kind: "malformed";
  readonly why: string;
  readonly offset: number;
  readonly length: number;
}

const VARIABLE = /\$\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?\}/y;

function* splitText(raw: string): Iterable<LiteralPart | VariablePart | MalformedPart> {
  let done = 0;
  for (let at = raw.indexOf("${"); at >= 0; at = raw.indexOf("${", done)) {
    if (at > done && raw[at - 1] === "$") {
      yield { kind: "literal", text: `${raw.slice(done, at - 1)}\${` };
      done = at + 2;
      continue;
    }
    yield { kind: "literal", text: raw.slice(done, at) };
    VARIABLE.lastIndex = at;
    const match = VARIABLE.exec(raw);
    if (match === null || match[2]?.includes("${")) {
      const end = raw.indexOf("}", at);
      const length = end < 0 ? raw.length - at : end + 1 - at;
      yield { kind: "malformed", why: whyMalformed(raw.slice(at, at + length)), offset: at, length };
      done = at + length;
    } else {
      const [whole, name = "", fallback] = match;
      yield { kind: "variable", name, fallback, offset: at, length: whole.length };
      done = at + whole.length;
    }
  }
  yield { kind: "literal", text: raw.slice(done) };
}

function whyMalformed(text: string): string {
  if (!text.endsWith("}")) return "A variable is not closed by }.";
  if (text.includes("${", 2)) return "A default cannot name another variable.";
  return "A variable's name consists of letters, digits and _, and starts with no digit.";
}
