import { isJsonObject, type Json } from "../../model/json.ts";
import { isSecretName } from "../../model/secret-text.ts";

/** What stands below it opens something: `bearer`, the value of a header, a client's secret, a key in place of a user's name. */
const AUTH = "auth";
/** Words that say the kind of credential, or name a part of it: hidden, they would be missing in every hint about them. */
const WORDS: ReadonlySet<string> = new Set(
  [
    "api key",
    "apikey",
    "basic",
    "bearer",
    "client credentials",
    "header",
    "headers",
    "jwt",
    "none",
    "oauth",
    "oauth2",
  ].concat(["password", "query", "scheme", "token", "username", "x-api-key", "authorization"]),
);
/** They open nothing, and messages have to say where a token was asked for. */
const OPEN = new Set(["tokenUrl", "scope", "name"]);

/** Values below `root` that no output may contain: those under a secret's name, and passwords inside URLs. */
export function secretsIn(value: Json, root: readonly string[]): readonly string[] {
  let node: Json | undefined = value;
  for (const step of root) node = isJsonObject(node) ? node[step] : undefined;
  return node === undefined ? [] : [...collect(node, false)];
}

/** A connection's value, and the password in it: either may turn up alone in an error of the driver. */
export function secretsOfUrl(text: string): readonly string[] {
  return [...passwordsIn(text)];
}

function* collect(node: Json, secret: boolean): Iterable<string> {
  if (typeof node === "string") {
    // A variable that is not set stands as written: its name is no secret, and messages have to say it.
    if (secret && node !== "" && !node.includes("${") && !WORDS.has(wordOf(node))) yield node;
    yield* passwordsIn(node);
  } else if (Array.isArray(node)) {
    for (const item of node as readonly Json[]) yield* collect(item, secret);
  } else if (isJsonObject(node)) {
    for (const [key, item] of Object.entries(node))
      yield* collect(item, (secret || isSecretName(key) || key === AUTH) && !OPEN.has(key));
  }
}

function wordOf(text: string): string {
  return text.toLowerCase().replaceAll("_", " ").trim();
}

function* passwordsIn(text: string): Iterable<string> {
  // Up to the last @ of the authority: a password may contain one.
  const written = /^[a-z][a-z0-9+.-]*:\/\/[^/?#:]*:([^/?#]+)@/i.exec(text)?.[1];
  const parameter = /(?:^|[\s?&;])(?:password|pwd|sslpassword)=(?:'([^']*)'|([^\s&;]*))/i.exec(text);
  for (const password of [written, parameter?.[1] ?? parameter?.[2]]) {
    if (password === undefined || password === "") continue;
    yield password;
    const decoded = decode(password);
    if (decoded !== password) yield decoded;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
