import type { Path } from "../../model/placed.ts";
import { isSecretName } from "../../model/secret-text.ts";

/**
 * What to write in the place of a key that no source knows and that stands for a credential, as a hint. Never a place
 * outside the source: a token of one system under the settings of another would be sent there.
 */
export function credentialHint(key: string, path: Path): string | undefined {
  if (path[0] !== "source") return undefined;
  const kind = path[1];
  const name = key.toLowerCase().replace(/[^a-z\d]/g, "");
  if (kind === "postgres") {
    return isSecretName(key) || CONNECTION_PARTS.has(name)
      ? `it is a part of the connection's URL: connection: \${WAREHOUSE_URL}, with postgres://user:password@host:5432/database in the variable`
      : undefined;
  }
  if (kind !== "http") return undefined;
  const isInAuth = path[2] === "auth" && path.length === 3;
  if (!isInAuth && !(path.length === 2 && (isSecretName(key) || BASIC.has(name) || name === "key")))
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
const CONNECTION_PARTS: ReadonlySet<string> = new Set([
  "host",
  "port",
  "database",
  "dbname",
  "user",
  "username",
  "ssl",
  "sslmode",
]);
