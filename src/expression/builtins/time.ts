import { failure } from "../runtime/failure.ts";
import type { Run } from "../runtime/run.ts";
import { createSequence } from "../runtime/sequence.ts";
import type { Implementation } from "./implementation.ts";
import { jsonataBuiltin } from "./jsonata-builtins.ts";

/** Texts longer than this are no dates; a picture becomes a regular expression that may be slow on them. */
const MAX_DATE_TEXT = 1000;

/** JSONata's functions that read the clock: here it stands still at the start of the run. */
export const TIME: Readonly<Record<string, Implementation>> = {
  now: ([picture, zone], run) => theirs("fromMillis", [run.runStart, picture, zone], run),
  millis: (_args, run) => run.runStart,
  toMillis: ([text, picture], run) =>
    toMillis(text as string | undefined, picture as string | undefined, run),
};

/**
 * As JSONata, with two differences. A date and time without a zone is UTC, not the zone of the machine, so that
 * a plan is the same everywhere. A day that does not exist (2024-02-31) is an error, not a day in March.
 */
function toMillis(text: string | undefined, picture: string | undefined, run: Run): unknown {
  if (text === undefined) return undefined;
  if (picture !== undefined) {
    if (text.length > MAX_DATE_TEXT) throw failure("D3110", { value: text });
    return theirs("toMillis", [text, picture], run);
  }
  const zoned = /T[\d:]+(\.\d+)?$/.test(text) ? `${text}Z` : text;
  const millis = theirs("toMillis", [zoned], run);
  if (typeof millis !== "number" || Number.isNaN(millis) || !dayExists(text)) {
    throw failure("D3110", { value: text });
  }
  return millis;
}

function dayExists(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(text) ?? [];
  if (day === undefined) return true;
  const date = new Date(`${year}-${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + 1, 0);
  return Number(day) <= date.getUTCDate();
}

function theirs(name: string, args: readonly unknown[], run: Run): unknown {
  const focus = { createSequence, environment: { timestamp: new Date(run.runStart) } };
  return jsonataBuiltin(name)?.implementation.apply(focus, [...args]);
}
