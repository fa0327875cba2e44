import type { Clock } from "../../model/clock.ts";
import { makeRedact, type Redact } from "../../model/redact.ts";
import { type Connection, connect } from "../../postgres/connect.ts";
import { Failure } from "../../postgres/failure.ts";
import { retrying } from "../../postgres/retrying.ts";
import { type PgQueries, pgQueries } from "./pg-queries.ts";
import { olderState, postgresFailure, silence, type Where } from "./postgres-stop.ts";
import { checkCounters, inspect, migrate, NEWEST_VERSION, refuseReplica } from "./schema.ts";
import type { StateUrl } from "./state-url.ts";

export interface SessionOptions {
  readonly url: StateUrl;
  /** Makes and changes nothing: a missing schema reads as an empty state. */
  readonly readOnly: boolean;
  /** Sleeps between two attempts to connect. */
  readonly clock: Clock;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
  readonly redact: Redact;
}

/** A statement that waits longer for others is not worth waiting for: the lease would be gone. */
const STATEMENT_MS = 60_000;
const LOCK_MS = 30_000;
/** A process that stands still in the middle of a transaction (SIGSTOP, a dead network) may not keep the lease's row. */
const IDLE_MS = 5000;
/** Network and server have this long for one answer; the server's own limits are shorter. */
const SILENCE_MS = 75_000;
/** With a run under way: about 15 s, which a restart or a failover takes. */
const RETRIES = 5;

/**
 * Begins a transaction that is durable once it is committed. Everything counts for it alone: a pooler gives the
 * session to others between two of them.
 */
export const BEGIN = `BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE;
  SET LOCAL statement_timeout = ${STATEMENT_MS}; SET LOCAL lock_timeout = ${LOCK_MS};
  SET LOCAL idle_in_transaction_session_timeout = ${IDLE_MS};
  SELECT set_config('synchronous_commit', 'on', true) WHERE current_setting('synchronous_commit') = 'off'`;

/**
 * One connection to a state in PostgreSQL, opened when it is first used and again where it was lost. Its works follow
 * one another; each may run several times. Throws Stops.
 */
export class PostgresSession {
  readonly #options: SessionOptions;
  readonly #where: Where;
  #connection: Connection | undefined;
  #last: Promise<unknown> = Promise.resolve();
  /** Whether the schema was looked at and is fit for use; `empty`: there is none yet. */
  #schema: "unknown" | "empty" | "ready" = "unknown";

  constructor(options: SessionOptions) {
    const { place, schema, target } = options.url;
    const hide = makeRedact(target.password === undefined ? [] : [target.password]);
    this.#options = options;
    this.#where = { place, schema, redact: (text) => options.redact(hide(text)) };
  }

  /** `empty` is the answer of a state that does not exist yet. */
  read<T>(empty: T, work: (queries: PgQueries) => Promise<T>): Promise<T> {
    return this.work(async (queries) => (this.#schema === "empty" ? empty : work(queries)));
  }

  /** Runs once all earlier work has ended, and again where it failed with what may pass: in a transaction, or idempotent. */
  work<T>(work: (queries: PgQueries) => Promise<T>): Promise<T> {
    const { clock, random } = this.#options;
    const retries = this.#schema === "unknown" ? undefined : RETRIES;
    const run = () => retrying(() => this.#once(work), clock, random, new AbortController().signal, retries);
    const result = this.#last.then(run);
    this.#last = result.catch(() => undefined);
    return result;
  }

  async close(): Promise<void> {
    await this.#last;
    await this.#connection?.close();
    this.#connection = undefined;
  }

  async #once<T>(work: (queries: PgQueries) => Promise<T>): Promise<T> {
    try {
      const queries = await this.#open();
      if (this.#schema !== "ready") await this.#prepare(queries);
      return await work(queries);
    } catch (error) {
      const failure = postgresFailure(error, this.#where, this.#connection?.isOpen ?? true);
      if (failure instanceof Failure) this.#abandon();
      else await this.#rollBack();
      throw failure;
    }
  }

  /** What is left of a transaction goes with its connection, at the latest. */
  async #rollBack(): Promise<void> {
    try {
      await this.#connection?.client.query("ROLLBACK");
    } catch {
      this.#abandon();
    }
  }

  async #open(): Promise<PgQueries> {
    const { url, readOnly } = this.#options;
    this.#connection ??= await connect(url.target, {
      redact: this.#where.redact,
      signal: new AbortController().signal,
      readOnly,
    });
    const { client } = this.#connection;
    return pgQueries(client, url.schema, (answer) => this.#patiently(answer));
  }

  async #prepare(queries: PgQueries): Promise<void> {
    if (!this.#options.readOnly) {
      await refuseReplica(queries, this.#where);
      if ((await inspect(queries, this.#where)) < NEWEST_VERSION) await migrate(queries, this.#where, BEGIN);
    } else {
      const version = await inspect(queries, this.#where);
      this.#schema = version === 0 ? "empty" : "unknown";
      if (version === 0) return;
      if (version < NEWEST_VERSION) throw olderState(this.#where);
    }
    await checkCounters(queries);
    this.#schema = "ready";
  }

  /** TCP notices a dead network late where something is under way. */
  async #patiently<T>(answer: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const nothing = new Promise<never>((_, fail) => {
      timer = setTimeout(() => fail(silence(this.#where)), SILENCE_MS);
    });
    try {
      return await Promise.race([answer, nothing]);
    } finally {
      clearTimeout(timer);
      // Whoever won, the other has nobody to tell.
      answer.catch(() => undefined);
    }
  }

  #abandon(): void {
    this.#connection?.abandon();
    this.#connection = undefined;
  }
}
