/**
 * An address that the server names, with the credentials that `base` has in its query: many servers leave the key out, or
 * put asterisks in its place. Both are of one origin.
 */
export function withKeys(address: URL, base: URL, keys: readonly string[]): URL {
  const url = new URL(address);
  for (const key of keys) {
    url.searchParams.delete(key);
    for (const value of base.searchParams.getAll(key)) url.searchParams.append(key, value);
  }
  return url;
}
