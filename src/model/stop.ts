import type { Reason } from "./reason.ts";
import { STOP_KINDS, type StopCode, type StopKind } from "./stop-code.ts";

export type { StopCode, StopKind } from "./stop-code.ts";

export interface StopOptions extends ErrorOptions {
  readonly detail?: string | undefined;
  readonly fix?: string | undefined;
}

/**
 * Thrown by an edge (token, network, source, state) and shown to the user without a stack. `message`, which every
 * Error has, is `what` alone: whoever shows a Stop makes its text of the reason.
 */
export class Stop extends Error {
  override readonly name = "Stop";
  /** Decides the exit code. */
  readonly kind: StopKind;
  readonly reason: Reason<StopCode>;

  constructor(code: StopCode, what: string, { detail, fix, ...options }: StopOptions = {}) {
    super(what, "cause" in options ? { cause: options.cause } : undefined);
    this.kind = STOP_KINDS[code];
    this.reason = {
      code,
      what,
      ...(detail === undefined ? {} : { detail }),
      ...(fix === undefined ? {} : { fix }),
    };
  }
}

/** Why an aborted signal ends the work. */
export function stopOf({ reason }: AbortSignal): Stop {
  return reason instanceof Stop ? reason : new Stop("interrupted", "Interrupted.");
}

/**
 * For a signal that ends a wait and no work. Every abort names its reason: an abort without one throws an AbortError,
 * which cannot be told from a bug.
 */
export const NO_LONGER_NEEDED = new Stop("interrupted", "This is no longer needed.");
