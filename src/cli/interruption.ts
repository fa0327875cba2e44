import type { Clock } from "../model/clock.ts";
import { NO_LONGER_NEEDED, Stop } from "../model/stop.ts";
import type { CommandContext } from "./command-context.ts";
import { EXIT } from "./exit-code.ts";
import type { Io } from "./io.ts";

/** A second signal this soon after the first is the same key press: terminals and CI runners send both. */
const SAME_MS = 1000;
/** What Planhat has not answered by then is left open: CI runners kill ten seconds after they asked to end. */
const ANSWER_MS = 8000;
/** Then the state is saved; whoever still hangs is left behind. */
const SAVE_MS = 1500;

/**
 * Runs `work` until it ends or is interrupted: then its exit code is that of the signal, also where the work could end
 * as if nothing had happened.
 */
export async function interruptible(
  { io, clock, output }: CommandContext,
  work: (interruption: Interruption) => Promise<number>,
): Promise<number> {
  const interruption = new Interruption(io, clock, (text) => output.remark(text));
  try {
    const code = await work(interruption);
    return interruption.code ?? code;
  } catch (error) {
    if (interruption.code !== undefined && error instanceof Stop && error.kind === "interrupted") {
      return interruption.code;
    }
    throw error;
  } finally {
    interruption.dispose();
  }
}

/**
 * The first SIGINT, SIGTERM or SIGHUP fires `signal`: what is in flight finishes and the state is saved, within ten seconds,
 * whatever Planhat does. The second one leaves at once, which loses nothing either: what was sent is in the state as
 * pending.
 */
export class Interruption {
  readonly #io: Io;
  readonly #clock: Clock;
  readonly #say: (text: string) => void;
  readonly #controller = new AbortController();
  readonly #abandoning = new AbortController();
  readonly #disposing = new AbortController();
  #code: number | undefined;
  #at = 0;
  readonly #onInt = (): void => this.#receive(EXIT.interrupted);
  readonly #onTerm = (): void => this.#receive(EXIT.terminated);

  constructor(io: Io, clock: Clock, say: (text: string) => void) {
    this.#io = io;
    this.#clock = clock;
    this.#say = say;
    io.on("SIGINT", this.#onInt);
    io.on("SIGTERM", this.#onTerm);
    io.on("SIGHUP", this.#onTerm);
  }

  /** Nothing new is begun once it fires. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Fires when requests that are still in flight shall be waited for no longer. */
  get abandoned(): AbortSignal {
    return this.#abandoning.signal;
  }

  /** 130 or 143 once interrupted. */
  get code(): number | undefined {
    return this.#code;
  }

  /** Stops the work for another reason, such as a lost lease. */
  abort(reason: Stop): void {
    this.#controller.abort(reason);
  }

  dispose(): void {
    this.#disposing.abort(NO_LONGER_NEEDED);
    this.#io.off("SIGINT", this.#onInt);
    this.#io.off("SIGTERM", this.#onTerm);
    this.#io.off("SIGHUP", this.#onTerm);
  }

  #receive(code: number): void {
    const now = this.#clock.monotonic();
    if (this.#code !== undefined) {
      if (now - this.#at >= SAME_MS) this.#io.exit(code);
      return;
    }
    this.#code = code;
    this.#at = now;
    this.#say("Interrupted: finishing what is in flight. Interrupt again to leave at once.");
    this.#controller.abort(new Stop("interrupted", "Interrupted."));
    void this.#leaveInTime(code);
  }

  async #leaveInTime(code: number): Promise<void> {
    const over = this.#disposing.signal;
    await this.#clock.sleep(ANSWER_MS, over);
    if (over.aborted) return;
    this.#say("Planhat has not answered yet. The next apply finds out what became of the last request.");
    this.#abandoning.abort(new Stop("interrupted", "Planhat has not answered in time."));
    await this.#clock.sleep(SAVE_MS, over);
    if (!over.aborted) this.#io.exit(code);
  }
}
