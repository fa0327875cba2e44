import { doneOf, type ProgressEvent, type Working } from "../../model/progress.ts";
import { amount, plural, roughDuration } from "../text/amounts.ts";
import { cutToWidth } from "../text/display-width.ts";
import { escapeText } from "../text/escape-text.ts";
import { waitText } from "./progress-lines.ts";

/** What the bar shows: the phase, since when, and what goes on beside it. */
export interface BarState {
  /** undefined: nothing but a wait so far, as where the first call is refused. */
  readonly event: Working | undefined;
  /** When the phase began and how much was done by then; monotonic milliseconds. */
  readonly since: number;
  readonly doneBefore: number;
  /** The object types that are being written: several at once where they do not refer to each other. */
  readonly written: readonly Writing[];
  /** Reading and looking up take turns: the reading stays in front. */
  readonly lookup: LookingUp | undefined;
  readonly wait: { readonly text: string; readonly until: number } | undefined;
}

type Writing = ProgressEvent & { readonly kind: "writing" };
type LookingUp = ProgressEvent & { readonly kind: "readingBack" };

export function nextBarState(state: BarState | undefined, event: ProgressEvent, now: number): BarState {
  if (event.kind === "waiting") {
    const before = state ?? { event: undefined, since: now, doneBefore: 0, written: [], lookup: undefined };
    return { ...before, wait: { text: waitText(event), until: now + event.delay } };
  }
  if (event.kind === "readingBack" && state?.event?.kind === "reading") {
    return { ...state, lookup: event, wait: undefined };
  }
  const written = event.kind === "writing" ? writtenWith(state?.written ?? [], event) : [];
  const shown = event.kind === "writing" && written.length > 1 ? together(written, event) : event;
  if (state?.event !== undefined && goesOn(state.event, shown)) {
    return { ...state, event: shown, written, wait: undefined };
  }
  return { event: shown, since: now, doneBefore: doneOf(shown), written, lookup: undefined, wait: undefined };
}

/** In the order in which they began, without those that are done. */
function writtenWith(before: readonly Writing[], event: Writing): readonly Writing[] {
  const known = before.some(({ object }) => object === event.object);
  const all = known ? before.map((one) => (one.object === event.object ? event : one)) : [...before, event];
  return all.filter((one) => one === event || one.done < one.total);
}

function together(written: readonly Writing[], { callsLeft }: Pick<Writing, "callsLeft">): Working {
  const sum = (name: "done" | "total" | "refused"): number =>
    written.reduce((whole, one) => whole + one[name], 0);
  return {
    kind: "writing",
    object: written.map(({ object }) => object).join(", "),
    done: sum("done"),
    total: sum("total"),
    refused: sum("refused"),
    callsLeft,
  };
}

/** The line as it stands at `now`, cut to `width` columns. */
export function barLine(state: BarState, now: number, width: number): string {
  const wait = state.wait !== undefined && now < state.wait.until ? [state.wait.text] : [];
  return cutToWidth([...parts(state, now), ...wait].join("  "), width);
}

function parts({ event, since, doneBefore, lookup }: BarState, now: number): string[] {
  if (event === undefined) return [];
  const perSecond = ((doneOf(event) - doneBefore) * 1000) / (now - since);
  const rate = perSecond >= 1 && now - since >= SETTLED ? [`${amount(perSecond)}/s`] : [];
  switch (event.kind) {
    case "reading":
      return [
        escapeText(event.sync),
        plural(event.rows, "row"),
        ...rate,
        ...(lookup === undefined ? [] : lookupParts(lookup)),
      ];
    case "readingBack":
      return [escapeText(event.object), ...lookupParts(event), ...rate];
    case "planned":
      return [escapeText(event.sync), "planned", plural(event.rows, "row"), plural(event.changes, "change")];
    case "writing": {
      const share = event.total === 0 ? 1 : event.done / event.total;
      const left = rate.length > 0 ? [`${roughDuration((event.total - event.done) / perSecond)} left`] : [];
      return [
        escapeText(event.object),
        bar(share),
        `${Math.floor(share * 100)} %`,
        `${amount(event.done)}/${amount(event.total)}`,
        ...(event.refused > 0 ? [`${amount(event.refused)} refused`] : []),
        ...rate,
        ...left,
        `${plural(event.callsLeft, "call")} left this minute`,
      ];
    }
    default:
      return event satisfies never;
  }
}

function lookupParts({ records, calls }: LookingUp): string[] {
  return [`${plural(records, "record")} looked up in Planhat`, plural(calls, "call")];
}

function bar(share: number): string {
  const full = Math.floor(Math.min(1, share) * BAR_COLUMNS);
  return "█".repeat(full) + "░".repeat(BAR_COLUMNS - full);
}

function goesOn(before: Working, after: Working): boolean {
  return phaseOf(before) === phaseOf(after) && doneOf(after) >= doneOf(before);
}

function phaseOf(event: Working): string {
  return `${event.kind} ${"sync" in event ? event.sync : event.object}`;
}

const BAR_COLUMNS = 20;
/** Milliseconds after which a rate says something. */
const SETTLED = 1_000;
