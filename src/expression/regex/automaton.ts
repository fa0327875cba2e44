import type { RegexTree } from "./parse-regex.ts";

/** One place of the pattern where a character is matched. */
export interface Position {
  /** The characters it matches, one bit for each of the samples. */
  readonly characters: bigint;
  /** Positions that may match the next character; a position twice where two ways lead there. */
  readonly next: readonly number[];
  /** Whether the match may end here. */
  readonly last: boolean;
}

export interface Automaton {
  readonly positions: readonly Position[];
  readonly first: readonly number[];
  /** A repeated part that may match nothing: how often it did is another choice the matcher can make. */
  readonly repeatsNothing: boolean;
}

/** More copies of a repeated part than this are treated as any number of them. */
const MAX_COPIES = 8;

/** The pattern's positions (Glushkov's construction). Undefined where there are more than `limit`. */
export function buildAutomaton(tree: RegexTree, flags: string, limit: number): Automaton | undefined {
  const draft: Draft = { positions: [], flags, limit, repeatsNothing: false };
  const whole = build(tree, draft);
  if (draft.positions.length > limit) return undefined;
  const last = new Set(whole.last);
  return {
    positions: draft.positions.map(({ characters, next }, index) => ({
      characters,
      next,
      last: last.has(index),
    })),
    first: whole.first,
    repeatsNothing: draft.repeatsNothing,
  };
}

interface Draft {
  readonly positions: { readonly characters: bigint; readonly next: number[] }[];
  readonly flags: string;
  readonly limit: number;
  repeatsNothing: boolean;
}

interface Part {
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly nullable: boolean;
}

const NOTHING: Part = { first: [], last: [], nullable: true };

function build(tree: RegexTree, draft: Draft): Part {
  if (draft.positions.length > draft.limit) return NOTHING;
  switch (tree.kind) {
    case "assertion":
      return NOTHING;
    case "set": {
      const index =
        draft.positions.push({ characters: characterSet(tree.source, draft.flags), next: [] }) - 1;
      return { first: [index], last: [index], nullable: false };
    }
    case "sequence":
      return tree.items.reduce((part, item) => follow(part, build(item, draft), draft), NOTHING);
    case "choice": {
      const options = tree.options.map((option) => build(option, draft));
      return {
        first: options.flatMap((option) => option.first),
        last: options.flatMap((option) => option.last),
        nullable: options.some((option) => option.nullable),
      };
    }
    case "repeat":
      return buildRepeat(tree, draft);
    default:
      return tree satisfies never;
  }
}

function buildRepeat(tree: RegexTree & { kind: "repeat" }, draft: Draft): Part {
  const { item, min, max } = tree;
  if (max === 0) return NOTHING;
  if (max === 1)
    return { ...build(item, draft), nullable: min === 0 || build(item, measure(draft)).nullable };
  if (min === max && max <= MAX_COPIES) {
    let part = NOTHING;
    for (let copy = 0; copy < max; copy++) part = follow(part, build(item, draft), draft);
    if (part.nullable) draft.repeatsNothing = true;
    return part;
  }
  const body = build(item, draft);
  if (body.nullable) draft.repeatsNothing = true;
  connect(body.last, body.first, draft);
  return { ...body, nullable: body.nullable || min === 0 };
}

/** A draft to look at a part without adding it. */
function measure(draft: Draft): Draft {
  return { ...draft, positions: [] };
}

function follow(left: Part, right: Part, draft: Draft): Part {
  connect(left.last, right.first, draft);
  return {
    first: left.nullable ? [...left.first, ...right.first] : left.first,
    last: right.nullable ? [...left.last, ...right.last] : right.last,
    nullable: left.nullable && right.nullable,
  };
}

function connect(from: readonly number[], to: readonly number[], draft: Draft): void {
  for (const index of from) draft.positions[index]?.next.push(...to);
}

/** Characters that tell the usual sets apart: ASCII, and some that the classes and case folding treat specially. */
const SAMPLES: readonly string[] = [
  ...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)),
  ..."\u0085\u00a0ßäÄéÉøſıİK\u2028\u2029\ufeffαΩжЖ中あ한\ud83d\ude00",
].flatMap((text) => text.split(""));

function characterSet(source: string, flags: string): bigint {
  const key = `${flags.includes("i")} ${source}`;
  const known = sets.get(key);
  if (known !== undefined) return known;
  const set = readCharacterSet(source, flags);
  if (sets.size >= MOST_KEPT) sets.clear();
  sets.set(key, set);
  return set;
}

/** Patterns are made of the same few sets. */
const sets = new Map<string, bigint>();
const MOST_KEPT = 5000;

function readCharacterSet(source: string, flags: string): bigint {
  const test = new RegExp(`^(?:${source})$`, flags.includes("i") ? "i" : "");
  let bits = 0n;
  SAMPLES.forEach((sample, index) => {
    if (test.test(sample)) bits |= 1n << BigInt(index);
  });
  // A character outside the samples: alike only to itself and to the wide classes, which have samples in common.
  return bits === 0n ? 1n << BigInt(SAMPLES.length + hash(source)) : bits;
}

function hash(text: string): number {
  let value = 0;
  for (const character of text) value = (value * 31 + (character.codePointAt(0) ?? 0)) % 4093;
  return value;
}
