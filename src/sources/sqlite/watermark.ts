import type { Row } from "../../model/row.ts";
import { Stop } from "../../model/stop.ts";
import { type Cursor, timeOf, toPosition } from "./cursor.ts";
import type { RawRow } from "./row-builder.ts";

/** The greatest value of the cursor column over the rows seen so far. */
export class Watermark {
  readonly #cursor: Cursor;
  /** Milliseconds since the epoch: later times are no position. */
  readonly #now: number;
  #greatest: string | number | bigint | undefined;
  #empty = 0;
  #ahead = 0;

  constructor(cursor: Cursor, now: number) {
    this.#cursor = cursor;
    this.#now = now;
  }

  /** The raw rows, and what they became. Throws a Stop where the values have no one order. */
  see(raw: readonly RawRow[], rows: readonly Row[]): void {
    const { index, column } = this.#cursor;
    for (const [at, row] of raw.entries()) {
      const value = row[index * 2] === "text" ? (rows[at]?.data[column] ?? null) : row[index * 2 + 1];
      this.#take(value as string | number | bigint | null);
    }
  }

  #take(value: string | number | bigint | null): void {
    if (value === null) this.#empty += 1;
    else if (this.#isAhead(value)) this.#ahead += 1;
    else if (this.#greatest === undefined) this.#greatest = value;
    else if ((typeof value === "string") !== (typeof this.#greatest === "string")) throw this.#mixed();
    else if (isGreater(value, this.#greatest)) this.#greatest = value;
  }

  /** As a position it would hide every change until then; without it the row is only read again. */
  #isAhead(value: string | number | bigint): boolean {
    if (typeof value === "string") return (timeOf(value) ?? 0) > this.#now;
    return typeof value === "number" && !Number.isFinite(value);
  }

  get value(): string | undefined {
    return this.#greatest === undefined ? undefined : toPosition(this.#greatest);
  }

  /** What the user should know about rows that the cursor does not sort out. */
  *warnings(): Generator<string> {
    const { column } = this.#cursor;
    if (this.#empty > 0) {
      yield `${rows(this.#empty)} no value in the cursor column "${column}": such rows are read on every apply. Fill the column, or leave them out in the query.`;
    }
    if (this.#ahead > 0) {
      yield `${rows(this.#ahead)} a value in the cursor column "${column}" that is infinite or in the future: it does not count as a position, and such rows are read on every apply. Fix them in the database.`;
    }
  }

  #mixed(): Stop {
    const { column } = this.#cursor;
    return new Stop(
      "value-unreadable",
      `The cursor column "${column}" holds numbers and texts, which have no one order.`,
      {
        fix: "give every row a value of one type, or cast the column in the query",
      },
    );
  }
}

/** As SQLite orders them: texts by their bytes. */
function isGreater(value: string | number | bigint, other: string | number | bigint): boolean {
  if (typeof value === "string" && typeof other === "string") {
    return Buffer.compare(Buffer.from(value), Buffer.from(other)) > 0;
  }
  return value > other;
}

function rows(count: number): string {
  return count === 1 ? "1 row has" : `${count} rows have`;
}
