/**
 * Whether the definition allows to fetch from a host that is not the source's own. Such a host gets none of the
 * source's headers and credentials. `hosts` as in an address: `files.example.com`, with the port where it is not the
 * usual one. https never falls back to http.
 */
export function isNamedHost(url: URL, from: URL, hosts: readonly string[]): boolean {
  const isSafe = url.protocol === "https:" || (url.protocol === "http:" && from.protocol === "http:");
  return isSafe && hosts.some((host) => host.toLowerCase() === url.host);
}

/** What every server may see: how to send the answer, and who asks. Lower-case names. */
const HARMLESS = ["accept", "accept-encoding", "user-agent"];

export function harmlessHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => HARMLESS.includes(name)));
}
