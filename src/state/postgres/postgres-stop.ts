import { Stop } from "../../model/stop.ts";
import {
  errorCode,
  Failure,
  isLost,
  isServerError,
  outlookOf,
  plainCause,
  serverDetail,
} from "../../postgres/failure.ts";
import { DamagedRow } from "../rows/sealed-row.ts";

/** The state in PostgreSQL that a message is about. */
export interface Where {
  readonly place: string;
  readonly schema: string;
  readonly redact: (text: string) => string;
}

/**
 * What the driver threw → a Stop, and what it says of another attempt; everything else (a Stop, a bug) is
 * given back as it is. `isOpen`: see Connection.
 */
export function postgresFailure(error: unknown, where: Where, isOpen: boolean): unknown {
  if (error instanceof DamagedRow) return damaged(where, error.message, error);
  if (error instanceof Failure || error instanceof Stop || !(error instanceof Error)) return error;
  const code = errorCode(error);
  const cause = plainCause(error, where.redact);
  const lost = isLost(error, isOpen);
  if (!lost && !isServerError(error)) return error;
  if (DAMAGED.has(code)) return damaged(where, "a table or a column of it is not as it was made", cause);
  const [reason, fix] = lost ? LOST : explain(code, where);
  const what = `The state in PostgreSQL cannot be used: ${reason} (${where.place}).`;
  const detail = serverDetail(error, where.redact);
  // A connection that went without a code is as one that went with it.
  const outlook = lost && code === "" ? "unclear" : outlookOf(error);
  return new Failure(new Stop("state-unusable", what, { detail, fix, cause }), outlook);
}

/** A damaged state is never taken for an empty one: the next apply would create what is there already. */
export function damaged({ place, schema }: Where, what: string, cause?: unknown): Stop {
  return new Stop("state-damaged", `The state in PostgreSQL is damaged: ${what} (${place}).`, {
    cause,
    fix:
      `Restore the whole schema ${schema} from a backup. Without one, rename it and plan with \`--baseline live\` ` +
      "before the next apply: Planhat itself then tells what is there.",
  });
}

const LOST = [
  "the connection was lost",
  "Apply again: it goes on from what was saved, and settles with Planhat what was not.",
] as const;

/** Undefined schema, table, column or function; no index that ON CONFLICT could use. */
const DAMAGED: ReadonlySet<string> = new Set(["3F000", "42P01", "42703", "42883", "42P10"]);

function explain(code: string, { schema }: Where): readonly [reason: string, fix: string] {
  const known = REASONS[code];
  if (known !== undefined) return known;
  if (code === "42501") {
    return [
      "the role lacks a permission",
      `An apply needs CREATE on the database, or a schema ${schema} that it owns; a plan needs USAGE on the schema and ` +
        "SELECT on its tables. docs/state.md has the statements.",
    ];
  }
  if (code.startsWith("53"))
    return ["the server ran out of resources", "See the server's log, then apply again."];
  return [`the server refuses (${code})`, "See the server's log."];
}

export function replica({ place }: Where): Stop {
  const [reason, fix] = REPLICA;
  return new Stop("state-unusable", `The state in PostgreSQL cannot be used: ${reason} (${place}).`, { fix });
}

export function olderState({ place }: Where): Stop {
  return new Stop("state-version", `The state in PostgreSQL was made by an older planhat-sync (${place}).`, {
    fix: "The next apply brings it up to date. Until then, plan with `--baseline live`.",
  });
}

export function newerState({ place }: Where, version: number, known: number): Stop {
  return new Stop("state-version", `The state in PostgreSQL was made by a newer planhat-sync (${place}).`, {
    fix: `It has version ${version}, this program knows ${known}. Update planhat-sync.`,
  });
}

export function foreign({ place }: Where): Stop {
  return new Stop("state-foreign", `The schema of the state holds tables of something else (${place}).`, {
    fix: "Name an own schema for the state: `?schema=…` in the URL at `state:`; the first apply makes it.",
  });
}

export function wrongEncoding({ place }: Where, encoding: string): Stop {
  return new Stop("state-unusable", `The database of the state cannot hold every character (${place}).`, {
    fix: `Its encoding is ${encoding}. Make one with ENCODING 'UTF8', and name it in the URL at \`state:\`.`,
  });
}

/** The network is dead, or the server hangs. */
export function silence({ place }: Where): Failure {
  const text = `The state in PostgreSQL cannot be used: the server does not answer any more (${place}).`;
  return new Failure(new Stop("state-unusable", text, { fix: LOST[1] }), "unclear");
}

const REPLICA: readonly [reason: string, fix: string] = [
  "the server is a read replica or read-only",
  "Name the primary in the URL at `state:`: a plan may read from a replica, an apply has to write.",
];

const REASONS: Readonly<Record<string, readonly [reason: string, fix: string]>> = {
  "25006": REPLICA,
  "57014": [
    "the server cancelled the statement",
    "Apply again; if it recurs, see the server's log, and statement_timeout of the role.",
  ],
  "55P03": ["somebody else keeps its rows locked", "See pg_stat_activity for who it is, then apply again."],
  "53100": ["the server's disk is full", "Free some space and apply again."],
};
