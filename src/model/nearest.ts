import { distance } from "fastest-levenshtein";

/**
 * The candidate that somebody who wrote `word` most likely meant: the same but for case, underscores and hyphens, or
 * close by edit distance (a third of the length, at least 2). undefined where none is near.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const folded = fold(word);
  let best: string | undefined;
  let least = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    if (fold(candidate) === folded) return candidate;
    const steps = distance(folded, fold(candidate));
    if (steps < least) {
      least = steps;
      best = candidate;
    }
  }
  return best;
}

function fold(word: string): string {
  return word.toLowerCase().replace(/[_\-\s]/g, "");
}
