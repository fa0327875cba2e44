import { milliseconds } from "../../model/duration.ts";
import type { Column } from "../../model/source.ts";
import type { SourceCursor } from "../../model/source-kind.ts";
import { Stop } from "../../model/stop.ts";

/** The declared cursor, found among the columns. */
export interface Cursor extends SourceCursor {
  /** Index among the columns. */
  readonly index: number;
}

/** The least value that is read again, as it is bound. */
export type Since = string | number | bigint;

/** Throws a Stop where the column is not there. */
export function findCursor(cursor: SourceCursor, columns: readonly Column[]): Cursor {
  const index = columns.findIndex(({ name }) => name === cursor.column);
  if (index >= 0) return { ...cursor, index };
  const names = columns.map(({ name }) => name).join(", ");
  throw new Stop(
    "column-missing",
    `The query returns no column "${cursor.column}", which \`cursor\` names.`,
    {
      fix: `add it to the SELECT list, or name one of: ${names}`,
    },
  );
}

/** A saved position is a literal of SQL, so that the text '12' is not the number 12. */
export function toPosition(value: string | number | bigint): string {
  return typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value);
}

/** A saved position less the lag. Throws a Stop where the lag does not fit it. */
export function sinceOf(position: string, cursor: SourceCursor): Since {
  const text = /^'(.*)'$/s.exec(position)?.[1]?.replaceAll("''", "'");
  const { lag = 0 } = cursor;
  if (text === undefined) return numberSince(position, lag, cursor);
  if (isNone(lag)) return text;
  return textSince(text, lag, cursor);
}

function numberSince(position: string, lag: string | number, { column }: SourceCursor): number | bigint {
  const isWhole = /^-?\d+$/.test(position);
  if (!isWhole && !Number.isFinite(Number(position))) {
    throw new Stop("cursor-foreign", `The saved position does not fit the cursor column "${column}".`, {
      fix: "planhat-sync state forget SYNC starts over with a full read",
    });
  }
  const less = typeof lag === "number" ? lag : isNone(lag) ? 0 : undefined;
  if (less === undefined) {
    throw misfit(column, "numbers", "write a whole number in the column's own unit: how far to go back");
  }
  return isWhole ? BigInt(position) - BigInt(less) : Number(position) - less;
}

function isNone(lag: string | number): boolean {
  return /^0(?:ms|s|m|h|d)?$/.test(String(lag));
}

const TIME = /^(\d{4}-\d\d-\d\d)(?:([ T])(\d\d:\d\d)(?::(\d\d)(?:\.\d+)?)?)?Z?$/;

/**
 * A text that is no longer than the second, and without a zone: it is not greater than any other way to write the same
 * time in UTC.
 */
function textSince(text: string, lag: string | number, { column }: SourceCursor): string {
  const duration = typeof lag === "string" ? milliseconds(lag) : undefined;
  const time = timeOf(text);
  if (time === undefined) {
    throw misfit(
      column,
      "text that is no time in UTC",
      "leave `lag` out, or write times as 2026-01-31T12:00:00Z",
    );
  }
  if (duration === undefined) throw misfit(column, "times", "write a duration such as 30s, 5m, 2h or 1d");
  const least = new Date(time - duration).toISOString();
  const between = TIME.exec(text)?.[2];
  return between === undefined ? least.slice(0, 10) : `${least.slice(0, 10)}${between}${least.slice(11, 19)}`;
}

/** Milliseconds since the epoch; undefined for a text that is no time in UTC. */
export function timeOf(text: string): number | undefined {
  const [, date = "", , minute = "00:00", second = "00"] = TIME.exec(text) ?? [];
  const time = Date.parse(`${date}T${minute}:${second}Z`);
  return Number.isNaN(time) ? undefined : time;
}

function misfit(column: string, holds: string, fix: string): Stop {
  return new Stop(
    "source-setting-invalid",
    `The lag of the cursor does not fit the column "${column}", which holds ${holds}.`,
    { fix },
  );
}
