import { leaseValues } from "../rows/lease-row.ts";
import { compareCounters, scopeOf } from "../rows/scope-row.ts";
import { literal, type PgQueries } from "./pg-queries.ts";
import { damaged, foreign, newerState, replica, type Where, wrongEncoding } from "./postgres-stop.ts";
import { rewriteRejects } from "./rejects.ts";

type Migration = (schema: string) => readonly string[];

/**
 * Each brings a schema from the version before to its own, a statement at a time; a released one is never changed. The
 * tables and their checksums are those of the SQLite file, but an intent is a standing of its record here. `record.key` is the key's bytes up to what an index takes (see
 * `indexedKey`), `whole` all of them where they are more. `lease.token` names the last write: whoever lost the
 * connection while committing sees by it whether the commit came through.
 */
export const MIGRATIONS: readonly Migration[] = [
  (schema) => [
    `CREATE TABLE ${schema}.meta (product text NOT NULL, version integer NOT NULL)`,
    `CREATE TABLE ${schema}.scope (
      id integer PRIMARY KEY,
      target text NOT NULL,
      sync text NOT NULL,
      records bigint NOT NULL,
      pending bigint NOT NULL,
      rejects bigint NOT NULL,
      rejects_left_out bigint NOT NULL,
      checksum bigint NOT NULL
    )`,
    `CREATE TABLE ${schema}.record (
      scope integer NOT NULL,
      key bytea NOT NULL,
      whole bytea,
      standing text NOT NULL,
      accepted text,
      checksum bigint NOT NULL,
      PRIMARY KEY (scope, key)
    ) WITH (fillfactor = 80)`,
    `CREATE TABLE ${schema}.reject (
      scope integer NOT NULL,
      position integer NOT NULL,
      run text NOT NULL,
      attempts integer NOT NULL,
      rejection text NOT NULL,
      checksum bigint NOT NULL,
      PRIMARY KEY (scope, position)
    )`,
    `CREATE TABLE ${schema}.watermark (
      scope integer PRIMARY KEY,
      value text NOT NULL,
      definition text NOT NULL,
      checksum bigint NOT NULL
    )`,
    `CREATE TABLE ${schema}.run (
      number bigint PRIMARY KEY,
      target text NOT NULL,
      id text NOT NULL,
      started_at bigint NOT NULL,
      finished_at bigint,
      status text NOT NULL,
      syncs text NOT NULL,
      checksum bigint NOT NULL
    )`,
    `CREATE TABLE ${schema}.lease (
      id integer PRIMARY KEY CHECK (id = 1),
      fence bigint NOT NULL,
      holder text,
      checksum bigint NOT NULL,
      token text NOT NULL
    ) WITH (fillfactor = 50)`,
    `INSERT INTO ${schema}.lease VALUES (${leaseValues({ fence: 0, holder: undefined })
      .map((value) => literal(value as number | null))
      .join(", ")}, '')`,
    `INSERT INTO ${schema}.meta VALUES ('planhat-sync', 0)`,
  ],
  // The same tables; rejections carry reasons: see rewriteRejects.
  () => [],
];

/** The version whose rejections carry reasons. */
const REASONS_SINCE = 2;

export const NEWEST_VERSION = MIGRATIONS.length;

const TABLES = ["lease", "meta", "record", "reject", "run", "scope", "watermark"];

/** `PHSY`, as in a SQLite file: with the schema's hash, the lock of whoever makes or changes its tables. */
const MIGRATION_LOCK = 0x50485359;

/** The version of the schema's tables; 0: there are none. Throws a Stop where they are not a state we can use. */
export async function inspect(
  queries: PgQueries,
  where: Where,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<number> {
  const [found = {}] = await queries.rows(
    `SELECT current_setting('server_encoding') AS encoding, count(*) AS relations,
      coalesce(string_agg(c.relname, ' ' ORDER BY c.relname COLLATE "C") FILTER (WHERE c.relname = ANY ($2::text[])), '') AS ours
     FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = $1 AND c.relkind IN ('r', 'p', 'v', 'm', 'f')`,
    [where.schema, TABLES],
  );
  if (found["encoding"] !== "UTF8") throw wrongEncoding(where, String(found["encoding"]));
  if (found["relations"] === 0) return 0;
  const ours = String(found["ours"]).split(" ");
  // A table or two that happen to be named like ours do not make it a state that was damaged.
  if (ours.length < TABLES.length / 2) throw foreign(where);
  if (!ours.includes("meta")) throw damaged(where, "it has no version");
  const meta = await queries.rows(`SELECT * FROM ${queries.schema}.meta`);
  const version = meta.length === 1 ? meta[0]?.["version"] : undefined;
  if (meta[0] !== undefined && meta[0]["product"] !== "planhat-sync") throw foreign(where);
  if (typeof version !== "number" || version < 1) throw damaged(where, "it has no version");
  if (version > migrations.length) {
    throw newerState(where, version, migrations.length);
  }
  if (version === migrations.length && ours.length < TABLES.length) {
    throw damaged(where, "a table is missing");
  }
  return version;
}

/** Makes the schema, or brings an older one up to date: all of it or nothing, and of two who begin at once one. */
export async function migrate(
  queries: PgQueries,
  where: Where,
  begin: string,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  await queries.script(
    `${begin}; SELECT pg_advisory_xact_lock(${MIGRATION_LOCK}, hashtext(${literal(where.schema)}))`,
  );
  const version = await inspect(queries, where, migrations);
  if (version === 0) await createSchema(queries, where);
  for (const migration of migrations.slice(version)) {
    for (const statement of migration(queries.schema)) await queries.script(statement);
  }
  if (version > 0 && version < REASONS_SINCE) await rewriteRejects(queries);
  await queries.rows(`UPDATE ${queries.schema}.meta SET version = $1`, [migrations.length]);
  await queries.script("COMMIT");
}

/** Throws a Stop where the server takes no writes at all. */
export async function refuseReplica(queries: PgQueries, where: Where): Promise<void> {
  const [row] = await queries.rows("SELECT pg_is_in_recovery()::int AS replica");
  if (row?.["replica"] === 1) throw replica(where);
}

/** Throws where rows are missing, by a restore that broke off for example. */
export async function checkCounters(queries: PgQueries): Promise<void> {
  const { schema } = queries;
  await queries.script("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  const scopes = await queries.rows(`SELECT * FROM ${schema}.scope`);
  const counted = await queries.rows(
    `SELECT scope, count(accepted) AS records, count(*) FILTER (WHERE standing <> 'settled') AS pending, 0 AS rejects
     FROM ${schema}.record GROUP BY scope
     UNION ALL SELECT scope, 0, 0, count(*) FROM ${schema}.reject GROUP BY scope`,
  );
  await queries.script("COMMIT");
  compareCounters(scopes.map(scopeOf), counted);
}

/** Only where it is missing: PostgreSQL asks for CREATE on the database even where there is nothing to do. */
async function createSchema(queries: PgQueries, { schema }: Where): Promise<void> {
  const found = await queries.rows("SELECT 1 AS is FROM pg_catalog.pg_namespace WHERE nspname = $1", [
    schema,
  ]);
  if (found.length === 0) await queries.script(`CREATE SCHEMA ${queries.schema}`);
}
