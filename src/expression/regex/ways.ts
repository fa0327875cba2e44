import type { Automaton, Position } from "./automaton.ts";

/**
 * In how many ways one text can be matched by the parts of a pattern that repeat nothing, about: `a?a?a?b` tries each
 * choice of its parts on "aaa". Stops counting beyond `limit`. Each pass through a loop counts once; what loops add is
 * told by loopDegree.
 */
export function countWays({ positions, first }: Automaton, limit: number): number {
  const kinds = kindsOf(positions);
  let states: readonly State[] = [start(first, positions.length)];
  let most = 1;
  for (let step = 0; step < positions.length && states.length > 0; step++) {
    const next: State[] = [];
    for (const state of states) {
      for (const kind of kinds) {
        const reached = advance(state, kind, positions);
        if (reached.ways > 0) next.push(reached);
        most = Math.max(most, reached.ways);
      }
    }
    if (most > limit) return most;
    next.sort((a, b) => b.ways - a.ways);
    states = next.slice(0, MOST_STATES);
  }
  return most;
}

/** Texts that are followed at a time: those that match in the most ways. */
const MOST_STATES = 12;

interface State {
  /** How many ways lead to each position that may match next. */
  readonly waiting: Float64Array;
  /** How many ways there are to have come here. */
  readonly ways: number;
}

function start(first: readonly number[], size: number): State {
  const waiting = new Float64Array(size);
  for (const index of first) waiting[index] = (waiting[index] ?? 0) + 1;
  return { waiting, ways: 0 };
}

function advance({ waiting }: State, kind: bigint, positions: readonly Position[]): State {
  const after = new Float64Array(waiting.length);
  let ways = 0;
  for (const [index, { characters, next }] of positions.entries()) {
    const count = waiting[index] ?? 0;
    if (count === 0 || (characters & kind) === 0n) continue;
    ways += count;
    // Back to the start of a loop would be another pass.
    for (const to of next) if (to > index) after[to] = (after[to] ?? 0) + count;
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
