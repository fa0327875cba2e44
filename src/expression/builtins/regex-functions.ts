import type { Callable } from "../runtime/callable.ts";
import { call, isCallable } from "../runtime/callable.ts";
import { failure } from "../runtime/failure.ts";
import type { Run } from "../runtime/run.ts";
import { charge, checkText } from "../runtime/run.ts";
import { createSequence } from "../runtime/sequence.ts";
import type { Implementation } from "./implementation.ts";
import { substitute } from "./substitute.ts";

/** What a matcher answers: a regular expression, or a function that behaves like one. */
interface Match {
  readonly match: string;
  readonly start: number;
  readonly end: number;
  readonly groups: readonly (string | undefined)[];
  readonly next: Callable;
}

/** JSONata's functions that take a regular expression or a matcher function. */
export const REGEX_FUNCTIONS: Readonly<Record<string, Implementation>> = {
  contains: ([text, token], run) => contains(text as Text, token, run),
  match: ([text, regex, limit], run) => match(text as Text, regex as Callable, limit as Limit, run),
  replace: ([text, pattern, replacement, limit], run) =>
    replace(text as Text, pattern as Pattern, replacement as Pattern, limit as Limit, run),
  split: ([text, separator, limit], run) => split(text as Text, separator as Pattern, limit as Limit, run),
};

type Text = string | undefined;
type Limit = number | undefined;
type Pattern = string | Callable | undefined;

function contains(text: Text, token: unknown, run: Run): boolean | undefined {
  if (text === undefined || token === undefined) return undefined;
  if (typeof token === "string") return text.includes(token);
  return runMatcher(token, [text], run) !== undefined;
}

function match(text: Text, regex: Callable, limit: Limit, run: Run): unknown {
  if (text === undefined) return undefined;
  if (limit !== undefined && limit < 0) throw failure("D3040", { value: limit });
  const found = createSequence();
  for (const one of matches(text, regex, limit, run)) {
    charge(run, 8);
    found.push({ match: one.match, index: one.start, groups: one.groups });
  }
  return found;
}

function replace(
  text: Text,
  pattern: Pattern,
  replacement: Pattern,
  limit: Limit,
  run: Run,
): string | undefined {
  if (text === undefined) return undefined;
  if (pattern === "") throw failure("D3010");
  if (limit !== undefined && limit < 0) throw failure("D3011", { value: limit });
  let result = "";
  let position = 0;
  for (const one of typeof pattern === "string"
    ? occurrences(text, pattern, limit)
    : matches(text, pattern, limit, run)) {
    const replaced = replacementFor(one, replacement, typeof pattern === "string", run);
    charge(run, 4);
    result += text.slice(position, one.start) + replaced;
    checkText(result.length);
    position = one.start + one.match.length;
  }
  return result + text.slice(position);
}

function replacementFor(one: Match, replacement: Pattern, literally: boolean, run: Run): string {
  if (typeof replacement === "string") {
    if (literally) return replacement;
    charge(run, replacement.length >> 4);
    return substitute(replacement, one);
  }
  // With a text to search for, JSONata adds whatever it was given as text; a function there is a mistake.
  const replaced = literally ? undefined : call(replacement, [one], null, run);
  if (typeof replaced !== "string") throw failure("D3012", { value: replaced });
  return replaced;
}

function split(text: Text, separator: Pattern, limit: Limit, run: Run): unknown {
  if (text === undefined) return undefined;
  if (limit !== undefined && limit < 0) throw failure("D3020", { value: limit });
  if (limit !== undefined && !(limit > 0)) return [];
  if (typeof separator === "string") {
    charge(run, text.length);
    return text.split(separator, limit);
  }
  const parts: string[] = [];
  let start = 0;
  for (const one of matches(text, separator, limit, run)) {
    parts.push(text.slice(start, one.start));
    start = one.end;
  }
  if (limit === undefined || parts.length < limit) parts.push(text.slice(start));
  return parts;
}

function* matches(text: string, matcher: unknown, limit: Limit, run: Run): Iterable<Match> {
  if (limit !== undefined && !(limit > 0)) return;
  let count = 0;
  let one = runMatcher(matcher, [text], run);
  while (one !== undefined && (limit === undefined || count < limit)) {
    yield one;
    count += 1;
    one = runMatcher(one.next, [], run);
  }
}

function* occurrences(text: string, pattern: string, limit: Limit): Iterable<Match> {
  let count = 0;
  let start = text.indexOf(pattern);
  while (start !== -1 && (limit === undefined || count < limit)) {
    const end = start + pattern.length;
    yield { match: pattern, start, end, groups: [], next: NEVER };
    count += 1;
    start = text.indexOf(pattern, end);
  }
}

const NEVER: Callable = Object.assign(() => undefined, { arity: 0 });

function runMatcher(matcher: unknown, args: readonly unknown[], run: Run): Match | undefined {
  const result = call(matcher, args, null, run);
  if (!result) return undefined;
  if (!isMatch(result)) throw failure("T1010");
  return result;
}

/** As loose as JSONata's own check. */
function isMatch(value: unknown): value is Match {
  if (typeof value !== "object" || value === null) return false;
  const { start, end, groups, next } = value as Record<string, unknown>;
  return typeof start === "number" || typeof end === "number" || Array.isArray(groups) || isCallable(next);
}
