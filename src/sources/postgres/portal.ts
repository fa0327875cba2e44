import type { Connection, Submittable } from "pg";
import { NoAnswerError, RowTooLargeError } from "./query-failure.ts";

/** One row as the server's texts, in the order of the columns. */
export type RawRow = readonly (string | null)[];

const MAX_ROWS = 1000;
/** A portion ends here: 1,000 wide rows would fill the memory. */
const MAX_PORTION_BYTES = 4 * 1024 * 1024;
/** Above what Planhat takes in one request; the driver would buffer any size. */
const MAX_ROW_BYTES = 32 * 1024 * 1024;

/**
 * A server-side cursor: rows come in portions of at most 1,000 and about 4 MiB, and the server goes on only when asked. It pauses
 * the socket where the rows of one portion are too wide, which the driver's own cursor does not.
 */
export class Portal implements Submittable {
  readonly #sql: string;
  readonly #params: readonly (string | null)[];
  /** Milliseconds in which the server has answered or the network is gone. */
  readonly #patience: number;
  #connection: Connection | undefined;
  #rows: RawRow[] = [];
  #bytes = 0;
  /** Bytes since the last whole row: how large the one in the making is at least. */
  #unfinished = 0;
  /** running: the server has been asked and has not said that it waits again. */
  #state: "new" | "waiting" | "running" | "ended" = "new";
  #isPaused = false;
  #error: { readonly cause: unknown } | undefined;
  #settle:
    | { readonly resolve: (rows: readonly RawRow[]) => void; readonly reject: (error: unknown) => void }
    | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(sql: string, params: readonly (string | null)[], patience: number) {
    this.#sql = sql;
    this.#params = params;
    this.#patience = patience;
  }

  /** The next rows; none at the end of the data, and only there. One call at a time. Rejects with what the driver throws. */
  next(): Promise<readonly RawRow[]> {
    return new Promise((resolve, reject) => {
      if (this.#error !== undefined) return reject(this.#error.cause);
      this.#settle = { resolve, reject };
      this.#timer = setTimeout(() => this.handleError(new NoAnswerError(this.#patience)), this.#patience);
      if (this.#state === "ended" || (this.#state === "waiting" && this.#rows.length > 0))
        return this.#deliver();
      if (this.#state === "waiting") this.#execute();
      if (this.#isPaused) this.#resume();
    });
  }

  /** Whether the server is at work for this portal, so that leaving it alone would let it go on. */
  get isRunning(): boolean {
    return this.#state === "running";
  }

  /** Ends the waiting with an error: for a signal. */
  abort(reason: unknown): void {
    this.handleError(reason);
  }

  submit(connection: Connection): void {
    this.#connection = connection;
    connection.stream.on("data", this.#onData);
    connection.parse({ name: "", text: this.#sql, types: [] }, true);
    connection.bind({ portal: "", statement: "", values: [...this.#params] }, true);
    this.#state = "waiting";
    if (this.#settle !== undefined) this.#execute();
  }

  handleDataRow({ fields, length }: { readonly fields: RawRow; readonly length: number }): void {
    this.#unfinished = 0;
    this.#rows.push(fields);
    this.#bytes += length;
    if (this.#bytes >= MAX_PORTION_BYTES && !this.#isPaused) {
      this.#isPaused = true;
      this.#connection?.stream.pause();
      this.#deliver();
    }
  }

  handlePortalSuspended(): void {
    this.#state = "waiting";
    if (this.#rows.length > 0) this.#deliver();
    else if (this.#settle !== undefined) this.#execute();
  }

  handleCommandComplete(): void {
    this.#connection?.sync();
  }

  handleReadyForQuery(): void {
    if (this.#error !== undefined) return;
    this.#state = "ended";
    this.#connection?.stream.removeListener("data", this.#onData);
    this.#deliver();
  }

  handleError(error: unknown): void {
    this.#error ??= { cause: error };
    clearTimeout(this.#timer);
    this.#settle?.reject(this.#error.cause);
    this.#settle = undefined;
  }

  /** Behind the parser's own listener: what arrived belongs to a row that is not whole, or to the next. */
  readonly #onData = (chunk: Buffer): void => {
    this.#unfinished += chunk.length;
    if (this.#unfinished > MAX_ROW_BYTES) {
      this.handleError(new RowTooLargeError("a row larger than 32 MiB"));
      this.#connection?.stream.destroy();
    }
  };

  #execute(): void {
    this.#state = "running";
    // The driver's type says text, its serializer takes a number.
    this.#connection?.execute({ portal: "", rows: MAX_ROWS as unknown as string }, true);
    this.#connection?.flush();
  }

  #resume(): void {
    this.#isPaused = false;
    this.#connection?.stream.resume();
  }

  #deliver(): void {
    const settle = this.#settle;
    if (settle === undefined) return;
    clearTimeout(this.#timer);
    const rows = this.#rows;
    this.#settle = undefined;
    this.#rows = [];
    this.#bytes = 0;
    settle.resolve(rows);
  }
}
