import type { RawRow } from "../portal.ts";
import type { Snapshot } from "../snapshot.ts";
import type { Cursor } from "./cursor.ts";

/** The greatest value of the cursor column, in the server's own text, over the rows seen so far. */
export class Watermark {
  readonly #cursor: Cursor;
  readonly #latest: string | undefined;
  #greatest: string | undefined;
  #empty = 0;
  #ahead = 0;

  constructor(cursor: Cursor, snapshot: Snapshot) {
    this.#cursor = cursor;
    const { clock } = cursor.type;
    this.#latest = { instant: snapshot.now, local: snapshot.latestLocalNow, none: undefined }[clock];
  }

  see(rows: readonly RawRow[]): void {
    const { index, type } = this.#cursor;
    for (const row of rows) {
      const text = row[index] ?? null;
      if (text === null) this.#empty += 1;
      else if (!type.isOrdinary(text) || (this.#latest !== undefined && type.isGreater(text, this.#latest))) {
        // As a watermark it would hide every change until then; without it the row is only read again.
        this.#ahead += 1;
      } else if (this.#greatest === undefined || type.isGreater(text, this.#greatest)) this.#greatest = text;
    }
  }

  get value(): string | undefined {
    return this.#greatest;
  }

  /** What the user should know about rows that the cursor does not sort out. */
  *warnings(): Generator<string> {
    const { column } = this.#cursor;
    if (this.#empty > 0) {
      yield `${rows(this.#empty)} no value in the cursor column "${column}": such rows are read on every apply. Fill the column, or leave them out in the query.`;
    }
    if (this.#ahead > 0) {
      yield `${rows(this.#ahead)} a value in the cursor column "${column}" that is infinite, not a number or in the future: it does not count as a position, and such rows are read on every apply. Fix them in the database.`;
    }
  }
}

function rows(count: number): string {
  return count === 1 ? "1 row has" : `${count} rows have`;
}
