import { diagnose, type Remark } from "../../model/diagnose.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";

export interface ReadEnvFile {
  readonly variables: Readonly<Record<string, string>>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The text of a `.env`: `NAME=value` lines, with `export` in front or not. A value in quotes ('', "" or ``) may go on over
 * several lines, and \n in double quotes is a line end. Elsewhere a comment begins at a # with a blank before it, as for
 * docker compose and python-dotenv: a # within a value belongs to it. No remark shows a value.
 */
export function readEnvFile(file: string, text: string): ReadEnvFile {
  const variables: Record<string, string> = Object.create(null);
  const diagnostics: Diagnostic[] = [];
  const lines = new Map<string, number>();
  let line = 1;
  for (let at = 0; at < text.length; ) {
    const entry = readEntry(text, at);
    const report = (remark: Omit<Remark, "rule">): void => {
      diagnostics.push(diagnose(file, { line, column: 1, endColumn: 2 }, { rule: "env-file", ...remark }));
    };
    if (entry.kind === "variable") {
      const { name, value } = entry;
      const before = lines.get(name);
      if (before !== undefined) report(twice(name, before));
      lines.set(name, line);
      if (entry.remark !== undefined) report(entry.remark);
      variables[name] = value;
    } else if (entry.kind === "fault") report(entry.remark);
    line += text.slice(at, entry.end).split("\n").length - 1;
    at = entry.end;
  }
  return { variables, diagnostics };
}

type EnvRemark = Omit<Remark, "rule">;

/** What begins at a line, up to the start of the next one. */
type Entry =
  | { readonly kind: "nothing"; readonly end: number }
  | { readonly kind: "fault"; readonly remark: EnvRemark; readonly end: number }
  | {
      readonly kind: "variable";
      readonly name: string;
      readonly value: string;
      readonly remark: EnvRemark | undefined;
      readonly end: number;
    };

const BLANK = /[^\S\n]*(?:#[^\n]*)?(?:\n|$)/y;
const NAME = /[^\S\n]*(?:export[^\S\n]+)?([A-Za-z_][\w.-]*)[^\S\n]*=[^\S\n]*/y;
const LINE = /[^\n]*(?:\n|$)/y;

function readEntry(text: string, at: number): Entry {
  const blank = match(BLANK, text, at);
  if (blank !== null) return { kind: "nothing", end: at + Math.max(1, blank[0].length) };
  const named = match(NAME, text, at);
  const [line = ""] = match(LINE, text, at) ?? [];
  if (named === null) return { kind: "fault", remark: NO_VARIABLE, end: at + line.length };
  const [start, name = ""] = named;
  const from = at + start.length;
  const quote = text[from] ?? "";
  if (!`"'\``.includes(quote) || quote === "") {
    const [rest = ""] = match(LINE, text, from) ?? [];
    return { kind: "variable", name, ...bareValue(name, rest), end: from + rest.length };
  }
  const close = text.indexOf(quote, from + 1);
  if (close < 0) return { kind: "fault", remark: openQuote(name), end: at + line.length };
  const inside = text.slice(from + 1, close).replaceAll("\r\n", "\n");
  const value = quote === '"' ? inside.replaceAll("\\n", "\n") : inside;
  const [rest = ""] = match(LINE, text, close + 1) ?? [];
  const remark = /^\s*(?:#.*)?$/s.test(rest) ? undefined : behindQuote(name);
  return { kind: "variable", name, value, remark, end: close + 1 + rest.length };
}

function bareValue(
  name: string,
  rest: string,
): { readonly value: string; readonly remark: EnvRemark | undefined } {
  const value = rest.replace(/(?:^|\s)#.*$/s, "").trim();
  return { value, remark: value.includes("#") ? hashInside(name) : undefined };
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const NO_VARIABLE: EnvRemark = {
  severity: "warning",
  message: "The line does not set a variable and is ignored.",
  hint: "write NAME=value, or # in front of a comment",
};

function hashInside(name: string): EnvRemark {
  return {
    severity: "warning",
    message: `The value of ${name} contains a # without a blank before it. It belongs to the value here; other programs cut the value there.`,
    hint: "put the value in quotes, or a blank before the # of a comment",
  };
}

function openQuote(name: string): EnvRemark {
  return {
    message: `The value of ${name} begins with a quote that is not closed, so the variable is not set.`,
    hint: "close the quote; put a value that contains one kind of quote in the other",
  };
}

function behindQuote(name: string): EnvRemark {
  return {
    message: `Behind the closing quote of ${name} there is more, which does not belong to its value.`,
    hint: "put all of the value in one pair of quotes: '…' where it contains double ones",
  };
}

function twice(name: string, before: number): EnvRemark {
  return {
    severity: "warning",
    message: `${name} is set twice: here and in line ${before}. This one counts.`,
    hint: "remove one of the two",
  };
}
