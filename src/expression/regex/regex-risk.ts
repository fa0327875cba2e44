import { MAX_TEXT } from "../runtime/run.ts";
import { isExponential } from "./ambiguity.ts";
import type { Automaton } from "./automaton.ts";
import { buildAutomaton } from "./automaton.ts";
import { loopDegree } from "./loop-degree.ts";
import type { RegexTree } from "./parse-regex.ts";
import { parseRegex } from "./parse-regex.ts";
import { countWays } from "./ways.ts";

/** Patterns with more positions than this are refused as too complex to judge. */
const MAX_POSITIONS = 300;

/** Patterns that match one text in more ways than this, without any loop, are refused. */
const MAX_WAYS = 1000;

/** About a second of matching. */
const MAX_STEPS = 2e8;

/** Steps that take as long as one unit of an evaluation's work. */
const STEPS_PER_UNIT = 20;

/** Alternatives at one place that a step is reckoned to try, and ways to match that loops are reckoned to have. */
const USUAL = 8;

/** Whether some text makes the matcher try exponentially many ways, or whether nobody can tell. */
export function isUnsafeRegex(regex: RegExp): boolean {
  const parts = partsOf(regex);
  return (
    parts === undefined ||
    parts.some(({ automaton }) => isExponential(automaton) || countWays(automaton, MAX_WAYS) > MAX_WAYS)
  );
}

export interface RegexCost {
  /**
   * Longest text, in UTF-16 units, that a safe pattern searches in about a second whatever the text holds; 0 where
   * the pattern is too complex to judge.
   */
  readonly maxText: number;
  /** Units of work of a search through a text of this length, and of the searches that go on from its matches. */
  unitsFor(length: number): number;
}

export function regexCost(regex: RegExp): RegexCost {
  const parts = partsOf(regex);
  if (parts === undefined) return { maxText: 0, unitsFor: () => 1 };
  // A look-around is tried at each place that the pattern around it comes to.
  const deepest = Math.max(0, ...parts.map(({ inside }) => inside));
  let whole = Math.max(1, degreeAt(0, parts));
  for (let inside = 1; inside <= deepest; inside++) whole += degreeAt(inside, parts);
  const factor = Math.max(1, ...parts.map(({ factor }) => factor));
  // Nested loops visit n^d / d! combinations.
  let factorial = 1;
  for (let loops = 2; loops <= whole; loops++) factorial *= loops;
  const stepsFor = (length: number) => (factor * length ** whole) / factorial;
  return {
    maxText: Math.min(MAX_TEXT, Math.floor(((MAX_STEPS * factorial) / factor) ** (1 / whole))),
    unitsFor: (length) => 1 + Math.floor(stepsFor(length) / STEPS_PER_UNIT),
  };
}

/** The highest degree of those within so many look-arounds. */
function degreeAt(depth: number, parts: readonly Part[]): number {
  return Math.max(0, ...parts.map(({ inside, degree }) => (inside === depth ? degree : 0)));
}

interface Part {
  readonly automaton: Automaton;
  /** Within how many look-arounds it stands. */
  readonly inside: number;
  readonly degree: number;
  /** Steps at each place, where they are more than usual. */
  readonly factor: number;
}

/** The pattern and the bodies of its look-arounds; undefined where they are too complex to judge. */
function partsOf(regex: RegExp): readonly Part[] | undefined {
  const known = judged.get(regex);
  if (known !== undefined) return known.parts;
  const parts = readParts(regex);
  judged.set(regex, { parts });
  return parts;
}

/** Whether it is safe is asked first, and then how long it takes. */
const judged = new WeakMap<RegExp, { readonly parts: readonly Part[] | undefined }>();

function readParts(regex: RegExp): readonly Part[] | undefined {
  try {
    const { tree, asides } = parseRegex(regex.source);
    const parts = [{ tree, inside: 0 }, ...asides].map(({ tree, inside }) => {
      const automaton = buildAutomaton(tree, regex.flags, MAX_POSITIONS);
      return automaton === undefined ? undefined : partOf(automaton, tree, inside, asides.length > 0, regex);
    });
    return parts.every((part) => part !== undefined) ? parts : undefined;
  } catch (error) {
    // Brackets nested thousands deep.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function partOf(
  automaton: Automaton,
  tree: RegexTree,
  inside: number,
  hasAsides: boolean,
  regex: RegExp,
): Part {
  const anchored = inside > 0 || isAnchored(tree, regex);
  const fails = hasAsides || hasAssertion(tree);
  const width = Math.max(automaton.first.length, ...automaton.positions.map(({ next }) => next.length));
  const ways = countWays(automaton, MAX_WAYS);
  const factor = Math.max(1, ways / USUAL) * Math.max(1, width / USUAL);
  return { automaton, inside, degree: loopDegree(automaton, { anchored, fails }), factor };
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
