/** Why a run cannot go on. The kind decides the exit code. */
export type StopKind = "usage" | "definition" | "environment" | "guard" | "stale" | "failure" | "interrupted";

/**
 * Thrown by an edge (token, network, source, state) and shown to the user without a stack.
 * `message` says what is wrong and why; `hint` what to do.
 */
export class Stop extends Error {
  override readonly name = "Stop";
  readonly kind: StopKind;
  readonly hint: string | undefined;

  constructor(kind: StopKind, message: string, options: ErrorOptions & { readonly hint?: string } = {}) {
    super(message, "cause" in options ? { cause: options.cause } : undefined);
    this.kind = kind;
    this.hint = options.hint;
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
