import { Stop, type StopCode } from "../../model/stop.ts";
import type { Outlook } from "../../model/transience.ts";
import type { ConnectionTarget } from "../../postgres/connection-url.ts";
import { errorCode, Failure, isLost, outlookOf, plainCause, serverDetail } from "../../postgres/failure.ts";
import { capital, placeInSql, type SqlText } from "../sql/statement.ts";

/** Where a query was when it failed. */
export interface QueryState {
  readonly text: SqlText;
  /** Characters in front of the user's SQL in what was sent. */
  readonly prefix: number;
  /** Rows that were read before. */
  readonly rows: number;
  /** Whether the connection was there still: see Connection. */
  readonly isOpen: boolean;
}

/** A failure after connecting → what it was and what to do. It is never the end of the data. */
export function queryFailure(
  error: unknown,
  target: ConnectionTarget,
  state: QueryState,
  redact: (text: string) => string,
): Failure {
  const code = errorCode(error);
  const { stop, reason, fix } = explain(error, code, target, state);
  const read = state.rows === 0 ? "" : ` after ${state.rows === 1 ? "1 row" : `${state.rows} rows`}`;
  const subject = stop === "query-invalid" ? `${capital(place(error, state))} ${reason}` : capital(reason);
  const what = `${subject}${code === "" ? "" : ` (${code})`}${read}.`;
  const detail = serverDetail(error, redact);
  return new Failure(
    new Stop(stop, what, { detail, fix, cause: plainCause(error, redact) }),
    outlookOfQuery(error, state),
  );
}

/** A connection that went without a code is as one that went with it. */
function outlookOfQuery(error: unknown, { isOpen }: QueryState): Outlook {
  if (error instanceof NoAnswerError) return "unclear";
  return errorCode(error) === "" && isLost(error, isOpen) ? "unclear" : outlookOf(error);
}

/** The server stayed silent for `milliseconds` although its own time limit was shorter. */
export class NoAnswerError extends Error {
  override readonly name = "NoAnswerError";
  constructor(milliseconds: number) {
    super(`no answer for ${Math.round(milliseconds / 1000)} s`);
  }
}

export class RowTooLargeError extends Error {
  override readonly name = "RowTooLargeError";
}

interface Explanation {
  readonly stop: StopCode;
  /** Follows the place in the query for a definition's fault, and is a sentence of its own otherwise. */
  readonly reason: string;
  readonly fix: string;
}

function explain(
  error: unknown,
  code: string,
  target: ConnectionTarget,
  { isOpen }: QueryState,
): Explanation {
  if (error instanceof RowTooLargeError) {
    return {
      stop: "query-invalid",
      reason: "returns a row larger than 32 MiB, more than Planhat takes in one request",
      fix: "select fewer columns, or a part of the large one with left(…)",
    };
  }
  if (error instanceof NoAnswerError) {
    return lost(
      target,
      "the server does not answer any more",
      "check the network; then run the command again",
    );
  }
  const known = BY_CODE[code];
  if (known !== undefined) return known;
  if (isLost(error, isOpen))
    return lost(target, "the connection was lost", "run the command again; see the server's log for why");
  if (code.startsWith("42")) {
    return { stop: "query-invalid", reason: "is not accepted by the server", fix: "fix the SQL" };
  }
  if (code.startsWith("22")) {
    return {
      stop: "query-failed",
      reason: "a value does not fit what the query does with it",
      fix: "see the values of `params`, and the casts and divisions of the query: the server ends at the first row that does not fit",
    };
  }
  if (code.startsWith("53")) {
    return { stop: "query-failed", reason: "the server ran out of resources", fix: "see the server's log" };
  }
  return {
    stop: "query-failed",
    reason: "the query failed in the server",
    fix: "run the query in psql with the same role to see more",
  };
}

const WRITES: Explanation = {
  stop: "query-invalid",
  reason: "tries to write, and a source only reads",
  fix: "write a SELECT without side effects: no INSERT, UPDATE, DELETE, FOR UPDATE, nextval or functions that write",
};
const BUSY = "run the command again; if it recurs, read at a quieter time or from the primary";

const BY_CODE: Readonly<Record<string, Explanation>> = {
  "25006": WRITES,
  "2D000": WRITES,
  "25001": WRITES,
  "0A000": {
    stop: "query-invalid",
    reason: "asks for what the server does not support here",
    fix: "fix the SQL",
  },
  "08P01": {
    stop: "query-invalid",
    reason: "does not fit its params",
    fix: "give `params` one value for each $1, $2 …",
  },
  "22021": {
    stop: "query-invalid",
    reason: "has a param with a character the database cannot hold",
    fix: "remove it from `params`",
  },
  "42501": {
    stop: "query-failed",
    reason: "the role may not read what the query names",
    fix: "GRANT SELECT (or EXECUTE) on it to the role of the connection",
  },
  "42P18": { stop: "query-invalid", reason: "has a param of no known type", fix: "write its type: $1::text" },
  "57014": {
    stop: "query-failed",
    reason: "the query was cancelled, mostly because statement_timeout ran out",
    fix: "make the query faster, or add statement_timeout=… (milliseconds) to the URL of the connection",
  },
  "55P03": {
    stop: "query-failed",
    reason: "the query waited too long for a lock",
    fix: BUSY,
  },
  "40001": {
    stop: "query-failed",
    reason: "the server broke the query off for others",
    fix: BUSY,
  },
  "40P01": { stop: "query-failed", reason: "the server broke a deadlock off", fix: BUSY },
  "25P03": {
    stop: "query-failed",
    reason: "the server ended a transaction that waited too long between two reads",
    fix: "raise idle_in_transaction_session_timeout for the role of the connection",
  },
  "25P04": {
    stop: "query-failed",
    reason: "the server ended a transaction that took too long",
    fix: "raise transaction_timeout for the role of the connection, or use a cursor to read less",
  },
};

function lost(target: ConnectionTarget, what: string, fix: string): Explanation {
  return { stop: "postgres-lost", reason: `${what} (${target.label})`, fix };
}

/** Where in the query, as far as the server tells. */
function place(error: unknown, { text, prefix }: QueryState): string {
  const position = error instanceof Error && "position" in error ? Number(error.position) : Number.NaN;
  const characters = position - 1 - prefix;
  if (!(characters >= 0) || characters > text.sql.length) return text.where;
  // The server counts characters, JavaScript UTF-16 units.
  const offset = [...text.sql].slice(0, characters).join("").length;
  return placeInSql(text.where, text.sql, offset);
}
