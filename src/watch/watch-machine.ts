import { NO_WORK, type Request, union, type Work, workOf } from "./work.ts";

/**
 * When `watch` runs: a state machine, pure, with the time as an argument (milliseconds of a clock that only goes
 * forward).
 *
 * ```
 *             changed             quiet, or waited long enough
 *   ┌──────┐ ────────► ┌──────────┐ ─────────────────────────► ┌─────────┐
 *   │ idle │           │ settling │◄─┐ changed: wait anew      │ running │◄─┐ changed, asked: noted,
 *   └──────┘ ◄──┐      └──────────┘──┘                         └─────────┘──┘ and the run may leave off
 *      │        │           ▲                                     │   ▲
 *      │        │           └──────── ended, files changed ───────┤   │
 *      │        └──────────────────── ended, nothing new ─────────┘   │
 *      └───────────────────────────── asked, or ended with a request ─┘
 *
 *   closed, from anywhere: a run that is on ends, and no other begins.
 * ```
 *
 * So no two runs overlap, a burst of events is one run, what changes during a run leads to exactly one more, and the
 * last run begins after the last save.
 */
export interface WatchState {
  readonly phase: "idle" | "waiting" | "running" | "closed";
  /** What has come in and waits for a run. */
  readonly pending: Pending | undefined;
  /** What the run that is on does, or the one before did. */
  readonly work: Work;
}

interface Pending {
  readonly work: Work;
  /** Of the first and the last change of a file; undefined where somebody asked only. */
  readonly since: number | undefined;
  readonly last: number | undefined;
  /** Files that are gone or empty: perhaps half of a save. */
  readonly doubtful: ReadonlySet<string>;
}

export type WatchEvent =
  | { readonly kind: "changed"; readonly path: string; readonly isDoubtful: boolean; readonly at: number }
  | { readonly kind: "asked"; readonly request: Request; readonly at: number }
  /** The time of the last `wake` has come. */
  | { readonly kind: "woken"; readonly at: number }
  /** `left`: what the run did not do because it left off. */
  | { readonly kind: "ended"; readonly left: Work; readonly at: number }
  | { readonly kind: "closed" };

export type WatchEffect =
  /** Answer with `woken` after so many milliseconds; an earlier wake is void. */
  | { readonly kind: "wake"; readonly after: number }
  | { readonly kind: "run"; readonly work: Work }
  /** The run that is on need not read on: what it leaves is done by the next. */
  | { readonly kind: "leaveOff" };

export interface Step {
  readonly state: WatchState;
  readonly effects: readonly WatchEffect[];
}

/** Milliseconds without a change after which a save counts as finished. */
export const QUIET = 20;
/** The same where a file is gone or empty: an editor may be about to write it. */
export const DOUBTFUL_QUIET = 200;
/** A file that is written all the time is looked at this often. */
export const LONGEST_WAIT = 1000;

export const IDLE: WatchState = { phase: "idle", pending: undefined, work: NO_WORK };

export function step(state: WatchState, event: WatchEvent): Step {
  if (state.phase === "closed") return { state, effects: [] };
  switch (event.kind) {
    case "changed":
      return rescheduled({ ...state, pending: withChange(state.pending, event) }, event.at);
    case "asked": {
      const work = workOf(event.request, state.work);
      return rescheduled({ ...state, pending: withWork(state.pending, work) }, event.at);
    }
    case "woken":
      return state.phase === "waiting" ? next(state, event.at) : { state, effects: [] };
    case "ended":
      return next(
        {
          ...state,
          phase: "idle",
          pending: isNothing(event.left) ? state.pending : withWork(state.pending, event.left),
        },
        event.at,
      );
    case "closed":
      return {
        state: { ...state, phase: "closed", pending: undefined },
        effects: state.phase === "running" ? [{ kind: "leaveOff" }] : [],
      };
    default:
      return event satisfies never;
  }
}

/** Something new came in. */
function rescheduled(state: WatchState, at: number): Step {
  return state.phase === "running" ? { state, effects: [{ kind: "leaveOff" }] } : next(state, at);
}

/** No run is on: begins one, or waits for quiet. */
function next(state: WatchState, at: number): Step {
  const { pending } = state;
  if (pending === undefined) return { state: { ...state, phase: "idle" }, effects: [] };
  const after = waitOf(pending, at);
  if (after > 0) return { state: { ...state, phase: "waiting" }, effects: [{ kind: "wake", after }] };
  const { work } = pending;
  return { state: { phase: "running", pending: undefined, work }, effects: [{ kind: "run", work }] };
}

function waitOf({ since, last, doubtful }: Pending, at: number): number {
  if (since === undefined || last === undefined) return 0;
  const quiet = doubtful.size > 0 ? DOUBTFUL_QUIET : QUIET;
  return Math.min(last + quiet, since + LONGEST_WAIT) - at;
}

function withChange(
  pending: Pending | undefined,
  { path, isDoubtful, at }: WatchEvent & { readonly kind: "changed" },
): Pending {
  const doubtful = new Set(pending?.doubtful);
  if (isDoubtful) doubtful.add(path);
  else doubtful.delete(path);
  return {
    work: union(pending?.work ?? NO_WORK, { ...NO_WORK, files: new Set([path]) }),
    since: pending?.since ?? at,
    last: at,
    doubtful,
  };
}

function withWork(pending: Pending | undefined, work: Work): Pending {
  return pending === undefined
    ? { work, since: undefined, last: undefined, doubtful: new Set() }
    : { ...pending, work: union(pending.work, work) };
}

function isNothing(work: Work): boolean {
  const named = work.files.size + work.looks.size + work.lookups.length;
  return named === 0 && work.all === "no" && !work.fresh && !work.tests && !work.plan;
}
