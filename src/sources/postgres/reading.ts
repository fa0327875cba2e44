import type { SourceContext } from "../../model/source.ts";
import { Stop } from "../../model/stop.ts";
import { type Connection, connect } from "../../postgres/connect.ts";
import type { ConnectionTarget } from "../../postgres/connection-url.ts";
import { Failure } from "../../postgres/failure.ts";
import { retrying } from "../../postgres/retrying.ts";
import type { SqlText } from "../sql/statement.ts";
import { Portal, type RawRow } from "./portal.ts";
import { type PreparedRead, prepareRead } from "./prepared-read.ts";
import { type QueryState, queryFailure } from "./query-failure.ts";
import type { PostgresSettings } from "./settings.ts";
import { beginSnapshot, checkSettings, type Snapshot } from "./snapshot.ts";

/** What one read needs and does not change. */
export interface ReadRequest {
  readonly target: ConnectionTarget;
  readonly text: SqlText;
  readonly settings: PostgresSettings;
  readonly after: string | undefined;
  readonly context: SourceContext;
  readonly redact: (text: string) => string;
  readonly signal: AbortSignal;
}

/** A read that has its first rows. Everything it throws is a Stop or the signal's reason. */
export interface Reading {
  readonly prepared: PreparedRead;
  readonly snapshot: Snapshot;
  readonly first: readonly RawRow[];
  /** The next rows; none at the end. `rows`: how many were read before. */
  next(rows: number): Promise<readonly RawRow[]>;
  /** After the last row: nothing has changed what the values mean. `rows`: how many there were. */
  finish(rows: number): Promise<void>;
  close(): Promise<void>;
}

/** Network and server have this long beyond the server's own limit. */
const GRACE_MS = 30_000;
const CANCEL_MS = 2000;
const MAX_TIMER_MS = 2 ** 31 - 1;

/** Connects, checks the query and asks for the first rows; starts over while that fails with what may pass. */
export function startReading(request: ReadRequest): Promise<Reading> {
  const { clock, random } = request.context;
  return retrying(() => startOnce(request), clock, random, request.signal);
}

/** Connects and checks the query without running it. */
export async function prepareOnly(request: ReadRequest): Promise<PreparedRead> {
  const { clock, random } = request.context;
  return retrying(
    () =>
      inSnapshot(request, async ({ prepared, connection }) => {
        await connection.close();
        return prepared;
      }),
    clock,
    random,
    request.signal,
  );
}

interface Opened {
  readonly connection: Connection;
  readonly snapshot: Snapshot;
  readonly prepared: PreparedRead;
}

/** Closes the connection where `use` (or what comes before it) fails; otherwise that is up to `use`. */
async function inSnapshot<T>(request: ReadRequest, use: (opened: Opened) => Promise<T>): Promise<T> {
  const { target, text, settings, after, redact, signal } = request;
  const connection = await connect(target, { redact, signal, readOnly: true });
  const abort = (): void => {
    void connection.close();
  };
  signal.addEventListener("abort", abort, { once: true });
  try {
    // It may have fired before the listener was there.
    signal.throwIfAborted();
    const snapshot = await beginSnapshot(connection.client, target.statementTimeout);
    const prepared = await prepareRead(connection.client, text, settings, after);
    return await use({ connection, snapshot, prepared });
  } catch (error) {
    const failure = asFailure(error, request, { prefix: 0, rows: 0, isOpen: connection.isOpen });
    await connection.close();
    throw failure;
  } finally {
    signal.removeEventListener("abort", abort);
  }
}

function startOnce(request: ReadRequest): Promise<Reading> {
  return inSnapshot(request, async ({ connection, snapshot, prepared }) => {
    const { signal } = request;
    const portal = new Portal(prepared.sql, prepared.values, patience(snapshot));
    const abort = (): void => portal.abort(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    const fail = (error: unknown, rows: number): never => {
      signal.throwIfAborted();
      const failure = asFailure(error, request, {
        prefix: prepared.prefix,
        rows,
        isOpen: connection.isOpen,
      });
      throw failure instanceof Failure ? failure.stop : failure;
    };
    const close = async (): Promise<void> => {
      signal.removeEventListener("abort", abort);
      if (portal.isRunning) await cancel(request, snapshot.backend);
      await connection.close();
    };
    try {
      signal.throwIfAborted();
      connection.client.query(portal);
      const first = await portal.next();
      const next = (rows: number): Promise<readonly RawRow[]> =>
        portal.next().catch((error: unknown) => fail(error, rows));
      const finish = (rows: number): Promise<void> =>
        checkSettings(connection.client).catch((error: unknown) => fail(error, rows));
      return { prepared, snapshot, first, next, finish, close };
    } catch (error) {
      const at = { prefix: prepared.prefix, rows: 0, isOpen: connection.isOpen };
      const failure = asFailure(error, request, at);
      await close();
      throw failure;
    }
  });
}

/** A Stop and what is no error of ours stay what they are. */
function asFailure(error: unknown, request: ReadRequest, at: Omit<QueryState, "text">): unknown {
  if (error instanceof Failure || error instanceof Stop || !(error instanceof Error)) return error;
  return queryFailure(error, request.target, { text: request.text, ...at }, request.redact);
}

function patience({ statementTimeout }: Snapshot): number {
  return statementTimeout === 0 ? MAX_TIMER_MS : Math.min(statementTimeout + GRACE_MS, MAX_TIMER_MS);
}

/** Tells the server to stop a query nobody waits for: it would notice only at its next row. As well as it goes. */
async function cancel({ target, redact }: ReadRequest, backend: number): Promise<void> {
  const limit = AbortSignal.timeout(CANCEL_MS);
  try {
    const connection = await connect(
      { ...target, connectTimeout: CANCEL_MS },
      { redact, signal: limit, readOnly: true },
    );
    await connection.client
      .query("select pg_cancel_backend($1::int)", [String(backend)])
      .catch(() => undefined);
    await connection.close();
  } catch {
    // The server ends the query itself when it finds the connection gone.
  }
}
