import type { RegexNode } from "../ast.ts";
import type { RegexCost } from "../regex/regex-risk.ts";
import { regexCost } from "../regex/regex-risk.ts";
import type { Callable } from "../runtime/callable.ts";
import { makeCallable } from "../runtime/callable.ts";
import { failure } from "../runtime/failure.ts";
import type { Code } from "../runtime/run.ts";
import { charge } from "../runtime/run.ts";

/** A regular expression as JSONata's matcher function: text in, the first match and a way to the next one out. */
export function compileRegex(node: RegexNode): Code {
  const { value, position } = node;
  if (!(value instanceof RegExp)) throw new Error("bug: a regular expression that the parser has copied");
  const cost = regexCost(value);
  // A copy for each evaluation: it remembers where the last match ended.
  return () => makeMatcher(new RegExp(value), cost, position);
}

function makeMatcher(regex: RegExp, cost: RegexCost, position: number | undefined): Callable {
  const find = (text: string, from: number): unknown => {
    regex.lastIndex = from;
    const found = regex.exec(text);
    if (found === null) return undefined;
    return {
      match: found[0],
      start: found.index,
      end: found.index + found[0].length,
      groups: found.slice(1),
      next: makeCallable((_args, _context, run) => {
        charge(run, 1);
        if (regex.lastIndex >= text.length) return undefined;
        const next = find(text, regex.lastIndex);
        if (isEmptyMatch(next)) throw failure("D1004", { position });
        return next;
      }, 0),
    };
  };
  return makeCallable(([input, from], _context, run) => {
    const text = String(input);
    if (text.length > cost.maxText) throw failure("regex-text-too-long", { position });
    // For this search and those that go on from it.
    charge(run, cost.unitsFor(text.length));
    return find(text, typeof from === "number" ? from : 0);
  }, 2);
}

function isEmptyMatch(match: unknown): boolean {
  return typeof match === "object" && match !== null && "match" in match && match.match === "";
}
