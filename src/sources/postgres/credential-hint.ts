import { isSecretName } from "../../model/secret-text.ts";

/** What to write in place of a part of a connection that stands as a key of its own. */
export function connectionPartHint(key: string): string | undefined {
  const name = key.toLowerCase().replace(/[^a-z\d]/g, "");
  return isSecretName(key) || CONNECTION_PARTS.has(name)
    ? `it is a part of the connection's URL: connection: \${WAREHOUSE_URL}, with postgres://user:password@host:5432/database in the variable`
    : undefined;
}

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
