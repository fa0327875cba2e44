import type { CallLedger } from "../model/call-limit.ts";
import { sha256 } from "../model/fingerprint.ts";
import { CALL_WINDOW_MS } from "../model/rate-limit.ts";
import {
  type CallLedgerFile,
  ForeignFile,
  openCallLedgerFile,
  removeCallLedgerFile,
  requireCallLedgerFile,
} from "./call-ledger-file.ts";
import { dropOldCalls, pauseCaller, takeCall } from "./call-rows.ts";
import { transaction } from "./database.ts";
import { errorCode } from "./file-stop.ts";
import type { Queries } from "./queries.ts";
import { isBusy, isDamage, resultCode } from "./sqlite-stop.ts";

export interface CallLedgerOptions {
  readonly path: string;
  readonly origin: string;
  /** Only a digest of it, together with the origin, is written. */
  readonly token: string;
  /** Milliseconds since the epoch: what processes have in common. */
  readonly now: () => number;
}

/** Between two looks at a file that another process is writing to. */
const BUSY_MS = 20;
/** A process that was stopped in the middle of a transaction may hold the file for hours. */
const MOST_BUSY = 20;

/**
 * A ledger in a file that everybody on this machine uses who makes calls with the token. It is opened, and made, for
 * the first call. Where it cannot be used it grants everything: the limit of each process alone then holds.
 */
export function callLedger({ path, origin, token, now }: CallLedgerOptions): CallLedger {
  const caller = sha256(`${origin}\n${token}`).slice(0, 16);
  let file: CallLedgerFile | undefined;
  let which = "";
  let usable = true;
  let busy = 0;
  let thrownAway = false;

  /** Undefined: nothing can be known, now or for the rest of this process. */
  function attempt<T>(work: (queries: Queries) => T): T | "busy" | undefined {
    if (!usable) return undefined;
    try {
      file ??= opened();
      const result = transaction(file.queries, "IMMEDIATE", work);
      busy = 0;
      return result;
    } catch (error) {
      if (isBusy(error) && busy < MOST_BUSY) {
        busy += 1;
        return "busy";
      }
      giveUp();
      if (isDamage(error) && !thrownAway) return beginAnew(work);
      if (!isExpected(error)) throw error;
      return undefined;
    }
  }

  function opened(): CallLedgerFile {
    which = requireCallLedgerFile(path);
    const made = openCallLedgerFile(path);
    try {
      transaction(made.queries, "IMMEDIATE", (queries) => dropOldCalls(queries, now(), CALL_WINDOW_MS));
    } catch (error) {
      made.connection.close();
      throw error;
    }
    return made;
  }

  /** Once: a disk that damages it again would have it made anew with every call. */
  function beginAnew<T>(work: (queries: Queries) => T): T | "busy" | undefined {
    thrownAway = true;
    try {
      removeCallLedgerFile(path, which);
    } catch {
      return undefined;
    }
    usable = true;
    return attempt(work);
  }

  function giveUp(): void {
    usable = false;
    close();
  }

  function close(): void {
    file?.connection.close();
    file = undefined;
  }

  return {
    take: (calls) => {
      // The clock is read under the lock: whoever comes later writes a later time.
      const wait = attempt((queries) =>
        takeCall(queries, { caller, calls, now: now(), window: CALL_WINDOW_MS }),
      );
      return wait === "busy" ? BUSY_MS : (wait ?? 0);
    },
    pause: (milliseconds) => {
      attempt((queries) => pauseCaller(queries, caller, now(), Math.min(milliseconds, CALL_WINDOW_MS)));
    },
    close,
  };
}

/** What a disk, a permission or another program may do; anything else is a bug. */
function isExpected(error: unknown): boolean {
  return error instanceof ForeignFile || resultCode(error) !== undefined || errorCode(error) !== "";
}
