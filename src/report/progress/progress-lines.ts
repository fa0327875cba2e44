import type { Clock } from "../../model/clock.ts";
import { doneOf, type ProgressEvent, type Working } from "../../model/progress.ts";
import { amount, plural, roughDuration } from "../text/amounts.ts";
import { escapeMessage, escapeText } from "../text/escape-text.ts";
import type { ProgressReporter } from "./progress-reporter.ts";

/** What has been said so far. */
interface ProgressMemory {
  /** How far each phase was at its last line: whole tenths where the end is known, else a count. */
  readonly marks: ReadonlyMap<string, number>;
  /** The wait told last. */
  readonly wait: string | undefined;
  /** Of the last line; monotonic milliseconds. */
  readonly at: number;
}

export const NOTHING_SAID: ProgressMemory = {
  marks: new Map(),
  wait: undefined,
  at: Number.NEGATIVE_INFINITY,
};

/** Progress for a log: each line goes to `write`, without a line break. */
export function progressLines(options: {
  readonly write: (line: string) => void;
  readonly clock: Pick<Clock, "monotonic">;
}): ProgressReporter {
  let memory = NOTHING_SAID;
  let stopped = false;
  return {
    on(event) {
      if (stopped) return;
      const next = progressLine(memory, event, options.clock.monotonic());
      memory = next.memory;
      if (next.line !== undefined) options.write(next.line);
    },
    stop() {
      stopped = true;
    },
  };
}

/**
 * At most one line an event: for a new phase, for each further 10 %, where the end is not known for each doubling,
 * and for every 30 s, since a CI job that says nothing for long is taken for dead.
 */
export function progressLine(
  memory: ProgressMemory,
  event: ProgressEvent,
  now: number,
): { readonly memory: ProgressMemory; readonly line?: string } {
  const late = now - memory.at >= LONGEST_SILENCE;
  if (event.kind === "waiting") {
    const wait = `${event.why} ${event.detail}`;
    if (event.delay < SHORTEST_WAIT || (wait === memory.wait && !late)) return { memory };
    return { memory: { ...memory, wait, at: now }, line: lineText(event) };
  }
  const phase = `${event.kind} ${"sync" in event ? event.sync : event.object}`;
  const mark = markOf(event);
  if (!late && !isWorthALine(event, mark, memory.marks.get(phase))) return { memory };
  return {
    memory: { ...memory, marks: new Map(memory.marks).set(phase, mark), at: now },
    line: lineText(event),
  };
}

/** Phases take turns, as reading and looking up do: a phase is new once. One that begins anew counts as new. */
function isWorthALine(event: Working, mark: number, last: number | undefined): boolean {
  if (last === undefined || mark < last) return true;
  return event.kind === "writing" ? mark > last : mark >= Math.max(2 * last, FIRST_MARK);
}

/** Of what is being written, tenths; of anything else, what is done. */
function markOf(event: Working): number {
  if (event.kind !== "writing") return doneOf(event);
  return event.total === 0 ? 10 : Math.floor((event.done * 10) / event.total);
}

function lineText(event: ProgressEvent): string {
  switch (event.kind) {
    case "reading":
      return `${escapeText(event.sync)}: ${plural(event.rows, "row")} read`;
    case "readingBack":
      return `${escapeText(event.object)}: ${plural(event.records, "record")} looked up in Planhat, ${plural(event.calls, "call")}`;
    case "planned":
      return `${escapeText(event.sync)}: planned, ${plural(event.rows, "row")}, ${plural(event.changes, "change")}`;
    case "writing": {
      const percent = event.total === 0 ? 100 : Math.floor((event.done * 100) / event.total);
      const refused = event.refused > 0 ? `, ${amount(event.refused)} refused` : "";
      const left = `${plural(event.callsLeft, "call")} left this minute`;
      return `${escapeText(event.object)}: ${amount(event.done)} of ${amount(event.total)} written (${percent} %)${refused}, ${left}`;
    }
    case "waiting":
      return waitText(event);
    default:
      return event satisfies never;
  }
}

/** `waiting 12 s for the rate limit (…)`. */
export function waitText({ why, delay, detail }: ProgressEvent & { readonly kind: "waiting" }): string {
  const what = why === "rate-limit" ? "for the rate limit" : "before trying again";
  const text = escapeMessage(detail);
  return `waiting ${roughDuration(delay / 1000)} ${what}${text === "" ? "" : ` (${text})`}`;
}

/** Milliseconds. */
const LONGEST_SILENCE = 30_000;
const SHORTEST_WAIT = 1_000;
/** Of a phase whose end is not known, the first count that is worth a second line. */
const FIRST_MARK = 1_000;
