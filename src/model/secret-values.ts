import { isJsonObject, type Json } from "./json.ts";
import { isSecretName, looksLikeCredential } from "./secret-text.ts";

/** What stands below it opens something: `bearer`, the value of a header, a client's secret. */
const AUTH = "auth";
/** They open nothing, and messages have to say where a token was asked for. */
const OPEN: ReadonlySet<string> = new Set(["tokenUrl", "scope", "name"]);
/** Words that say the kind of credential, or name a part of it: hidden, they would be missing in every hint about them. */
const WORDS: ReadonlySet<string> = new Set([
  ...[
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
  ],
  ...["oauth2", "password", "query", "scheme", "token", "username", "x-api-key", "authorization"],
]);
/** Names by which somebody is known. Some APIs take a key in such a place. */
const WHO: ReadonlySet<string> = new Set(["username", "clientId"]);

/**
 * Values that no output may contain: those under a secret's name or below `auth`, and passwords inside URLs; each with
 * its parts, see secretParts.
 */
export function secretsIn(value: Json): readonly string[] {
  return [...collect(value, "nothing")];
}

/** What the place of a value says of it. */
type Place = "nothing" | "secret" | "who";

function* collect(node: Json, place: Place): Iterable<string> {
  if (typeof node === "string") {
    // A variable that is not set stands as written: its name is no secret, and messages have to say it.
    const isSecret = place === "secret" || (place === "who" && looksLikeCredential(node));
    if (isSecret && !node.includes("${") && !WORDS.has(wordOf(node))) yield* secretParts(node);
    else yield* passwordsIn(node);
  } else if (Array.isArray(node)) {
    for (const item of node as readonly Json[]) yield* collect(item, place);
  } else if (isJsonObject(node)) {
    for (const [key, item] of Object.entries(node)) {
      if (item !== undefined) yield* collect(item, placeBelow(node, key, place));
    }
  } else if (place === "secret" && node !== null) yield String(node);
}

function wordOf(text: string): string {
  return text.toLowerCase().replaceAll("_", " ").trim();
}

function placeBelow(parent: Readonly<Record<string, Json>>, key: string, place: Place): Place {
  if (OPEN.has(key)) return "nothing";
  // A key in place of a user's name, and nothing for the password.
  if (WHO.has(key)) return parent["password"] === "" ? "secret" : "who";
  return place === "secret" || key === AUTH || isSecretName(key) ? "secret" : "nothing";
}

/** Whether whatever is written at this path of a definition or of the settings is a secret. */
export function isSecretPlace(path: readonly (string | number)[]): boolean {
  const names = path.filter((step) => typeof step === "string");
  const last = names.at(-1) ?? "";
  if (OPEN.has(last) || WHO.has(last)) return false;
  return names.some((name) => name === AUTH || isSecretName(name));
}

/**
 * A secret value and the parts of it that may turn up alone: what stands behind the name of a scheme (`Bearer`, `ApiKey`,
 * `v1`), the value of `session=…`, the password of a login, of an address or of Basic authentication, the long parts of a
 * webhook's path, each line of a key. A server that refuses a header may quote the bare token.
 */
export function secretParts(value: string): readonly string[] {
  return [...new Set([...partsOf(value, 0)])].filter((part) => part !== "");
}

/**
 * The secrets in an address that is none itself: its password, the values of secret parameters, and the part of its path
 * that nobody could guess, as webhooks have it.
 */
export function secretsOfUrl(text: string): readonly string[] {
  return [...passwordsIn(text), ...partsOfUrl(text)];
}

const DEEPEST = 3;

function* partsOf(value: string, depth: number): Iterable<string> {
  yield value;
  if (value.trim() !== value) yield value.trim();
  if (depth === DEEPEST) return;
  yield* passwordsIn(value);
  yield* partsOfUrl(value);
  yield* linesOf(value);
  const behind = /^\s*[a-z][\w.+-]{0,30}\s+(\S+)\s*$/i.exec(value)?.[1] ?? KNOWN_SCHEME.exec(value)?.[1];
  if (behind !== undefined) {
    yield* partsOf(behind, depth + 1);
    yield* partsOfLogin(Buffer.from(behind, "base64").toString("utf8"), behind);
  }
  for (const part of pairsIn(value)) yield* partsOf(part, depth + 1);
  const login = /^[^\s:/]+:([^\s:/]{8,})$/.exec(value)?.[1];
  if (login !== undefined) yield login;
}

/** `session=abc; theme=dark`: the values of names that tell of a secret, or of the only one. */
function* pairsIn(value: string): Iterable<string> {
  if (/:\/\//.test(value)) return;
  const pairs = [...value.matchAll(/(?:^|[\s;,&])([\w.-]{1,60})=("[^"]*"|[^\s;,&"]+)/g)];
  for (const [, name = "", written = ""] of pairs) {
    const text = written.replaceAll('"', "");
    const tells = isSecretName(name) || /sess|sid$|^id$|key|auth|sig/i.test(name);
    if (tells || pairs.length === 1 || looksLikeCredential(text)) yield text;
  }
}

/** Basic authentication that was written out. */
function* partsOfLogin(login: string, encoded: string): Iterable<string> {
  if (Buffer.from(login, "utf8").toString("base64").replace(/=+$/, "") !== encoded.replace(/=+$/, "")) return;
  const password = /^[\x20-\x7e]*?:([\x20-\x7e]+)$/.exec(login)?.[1];
  if (password === undefined) return;
  yield login;
  yield password;
}

function* partsOfUrl(value: string): Iterable<string> {
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(value) || !URL.canParse(value)) return;
  const url = new URL(value);
  const steps = url.pathname.split("/").slice(1);
  if (/^https?:$/.test(url.protocol) && steps.some(looksLikeCredential)) yield* partsOfPath(steps);
  for (const [name, inner] of url.searchParams) {
    if (isSecretName(name) || looksLikeCredential(inner)) yield inner;
  }
  if (url.password === "" && looksLikeCredential(url.username)) yield decode(url.username);
}

/** Each step that has letters and digits, and what stands from there on. */
function* partsOfPath(steps: readonly string[]): Iterable<string> {
  for (const [index, step] of steps.entries()) {
    if (step.length < SHORTEST_STEP || !/\d/.test(step) || !/[a-z]/i.test(step)) continue;
    yield decode(step);
    if (index < steps.length - 1) yield steps.slice(index).join("/");
  }
}

/** Of a private key: each line of it tells as much as a token. */
function* linesOf(value: string): Iterable<string> {
  const lines = value.split(/\r?\n/);
  if (lines.length > 1) for (const line of lines) if (line.trim().length >= LONG_LINE) yield line.trim();
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

/** In front of several words: `Digest username="…", response="…"`. */
const KNOWN_SCHEME =
  /^\s*(?:bearer|basic|token|apikey|api-key|key|digest|negotiate|signature)\s+(\S.*?)\s*$/i;
const LONG_LINE = 20;
const SHORTEST_STEP = 8;
