/**
 * Whether a path may be a pattern: without one of these characters it is a file's name. Asked before the library that
 * knows for sure is loaded, which takes longer than everything else that a plain name needs.
 */
export function mayBeGlob(path: string): boolean {
  return /[\\*?[\]{}()!@+|]/.test(path);
}
