import type { Automaton, Position } from "./automaton.ts";

/**
 * In how many ways one text can be matched by the parts of a pattern that repeat nothing, about: `a?a?a?b` tries each
 * choice of its parts on "aaa". Stops counting beyond `limit`. Each pass through a loop counts once; what loops add is
 * told by loopDegree.
 */
export function countWays({ positions, first }: Automaton, limit: number): number {
  if (!hasChoice(positions, first)) return 1;
  const kinds = kindsOf(positions);
  let states: readonly Waiting[] = [new Map(first.map((index) => [index, 1]))];
  let most = 1;
  for (let step = 0; step < positions.length && states.length > 0; step++) {
    const next = states.flatMap((state) => kinds.map((kind) => advance(state, kind, positions)));
    const alive = next.filter(({ ways }) => ways > 0).sort((a, b) => b.ways - a.ways);
    most = Math.max(most, alive[0]?.ways ?? 0);
    if (most > limit) return most;
    states = alive.slice(0, MOST_STATES).map(({ waiting }) => waiting);
  }
  return most;
}

/** Texts that are followed at a time: those that match in the most ways. */
const MOST_STATES = 12;

/** How many ways lead to each position that may match next. */
type Waiting = ReadonlyMap<number, number>;

/** Whether some character can be matched by two positions at one place. */
function hasChoice(positions: readonly Position[], first: readonly number[]): boolean {
  const ahead = positions.map(({ next }, index) => next.filter((to) => to > index));
  return [first, ...ahead].some((options) => {
    let taken = 0n;
    return options.some((option) => {
      const characters = positions[option]?.characters ?? 0n;
      if ((taken & characters) !== 0n) return true;
      taken |= characters;
      return false;
    });
  });
}

/** `ways`: of having matched a character of this kind. */
function advance(
  waiting: Waiting,
  kind: bigint,
  positions: readonly Position[],
): { readonly waiting: Waiting; readonly ways: number } {
  const after = new Map<number, number>();
  let ways = 0;
  for (const [index, count] of waiting) {
    const position = positions[index];
    if (position === undefined || (position.characters & kind) === 0n) continue;
    ways += count;
    // Back to the start of a loop would be another pass.
    for (const to of position.next) if (to > index) after.set(to, (after.get(to) ?? 0) + count);
  }
  return { waiting: after, ways };
}

/** One character of each kind that the pattern tells apart. */
function kindsOf(positions: readonly Position[]): readonly bigint[] {
  const sets = [...new Set(positions.map(({ characters }) => characters))];
  let kinds: readonly bigint[] = [sets.reduce((all, set) => all | set, 0n)];
  for (const set of sets) {
    kinds = kinds.flatMap((kind) => [kind & set, kind & ~set]).filter((kind) => kind !== 0n);
  }
  return kinds;
}
