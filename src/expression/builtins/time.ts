import { failure } from "../runtime/failure.ts";
import type { Run } from "../runtime/run.ts";
import { readDate } from "./dates/read-date.ts";
import { writeDate } from "./dates/write-date.ts";
import type { Implementation } from "./implementation.ts";
import { jsonataBuiltin } from "./jsonata-builtins.ts";

/** JSONata's functions of dates; those that read the clock have it stand still at the start of the run. */
export const TIME: Readonly<Record<string, Implementation>> = {
  now: ([picture, zone], run) => writeDate(run.runStart, picture as Text, zone as Text),
  millis: (_args, run) => run.runStart,
  toMillis: ([text, picture], run) => toMillis(text as Text, picture as Text, run),
  fromMillis: ([millis, picture, zone]) =>
    writeDate(millis as number | undefined, picture as Text, zone as Text),
};

type Text = string | undefined;

/**
 * As JSONata, with two differences. A date and time without a zone is UTC, not the zone of the machine, so that
 * a plan is the same everywhere. A day or a time that does not exist (2024-02-31) is an error, not a day in March.
 */
function toMillis(text: Text, picture: Text, run: Run): unknown {
  if (text === undefined) return undefined;
  if (picture !== undefined) return readDate(text, picture, run);
  const zoned = /T[\d:]+(\.\d+)?$/.test(text) ? `${text}Z` : text;
  const millis = jsonataBuiltin("toMillis")?.implementation.apply(undefined, [zoned]);
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
