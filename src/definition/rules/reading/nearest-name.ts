import { distance } from "fastest-levenshtein";

/**
 * The candidate that was probably meant: the same but for case, spaces and underscores (`external_id` → `externalId`),
 * or a few letters away. undefined where none is near.
 */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
  const wanted = fold(name);
  let nearest: string | undefined;
  // One letter in three may be wrong: more, and the guess would puzzle instead of help.
  let least = Math.floor(wanted.length / 3) + 1;
  for (const candidate of candidates) {
    const away = distance(wanted, fold(candidate));
    if (away < least) [nearest, least] = [candidate, away];
  }
  return nearest;
}

/** Lower case without separators: what is left when only the spelling style differs. */
export function fold(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_.-]+/g, "");
}
