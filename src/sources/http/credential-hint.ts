import { isSecretName } from "../../model/secret-text.ts";

/** What to write in place of a key that no setting knows and that stands for a credential. `path`: of its map, below `http`. */
export function credentialHint(key: string, path: readonly (string | number)[]): string | undefined {
  const name = key.toLowerCase().replace(/[^a-z\d]/g, "");
  const isInAuth = path[0] === "auth" && path.length === 1;
  if (!isInAuth && !(path.length === 0 && (isSecretName(key) || BASIC.has(name) || name === "key")))
    return undefined;
  const written = hintOf(name, key);
  return written === undefined || isInAuth ? written : `credentials belong under auth: ${written}`;
}

function hintOf(name: string, key: string): string | undefined {
  if (TYPES.has(name)) return "leave it out: the key itself says the kind, bearer, basic, header or oauth2";
  if (BASIC.has(name)) return `write basic: { username: …, password: \${NAME} }`;
  if (OAUTH.has(name)) return undefined;
  if (HEADER.has(name) || name.includes("key"))
    return `write header: { name: X-Api-Key, value: \${NAME} }, with the name of the header that the API wants`;
  return BEARER.test(name) || isSecretName(key)
    ? `write bearer: \${NAME}, which is sent as Authorization: Bearer …`
    : undefined;
}

const TYPES: ReadonlySet<string> = new Set(["type", "kind", "scheme", "method", "strategy"]);
const BASIC: ReadonlySet<string> = new Set([
  "user",
  "username",
  "login",
  "password",
  "pass",
  "passwd",
  "pwd",
]);
/** Their home is found by their names. */
const OAUTH: ReadonlySet<string> = new Set(["tokenurl", "clientid", "clientsecret", "scope"]);
const HEADER: ReadonlySet<string> = new Set([
  "headers",
  "headername",
  "headervalue",
  "apikey",
  "xapikey",
  "key",
]);
const BEARER = /token|jwt|bearer|authorization/;
