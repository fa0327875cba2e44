import { makeRedact } from "../../model/redact.ts";
import type { Row } from "../../model/row.ts";
import type { Column, ReadOptions, Source, SourceContext } from "../../model/source.ts";
import { queryText } from "../sql/query-text.ts";
import { checkStatement } from "../sql/statement.ts";
import { connectionTarget } from "./connection-target.ts";
import { Watermark } from "./cursor/watermark.ts";
import type { PreparedRead } from "./prepared-read.ts";
import { prepareOnly, type Reading, type ReadRequest, startReading } from "./reading.ts";
import type { PostgresSettings } from "./settings.ts";
import { isForbidden } from "./sql/forbidden-functions.ts";
import { rowBuilder } from "./values/row-builder.ts";

/**
 * The rows of one query, read through a server-side cursor in one read-only snapshot. The values follow the table in
 * values/convert.ts. Every read opens a connection of its own and closes it; nothing is opened before the first row is asked for.
 */
export function postgresSource(settings: Readonly<Record<string, unknown>>, context: SourceContext): Source {
  const postgres = settings as unknown as PostgresSettings;
  const source = new PostgresSource(postgres, context);
  return {
    read: (options) => source.read(options),
    watermark: () => source.watermark,
    meaning: () => source.meaning(),
    columns: (signal) => source.columns(signal),
    columnsRead: () => source.columnsRead,
    ...(postgres.file === undefined ? {} : { files: [postgres.file] }),
  };
}

class PostgresSource {
  readonly #settings: PostgresSettings;
  readonly #context: SourceContext;
  readonly #warned = new Set<string>();
  /** Of the read that has ended last. */
  watermark: string | undefined;
  columnsRead: readonly Column[] | undefined;

  constructor(settings: PostgresSettings, context: SourceContext) {
    this.#settings = settings;
    this.#context = context;
  }

  async *read({ signal, after }: ReadOptions): AsyncGenerator<readonly Row[]> {
    this.watermark = undefined;
    this.columnsRead = undefined;
    const reading = await startReading(await this.#request(signal, after));
    try {
      yield* this.#rows(reading, signal);
    } finally {
      await reading.close();
    }
  }

  async columns(signal: AbortSignal): Promise<readonly Column[]> {
    return typed((await prepareOnly(await this.#request(signal, undefined))).columns);
  }

  async meaning(): Promise<string> {
    return (await queryText(this.#settings, this.#context.projectDir)).sql;
  }

  async *#rows(reading: Reading, signal: AbortSignal): AsyncGenerator<readonly Row[]> {
    const { prepared, snapshot } = reading;
    if (snapshot.isSuperuser) this.#warnOnce(SUPERUSER);
    const build = rowBuilder(prepared.columns, snapshot.checksText);
    const watermark = prepared.cursor === undefined ? undefined : new Watermark(prepared.cursor, snapshot);
    let count = 0;
    let raw = reading.first;
    while (raw.length > 0) {
      // One portion ahead: the server works while these rows are used.
      const ahead = reading.next(count + raw.length);
      // Its failure is told when its rows are due.
      ahead.catch(() => undefined);
      watermark?.see(raw);
      const rows = build(raw, count + 1);
      count += rows.length;
      yield rows;
      signal.throwIfAborted();
      raw = await ahead;
    }
    await reading.finish(count);
    this.watermark = watermark?.value;
    this.columnsRead = typed(prepared.columns);
    for (const warning of watermark?.warnings() ?? []) this.#warnOnce(warning);
  }

  async #request(signal: AbortSignal, after: string | undefined): Promise<ReadRequest> {
    signal.throwIfAborted();
    const { connections, projectDir, redact } = this.#context;
    const target = connectionTarget(this.#settings.connection, connections);
    const text = checkStatement(await queryText(this.#settings, projectDir), isForbidden);
    // The whole URL is a secret of the project; the server's messages could repeat its password alone.
    const hide = makeRedact(target.password === undefined ? [] : [target.password]);
    return {
      target,
      text,
      settings: this.#settings,
      after,
      context: this.#context,
      redact: (message) => redact(hide(message)),
      signal,
    };
  }

  #warnOnce(message: string): void {
    // A second read may count other rows of the same kind.
    const gist = message.replace(/^\d+ rows? (?:has|have) /, "");
    if (this.#warned.has(gist)) return;
    this.#warned.add(gist);
    this.#context.warn(message);
  }
}

function typed(columns: PreparedRead["columns"]): readonly Column[] {
  return columns.map(({ name, type }) => ({ name, type: type.name }));
}

const SUPERUSER =
  "The connection belongs to a superuser, who can reach the server's files and other databases even from a read-only query. Use a role that may only SELECT what the query needs.";
