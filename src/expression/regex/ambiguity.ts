import type { Automaton } from "./automaton.ts";
import { componentsOf } from "./components.ts";

/** More looping positions than this make too many pairs to look at. */
const MAX_LOOPING = 60;

/**
 * Whether two different ways through the pattern lead from a position back to it over the same text. Then each
 * round doubles the ways, and a text that fails in the end is tried in all of them. True where nobody can tell.
 */
export function isExponential({ positions, repeatsNothing }: Automaton): boolean {
  if (repeatsNothing) return true;
  const component = componentsOf(positions.map((position) => position.next));
  const looping = positions.flatMap((position, index) => {
    const inside = position.next.filter((next) => component[next] === component[index]);
    return inside.length > 0 ? [{ index, inside }] : [];
  });
  if (looping.some(({ inside }) => new Set(inside).size < inside.length)) return true;
  if (looping.length > MAX_LOOPING) return true;

  // Two matchers walk side by side over the same text: they may part and meet again only where that is possible.
  const rank = new Map(looping.map(({ index }, order) => [index, order]));
  const size = looping.length;
  const pairs: number[][] = [];
  for (const left of looping) {
    for (const right of looping) {
      const reachable: number[] = [];
      for (const a of left.inside) {
        for (const b of right.inside) {
          if (((positions[a]?.characters ?? 0n) & (positions[b]?.characters ?? 0n)) === 0n) continue;
          reachable.push((rank.get(a) ?? 0) * size + (rank.get(b) ?? 0));
        }
      }
      pairs.push(reachable);
    }
  }
  const together = componentsOf(pairs);
  const meeting = new Set(looping.map((_, order) => together[order * size + order]));
  return pairs.some((_, pair) => Math.floor(pair / size) !== pair % size && meeting.has(together[pair]));
}
