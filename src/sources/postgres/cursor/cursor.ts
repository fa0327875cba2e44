import { escapeIdentifier } from "pg";
import { milliseconds } from "../../../model/duration.ts";
import { Stop } from "../../../model/stop.ts";
import type { SqlText } from "../../sql/statement.ts";
import type { CursorSettings } from "../settings.ts";
import type { PgColumn } from "../values/column-types.ts";
import { type CursorType, cursorType, leastAfterLag } from "./cursor-type.ts";

/** The declared cursor, found among the columns. */
export interface Cursor {
  readonly column: string;
  /** Index among the columns. */
  readonly index: number;
  readonly type: CursorType;
  /** Milliseconds for a time, a count for a number. */
  readonly lag: number;
}

/** Throws a Stop where the column is not there, or cannot be a cursor with this lag. */
export function findCursor({ column, lag = 0 }: CursorSettings, columns: readonly PgColumn[]): Cursor {
  const index = columns.findIndex(({ name }) => name === column);
  const found = columns[index];
  if (found === undefined) {
    const names = columns.map(({ name }) => name).join(", ");
    throw new Stop(
      "source-setting-invalid",
      `The query returns no column "${column}", which \`cursor\` names.`,
      {
        fix: `add it to the SELECT list, or name one of: ${names}`,
      },
    );
  }
  const type = cursorType(found.type);
  if (type === undefined) {
    throw new Stop(
      "source-setting-invalid",
      `The column "${column}" is ${found.type.name}, which cannot be a cursor.`,
      {
        fix: "a cursor is a timestamptz, timestamp, date, number, uuid, text or varchar that grows with every change",
      },
    );
  }
  return { column, index, type, lag: readLag(lag, type, column, found.type.name) };
}

/** What is sent for an incremental read, and how many characters stand in front of the user's SQL. */
export interface IncrementalQuery {
  readonly sql: string;
  readonly prefix: number;
  /** To bind behind the definition's own params. */
  readonly values: readonly string[];
}

/**
 * The user's query as a subquery. With `after` only rows from there on, less the lag, equal ones among them, and rows whose cursor
 * value is no position: null, or an infinity. Throws a Stop where `after` does not fit the column: it was another once.
 */
export function incrementalQuery(
  { sql }: SqlText,
  cursor: Cursor,
  after: string | undefined,
  params: number,
): IncrementalQuery {
  const prefix = "select * from (\n";
  // The line end closes a comment at the end of the query.
  const wrapped = `${prefix}${sql}\n) as source_rows`;
  if (after === undefined) return { sql: wrapped, prefix: prefix.length, values: [] };
  const { column, type, lag } = cursor;
  if (!type.isOrdinary(after)) {
    throw new Stop(
      "cursor-foreign",
      `The saved position does not fit the cursor column "${column}", which is ${type.cast} now.`,
      {
        fix: "planhat-sync state forget SYNC starts over with a full read",
      },
    );
  }
  const name = `source_rows.${escapeIdentifier(column)}`;
  const least = leastAfterLag(after, lag, type);
  const values = [least ?? after, ...(lag === 0 || least !== undefined ? [] : [lagText(lag, type)])];
  const less =
    values.length === 1 ? "" : ` - $${params + 2}::${type.lag === "interval" ? "interval" : type.cast}`;
  const from = `$${params + 1}::${type.cast}${less}`;
  const others = [`${name} is null`, ...(type.below === undefined ? [] : [`${name}${type.below}`])];
  return {
    sql: `${wrapped}\nwhere ${name}${type.collate} >= ${from} or ${others.join(" or ")}`,
    prefix: prefix.length,
    values,
  };
}

function readLag(lag: string | number, type: CursorType, column: string, name: string): number {
  const duration = typeof lag === "string" ? durationOf(lag) : undefined;
  const value = duration ?? lag;
  if (value === 0) return 0;
  const fits =
    type.lag === "interval" ? duration !== undefined : type.lag === "number" && typeof lag === "number";
  if (typeof value === "number" && fits) return value;
  const hints = {
    interval: "write a duration such as 30s, 5m, 2h or 1d",
    number: "write a whole number: how far to go back",
    none: "leave `lag` out",
  };
  throw new Stop(
    "source-setting-invalid",
    `The lag of the cursor does not fit the column "${column}", which is ${name}.`,
    {
      fix: hints[type.lag],
    },
  );
}

/** 0 needs no unit. */
function durationOf(lag: string): number | undefined {
  return /^0+$/.test(lag) ? 0 : milliseconds(lag);
}

function lagText(lag: number, { lag: kind }: CursorType): string {
  return kind === "interval" ? `${lag} milliseconds` : String(lag);
}
