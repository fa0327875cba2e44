import { Stop } from "../model/stop.ts";
import { EXIT } from "./exit-code.ts";
import type { Io } from "./io.ts";

/** A second signal this soon after the first is the same key press: terminals and CI runners send both. */
const SAME_MS = 1000;

/**
 * The first SIGINT or SIGTERM fires `signal`: what is in flight finishes and the state is saved. The second one
 * leaves at once, which loses nothing either: what was sent is in the state as pending.
 */
export class Interruption {
  readonly #io: Io;
  readonly #now: () => number;
  readonly #controller = new AbortController();
  readonly #say: (text: string) => void;
  #code: number | undefined;
  #at = 0;
  readonly #onInt = (): void => this.#receive(EXIT.interrupted);
  readonly #onTerm = (): void => this.#receive(EXIT.terminated);

  constructor(io: Io, now: () => number, say: (text: string) => void) {
    this.#io = io;
    this.#now = now;
    this.#say = say;
    io.on("SIGINT", this.#onInt);
    io.on("SIGTERM", this.#onTerm);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
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
    this.#io.off("SIGINT", this.#onInt);
    this.#io.off("SIGTERM", this.#onTerm);
  }

  #receive(code: number): void {
    const now = this.#now();
    if (this.#code !== undefined) {
      if (now - this.#at >= SAME_MS) this.#io.exit(code);
      return;
    }
    this.#code = code;
    this.#at = now;
    this.#say("Interrupted: finishing what is in flight. Interrupt again to leave at once.");
    this.#controller.abort(new Stop("interrupted", "Interrupted."));
  }
}
