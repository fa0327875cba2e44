import type { Automaton, Position } from "./automaton.ts";
import { componentsOf } from "./components.ts";

/**
 * How many loops one text can run through one after the other so that the matcher may move the borders between
 * them freely: matching takes time in the length of the text to this power, at worst. 0 for a pattern without loops.
 */
export function loopDegree(
  { positions, first }: Automaton,
  { anchored, fails }: { readonly anchored: boolean; readonly fails: boolean },
): number {
  const all = anchored ? positions : [...positions, searchLoop(positions.length, first)];
  const component = componentsOf(all.map((position) => position.next));
  const loops = all.flatMap((position, index) => {
    const loops = position.next.some((next) => component[next] === component[index]);
    // Behind the last position the match is made: nothing is tried again, unless an assertion can still fail.
    return loops && (fails || !position.last) ? [index] : [];
  });
  const known = new Map<number, number>();
  return Math.max(0, ...loops.map((loop) => longestFrom(loop)));

  function longestFrom(loop: number): number {
    const before = known.get(loop);
    if (before !== undefined) return before;
    let longest = 1;
    for (const other of loops) {
      if (component[other] !== component[loop] && sharesText(all, loop, other)) {
        longest = Math.max(longest, 1 + longestFrom(other));
      }
    }
    known.set(loop, longest);
    return longest;
  }
}

/** A search tries every start: a loop over any text in front of the pattern. */
function searchLoop(index: number, first: readonly number[]): Position {
  return { characters: -1n, next: [index, ...first], last: false };
}

/** Whether a character that both loops match leads from one to the other. */
function sharesText(positions: readonly Position[], from: number, to: number): boolean {
  const shared = (positions[from]?.characters ?? 0n) & (positions[to]?.characters ?? 0n);
  if (shared === 0n) return false;
  const seen = new Set<number>([from]);
  const stack = [from];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    for (const next of positions[at]?.next ?? []) {
      if (next === to) return true;
      if (seen.has(next) || ((positions[next]?.characters ?? 0n) & shared) === 0n) continue;
      seen.add(next);
      stack.push(next);
    }
  }
  return false;
}
