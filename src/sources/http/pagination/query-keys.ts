/**
 * An address that the server names, with the credentials that `base` has in its query: many servers leave the key out, or
 * put asterisks in its place. A value of the server's own stays: a `page_token` has the name of a secret, and is none.
 * Both are of one origin.
 */
export function withKeys(address: URL, base: URL, keys: readonly string[]): URL {
  const url = new URL(address);
  for (const key of keys) {
    const given = url.searchParams.getAll(key);
    if (given.length > 0 && !given.some((value) => MASKED.test(value))) continue;
    url.searchParams.delete(key);
    for (const value of base.searchParams.getAll(key)) url.searchParams.append(key, value);
  }
  return url;
}

const MASKED = /^(?:[*•.x]*|[[<({]?(?:redacted|masked|hidden|filtered)[\])>}]?)$/i;
