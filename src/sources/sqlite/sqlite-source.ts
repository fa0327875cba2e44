import { setImmediate } from "node:timers/promises";
import type { DatabaseSyncInstance, StatementSyncInstance } from "@photostructure/sqlite";
import type { Row } from "../../model/row.ts";
import type { Column, ReadOptions, Source, SourceContext } from "../../model/source.ts";
import type { SourceSettings } from "../../model/source-kind.ts";
import { queryText } from "../sql/query-text.ts";
import { checkStatement, type SqlText } from "../sql/statement.ts";
import { sinceOf } from "./cursor.ts";
import { databasePath, databaseVersion, openDatabase } from "./database-file.ts";
import { type ReadState, sqliteFailure } from "./failure.ts";
import { type PreparedRead, prepareRead } from "./prepared-read.ts";
import { type RawRow, rowBuilder } from "./row-builder.ts";
import type { SqliteSettings } from "./settings.ts";
import { Watermark } from "./watermark.ts";

/** Rows in one array. */
const MOST_ROWS = 1000;

/**
 * The rows of one query over a database file, which is opened to be read and nothing else. One statement sees one state of
 * the file, whoever writes meanwhile. Every read opens the file and closes it; nothing is opened before.
 */
export function sqliteSource(settings: SourceSettings, context: SourceContext): Source {
  const sqlite = settings as unknown as SqliteSettings;
  const { projectDir } = context;
  let watermark: string | undefined;
  const text = async (): Promise<SqlText> => checkStatement(await queryText(sqlite, projectDir));
  return {
    read: (options) => {
      watermark = undefined;
      return readRows(sqlite, context, text, options, (greatest) => {
        watermark = greatest;
      });
    },
    watermark: () => watermark,
    meaning: async () => (await queryText(sqlite, projectDir)).sql,
    columns: (signal) => columns(sqlite, context, text, signal),
    files: [sqlite.path, `${sqlite.path}-wal`, ...(sqlite.file === undefined ? [] : [sqlite.file])],
    version: async () => `${await databaseVersion(sqlite.path, projectDir)}\n${(await text()).sql}`,
  };
}

async function columns(
  settings: SqliteSettings,
  { projectDir }: SourceContext,
  text: () => Promise<SqlText>,
  signal: AbortSignal,
): Promise<readonly Column[]> {
  signal.throwIfAborted();
  const query = await text();
  const path = await databasePath(settings.path, projectDir);
  const state = { path: settings.path, where: query.where, isPreparing: true, rows: 0 };
  return withDatabase(path, state, (database) => prepareRead(database, query, settings, undefined).columns);
}

async function* readRows(
  settings: SqliteSettings,
  { projectDir, clock, warn }: SourceContext,
  text: () => Promise<SqlText>,
  { signal, after }: ReadOptions,
  end: (watermark: string | undefined) => void,
): AsyncGenerator<readonly Row[]> {
  signal.throwIfAborted();
  const query = await text();
  const path = await databasePath(settings.path, projectDir);
  const state = { path: settings.path, where: query.where, isPreparing: true, rows: 0 };
  const database = opened(path, state);
  try {
    const encoding = encodingOf(database, state);
    const since =
      after === undefined || settings.cursor === undefined ? undefined : sinceOf(after, settings.cursor);
    const prepared = attempt(state, () => prepareRead(database, query, settings, since));
    const build = rowBuilder(
      prepared.columns.map(({ name }) => name),
      encoding,
    );
    const watermark = prepared.cursor === undefined ? undefined : new Watermark(prepared.cursor, clock.now());
    const running = run(database, prepared, state);
    try {
      for (let raw = take(running, state); raw.length > 0; raw = take(running, state)) {
        const rows = build(raw, state.rows + 1);
        state.rows += rows.length;
        watermark?.see(raw, rows);
        yield rows;
        // SQLite works in this thread: signals and timers have their turn here.
        await setImmediate();
        signal.throwIfAborted();
      }
    } finally {
      // Ends the statement, and with it the lock on the file.
      running.rows.return?.();
    }
    end(watermark?.value);
    for (const warning of watermark?.warnings() ?? []) warn(warning);
  } finally {
    database.close();
  }
}

type State = { -readonly [Name in keyof ReadState]: ReadState[Name] };

interface Running {
  /** Kept beside its rows: the driver frees a statement that nobody refers to, also while it is read. */
  readonly statement: StatementSyncInstance;
  readonly rows: Iterator<RawRow>;
}

function run(database: DatabaseSyncInstance, prepared: PreparedRead, state: State): Running {
  return attempt(state, () => {
    const statement = database.prepare(prepared.sql);
    statement.setReadBigInts(true);
    statement.setReturnArrays(true);
    state.isPreparing = false;
    return { statement, rows: statement.iterate(prepared.values) as Iterator<RawRow> };
  });
}

/** The next rows; none at the end. */
function take({ rows: raws }: Running, state: ReadState): readonly RawRow[] {
  return attempt(state, () => {
    const some: RawRow[] = [];
    while (some.length < MOST_ROWS) {
      const next = raws.next();
      if (next.done === true) break;
      some.push(next.value);
    }
    return some;
  });
}

/** Before the query's limits hold, which allow no PRAGMA. */
function encodingOf(database: DatabaseSyncInstance, state: ReadState): string {
  return attempt(state, () => {
    const row = database.prepare("PRAGMA encoding").get() as { readonly encoding?: string } | undefined;
    return row?.encoding ?? "UTF-8";
  });
}

function opened(path: string, state: ReadState): DatabaseSyncInstance {
  return attempt(state, () => openDatabase(path));
}

function withDatabase<T>(path: string, state: ReadState, use: (database: DatabaseSyncInstance) => T): T {
  const database = opened(path, state);
  try {
    return attempt(state, () => use(database));
  } finally {
    database.close();
  }
}

function attempt<T>(state: ReadState, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw sqliteFailure(error, state);
  }
}
