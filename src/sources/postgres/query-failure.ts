import { Stop, type StopKind } from "../../model/stop.ts";
import type { ConnectionTarget } from "../../postgres/connection-url.ts";
import { errorCode, errorText, Failure, isLost, isServerError, plainCause } from "../../postgres/failure.ts";
import { capital, placeInSql, type SqlText } from "./sql/statement.ts";

/** Where a query was when it failed. */
export interface QueryState {
  readonly text: SqlText;
  /** Characters in front of the user's SQL in what was sent. */
  readonly prefix: number;
  /** Rows that were read before. */
  readonly rows: number;
}

/** A failure after connecting → what it was and what to do. It is never the end of the data. */
export function queryFailure(
  error: unknown,
  target: ConnectionTarget,
  state: QueryState,
  redact: (text: string) => string,
): Failure {
  const code = errorCode(error);
  const { kind, reason, hint, isTransient } = explain(error, code, target);
  const read = state.rows === 0 ? "" : ` after ${state.rows === 1 ? "1 row" : `${state.rows} rows`}`;
  const subject = kind === "definition" ? `${capital(place(error, state))} ${reason}` : capital(reason);
  const said = isServerError(error)
    ? ` PostgreSQL says: ${redact(errorText(error)).replace(/\.$/, "")}.`
    : "";
  const message = `${subject}${code === "" ? "" : ` (${code})`}${read}.${said}`;
  return new Failure(
    new Stop(kind, message, { hint, cause: plainCause(error, redact) }),
    isTransient ?? false,
  );
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
  readonly kind: StopKind;
  /** Follows the place in the query for a definition's fault, and is a sentence of its own otherwise. */
  readonly reason: string;
  readonly hint: string;
  readonly isTransient?: boolean;
}

function explain(error: unknown, code: string, target: ConnectionTarget): Explanation {
  if (error instanceof RowTooLargeError) {
    return {
      kind: "definition",
      reason: "returns a row larger than 32 MiB, more than Planhat takes in one request",
      hint: "select fewer columns, or a part of the large one with left(…)",
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
  if (isLost(error))
    return lost(target, "the connection was lost", "run the command again; see the server's log for why");
  if (code.startsWith("42")) {
    return { kind: "definition", reason: "is not accepted by the server", hint: "mend the SQL" };
  }
  if (code.startsWith("22")) {
    return {
      kind: "environment",
      reason: "a value does not fit what the query does with it",
      hint: "see the values of `params`, and the casts and divisions of the query: the server ends at the first row that does not fit",
    };
  }
  if (code.startsWith("53")) {
    return { kind: "environment", reason: "the server ran out of resources", hint: "see the server's log" };
  }
  return {
    kind: "environment",
    reason: "the query failed in the server",
    hint: "run the query in psql with the same role to see more",
  };
}

const WRITES: Explanation = {
  kind: "definition",
  reason: "tries to write, and a source only reads",
  hint: "write a SELECT without side effects: no INSERT, UPDATE, DELETE, FOR UPDATE, nextval or functions that write",
};
const BUSY = "run the command again; if it recurs, read at a quieter time or from the primary";

const BY_CODE: Readonly<Record<string, Explanation>> = {
  "25006": WRITES,
  "2D000": WRITES,
  "25001": WRITES,
  "0A000": {
    kind: "definition",
    reason: "asks for what the server does not support here",
    hint: "mend the SQL",
  },
  "08P01": {
    kind: "definition",
    reason: "does not fit its params",
    hint: "give `params` one value for each $1, $2 …",
  },
  "22021": {
    kind: "definition",
    reason: "has a param with a character the database cannot hold",
    hint: "remove it from `params`",
  },
  "42501": {
    kind: "environment",
    reason: "the role may not read what the query names",
    hint: "GRANT SELECT (or EXECUTE) on it to the role of the connection",
  },
  "42P18": { kind: "definition", reason: "has a param of no known type", hint: "write its type: $1::text" },
  "57014": {
    kind: "environment",
    reason: "the query was cancelled, mostly because statement_timeout ran out",
    hint: "make the query faster, or add statement_timeout=… (milliseconds) to the URL of the connection",
  },
  "55P03": {
    kind: "environment",
    reason: "the query waited too long for a lock",
    hint: BUSY,
    isTransient: true,
  },
  "40001": {
    kind: "environment",
    reason: "the server broke the query off for others",
    hint: BUSY,
    isTransient: true,
  },
  "40P01": { kind: "environment", reason: "the server broke a deadlock off", hint: BUSY, isTransient: true },
  "25P03": {
    kind: "environment",
    reason: "the server ended a transaction that waited too long between two reads",
    hint: "raise idle_in_transaction_session_timeout for the role of the connection",
  },
  "25P04": {
    kind: "environment",
    reason: "the server ended a transaction that took too long",
    hint: "raise transaction_timeout for the role of the connection, or use a cursor to read less",
  },
};

function lost(target: ConnectionTarget, what: string, hint: string): Explanation {
  return { kind: "environment", reason: `${what} (${target.label})`, hint, isTransient: true };
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
