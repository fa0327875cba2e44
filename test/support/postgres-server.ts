import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { inject } from "vitest";
import { startCluster } from "./embedded-postgres.mjs";
import type { SharedPostgres } from "./setup/shared-postgres.ts";

export interface PostgresServer {
  /** `postgres://…` of the role `reader`, which may create tables in the schema `public`. */
  readonly url: string;
  /** `postgres://…` of a superuser, for the same database. */
  readonly superuserUrl: string;
  /** The name of the database, which needs no quotes. */
  readonly database: string;
  /** The server's own folder in the temporary directory. */
  readonly dir: string;
  /** Runs one or more statements as the superuser; answers the rows of the last, every value as text. */
  query(sql: string): Promise<readonly Readonly<Record<string, string | null>>[]>;
  /** Removes the database, or ends the server where it is the test's own. May be called twice. */
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

/**
 * A new database on the PostgreSQL that all test files share. Roles are shared too: what a test sets for one, it sets
 * `in database`; and other files have sessions of their own, so it looks for `datname = current_database()`.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const answer = await fetch(inject("sharedPostgres"));
  if (!answer.ok) throw new Error(await answer.text());
  const { superuserUrl, dir } = (await answer.json()) as SharedPostgres;
  const database = `test_${randomBytes(6).toString("hex")}`;
  const admin = await connected(superuserUrl);
  await admin.query(`create database ${database}`);
  return serve(superuserUrl.replace(/[^/]*$/, database), dir, async () => {
    await admin.query(`drop database ${database} with (force)`);
    await admin.end();
  });
}

/** A PostgreSQL of the test's own, for what concerns all of a server. It starts in a second. */
export async function startOwnPostgres(options: PostgresOptions = {}): Promise<PostgresServer> {
  const cluster = await startCluster(options);
  return serve(cluster.superuserUrl, cluster.dir, () => cluster.stop());
}

async function serve(superuserUrl: string, dir: string, end: () => Promise<void>): Promise<PostgresServer> {
  const client = await connected(superuserUrl);
  const query: PostgresServer["query"] = async (sql) => {
    const result: unknown = await client.query(sql);
    const last: unknown = Array.isArray(result) ? result.at(-1) : result;
    return (last as { readonly rows: readonly Readonly<Record<string, string | null>>[] }).rows;
  };
  await query(`${roleOnce(ROLE, PASSWORD)}; grant all on schema public to ${ROLE}`);
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    await client.end().catch(() => undefined);
    await end();
  };
  return {
    url: superuserUrl.replace(/\/\/[^@]*@/, `//${ROLE}:${PASSWORD}@`),
    superuserUrl,
    database: new URL(superuserUrl).pathname.slice(1),
    dir,
    query,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

/** SQL that makes a role that logs in, unless another test file has made it. Several may try at the same time. */
export function roleOnce(name: string, password: string): string {
  return `do $$ begin create role ${name} login password '${password}';
    exception when duplicate_object or unique_violation then null; end $$`;
}

async function connected(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString, types: { getTypeParser: () => asText } });
  // The server ends before the client of a test that fails early.
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

function asText(value: string): string {
  return value;
}
