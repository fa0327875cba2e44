import type { ExpressionProblem } from "../model/expression.ts";

/**
 * A regular expression that JavaScript does not take, the one thing that JSONata's parser leaves to it. A SyntaxError has
 * words only: they are those of the versions of Node in package.json, which a test provokes.
 */
export function refusedRegex(text: string, thrown: unknown): ExpressionProblem {
  const reason = thrown instanceof Error ? thrown.message : "";
  const [, pattern, why] = /^Invalid regular expression: (\/.*\/)[a-z]*: (.*)$/s.exec(reason) ?? [];
  const offset = pattern === undefined ? -1 : text.indexOf(pattern);
  return {
    rule: "expression-syntax",
    severity: "error",
    message: `The regular expression is not valid${why === undefined ? "" : `: ${why.toLowerCase()}`}.`,
    offset: Math.max(0, offset),
    length: offset === -1 || pattern === undefined ? 1 : pattern.length,
  };
}
