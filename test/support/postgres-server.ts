import { Client } from "pg";
import { startCluster } from "./embedded-postgres.mjs";

export interface PostgresServer {
  /** `postgres://…` of an ordinary role that may create tables in the schema `public`. */
  readonly url: string;
  /** `postgres://…` of a superuser, for the same database. */
  readonly superuserUrl: string;
  /** The server's own folder in the temporary directory. */
  readonly dir: string;
  /** Runs one or more statements as the superuser; answers the rows of the last, every value as text. */
  query(sql: string): Promise<readonly Readonly<Record<string, string | null>>[]>;
  /** Ends the server and removes its files. May be called twice. */
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** More arguments of the server: `["-c", "ssl=on"]`. */
  readonly flags?: readonly string[];
  /** Files the server alone may read, by name; relative names in `flags` start at the data folder, which is beside them. */
  readonly files?: Readonly<Record<string, string>>;
}

const ROLE = "reader";
const PASSWORD = "reader-password";

/** A PostgreSQL of its own on loopback, from the binaries of the embedded-postgres package; also as root. */
export async function startPostgres(options: PostgresOptions = {}): Promise<PostgresServer> {
  const cluster = await startCluster(options);
  const client = new Client({
    connectionString: cluster.superuserUrl,
    types: { getTypeParser: () => asText },
  });
  // The server ends before the client of a test that fails early.
  client.on("error", () => undefined);
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    await client.end().catch(() => undefined);
    await cluster.stop();
  };
  const query: PostgresServer["query"] = async (sql) => {
    const result: unknown = await client.query(sql);
    const last: unknown = Array.isArray(result) ? result.at(-1) : result;
    return (last as { readonly rows: readonly Readonly<Record<string, string | null>>[] }).rows;
  };
  await client.connect();
  await query(`create role ${ROLE} login password '${PASSWORD}'; grant all on schema public to ${ROLE}`);
  return {
    url: cluster.superuserUrl.replace(/\/\/[^@]*@/, `//${ROLE}:${PASSWORD}@`),
    superuserUrl: cluster.superuserUrl,
    dir: cluster.dir,
    query,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

function asText(value: string): string {
  return value;
}
