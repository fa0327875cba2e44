import { Stop } from "../../model/stop.ts";
import { type ConnectionTarget, connectionFrom } from "../../postgres/connection-url.ts";

/** Where a state in PostgreSQL is kept. */
export interface StateUrl {
  readonly target: ConnectionTarget;
  /** One schema is one state, with one lease: another project gets another one. */
  readonly schema: string;
  /** For messages and `state show`: neither user nor password. */
  readonly place: string;
}

const DEFAULT_SCHEMA = "planhat_sync";
/** What needs no quotes in SQL, within PostgreSQL's 63 bytes; `pg_…` belongs to the server. */
const SCHEMA = /^(?!pg_)[a-z_][a-z0-9_]{0,62}$/;

export function isStateUrl(setting: string): boolean {
  return /^postgres(?:ql)?:/i.test(setting);
}

/** Throws a Stop that repeats no part of the URL. */
export function parseStateUrl(text: string): StateUrl {
  const { target, ownParams } = connectionFrom(text, "the state's connection", ["schema"]);
  const schema = ownParams.get("schema") ?? DEFAULT_SCHEMA;
  if (!SCHEMA.test(schema)) {
    throw new Stop("postgres-url", "The URL of the state's connection names an invalid schema.", {
      fix: "use lowercase letters, digits and _, such as schema=crm_sync; the default is planhat_sync",
    });
  }
  const host = target.host.includes(":") ? `[${target.host}]` : target.host;
  const database = encodeURIComponent(target.database);
  const place = `postgres://${host}:${target.port}/${database}?schema=${schema}`;
  return { target, schema, place };
}
