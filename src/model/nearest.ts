import { distance } from "fastest-levenshtein";

/**
 * The candidate that was probably meant: the same but for case, spaces and underscores (`external_id` → `externalId`),
 * or a few letters away. undefined where none is near.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = fold(name);
  let best: string | undefined;
  let least = mostWrong(wanted.length) + 1;
  for (const candidate of candidates) {
    const away = distance(wanted, fold(candidate));
    if (away < least) [best, least] = [candidate, away];
  }
  return best;
}

/**
 * The one candidate that can have been meant: the same but for its spelling style, or one letter away where no other is.
 * A stricter judge than `nearest`, for what is changed without asking.
 */
export function onlyMeant(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = fold(name);
  const near = [...candidates].map((candidate) => ({ candidate, away: distance(wanted, fold(candidate)) }));
  const same = near.filter(({ away }) => away === 0);
  const close = same.length > 0 ? same : near.filter(({ away }) => away === 1 && wanted.length >= 4);
  return close.length === 1 ? close[0]?.candidate : undefined;
}

/** Lower case without separators: what is left when only the spelling style differs. */
export function fold(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_.-]+/g, "");
}

/** One letter in three may be wrong, two swapped ones in a short word: more, and the guess would puzzle. */
function mostWrong(length: number): number {
  if (length < 4) return 1;
  return Math.max(2, Math.floor(length / 3));
}
