import { MAX_TEXT } from "../runtime/run.ts";
import { isExponential } from "./ambiguity.ts";
import { buildAutomaton } from "./automaton.ts";
import { loopDegree } from "./loop-degree.ts";
import type { RegexTree } from "./parse-regex.ts";
import { parseRegex } from "./parse-regex.ts";

/** Patterns with more positions than this are refused as too complex to judge. */
const MAX_POSITIONS = 300;

/** About a second of matching. */
const MAX_STEPS = 2e8;

/** Whether some text makes the matcher try exponentially many ways, or whether nobody can tell. */
export function isUnsafeRegex(regex: RegExp): boolean {
  const { tree, asides } = parseRegex(regex.source);
  return [tree, ...asides].some((part) => {
    const automaton = buildAutomaton(part, regex.flags, MAX_POSITIONS);
    return automaton === undefined || isExponential(automaton);
  });
}

/** Longest text, in UTF-16 units, that a safe pattern searches in about a second whatever the text holds. */
export function maxTextFor(regex: RegExp): number {
  const { tree, asides } = parseRegex(regex.source);
  const fails = asides.length > 0 || hasAssertion(tree);
  const degrees = [tree, ...asides].map((part) => {
    const automaton = buildAutomaton(part, regex.flags, MAX_POSITIONS);
    if (automaton === undefined) return 1;
    return loopDegree(automaton, { anchored: isAnchored(part, regex), fails });
  });
  // Nested loops visit n^d / d! combinations.
  const degree = Math.max(1, ...degrees);
  let factorial = 1;
  for (let factor = 2; factor <= degree; factor++) factorial *= factor;
  return Math.min(MAX_TEXT, Math.floor((MAX_STEPS * factorial) ** (1 / degree)));
}

/** Whether every match starts at the start of the text. */
function isAnchored(tree: RegexTree, regex: RegExp): boolean {
  if (regex.multiline) return false;
  if (tree.kind === "choice") return tree.options.every((option) => isAnchored(option, regex));
  if (tree.kind !== "sequence") return tree.kind === "assertion" && tree.start;
  const [first] = tree.items;
  return first !== undefined && isAnchored(first, regex);
}

function hasAssertion(tree: RegexTree): boolean {
  switch (tree.kind) {
    case "assertion":
      return !tree.start;
    case "sequence":
      return tree.items.some(hasAssertion);
    case "choice":
      return tree.options.some(hasAssertion);
    case "repeat":
      return hasAssertion(tree.item);
    default:
      return false;
  }
}
