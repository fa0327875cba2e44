import type { Clock } from "../../model/clock.ts";
import { NO_LONGER_NEEDED, Stop } from "../../model/stop.ts";
import { IDLE, step, type WatchEffect, type WatchEvent } from "../../watch/watch-machine.ts";
import { NO_WORK, type Request, type Work } from "../../watch/work.ts";

const SUPERSEDED = new Stop("interrupted", "Something newer is waiting.");

/** Does one run and answers what it left undone. It may leave off when `signal` fires. */
export type RunOnce = (work: Work, signal: AbortSignal) => Promise<Work>;

/** Carries out what the state machine of src/watch/ says: the clock, the runs, the end. */
export class Driver {
  readonly #run: RunOnce;
  readonly #clock: Clock;
  readonly #onFail: (error: unknown) => void;
  #state = IDLE;
  #wakeAt: number | undefined;
  #sleep: AbortController | undefined;
  #leaveOff: AbortController | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(run: RunOnce, clock: Clock, onFail: (error: unknown) => void) {
    this.#run = run;
    this.#clock = clock;
    this.#onFail = onFail;
  }

  changed(path: string, isDoubtful: boolean): void {
    this.#feed({ kind: "changed", path, isDoubtful, at: this.#clock.monotonic() });
  }

  ask(request: Request): void {
    this.#feed({ kind: "asked", request, at: this.#clock.monotonic() });
  }

  /** Resolves when nothing runs any more, and nothing will. */
  async close(): Promise<void> {
    this.#feed({ kind: "closed" });
    this.#sleep?.abort(NO_LONGER_NEEDED);
    await this.#running;
  }

  get isRunning(): boolean {
    return this.#state.phase === "running";
  }

  #feed(event: WatchEvent): void {
    const { state, effects } = step(this.#state, event);
    this.#state = state;
    for (const effect of effects) this.#take(effect);
  }

  #take(effect: WatchEffect): void {
    switch (effect.kind) {
      case "wake":
        this.#wakeIn(effect.after);
        return;
      case "run":
        this.#running = this.#start(effect.work);
        return;
      case "leaveOff":
        this.#leaveOff?.abort(SUPERSEDED);
        return;
      default:
        effect satisfies never;
    }
  }

  /** A burst of events wakes once: the machine, woken too early, asks to be woken again. */
  #wakeIn(after: number): void {
    const at = this.#clock.monotonic() + after;
    if (this.#wakeAt !== undefined && this.#wakeAt <= at) return;
    this.#sleep?.abort(NO_LONGER_NEEDED);
    const sleep = new AbortController();
    this.#sleep = sleep;
    this.#wakeAt = at;
    void this.#clock.sleep(after, sleep.signal).then(() => {
      if (sleep.signal.aborted) return;
      this.#wakeAt = undefined;
      this.#feed({ kind: "woken", at: this.#clock.monotonic() });
    });
  }

  async #start(work: Work): Promise<void> {
    this.#leaveOff = new AbortController();
    let left = NO_WORK;
    try {
      left = await this.#run(work, this.#leaveOff.signal);
    } catch (error) {
      this.#onFail(error);
    }
    this.#feed({ kind: "ended", left, at: this.#clock.monotonic() });
  }
}
