/** The moments of an apply between which it may be killed, in their order; those of a call and of a batch repeat. */
export type Step =
  | "started"
  | "lease-taken"
  | "asking"
  | "told"
  | "planned"
  | "approved"
  | "run-started"
  | "intending"
  | "intended"
  | "sending"
  | "answered"
  | "settling"
  | "settled"
  | "written"
  | "saving-rejects"
  | "saving-watermark"
  | "finishing-run"
  | "run-finished"
  | "reported"
  | "lease-released"
  | "closed";

export interface Stepped {
  /** Called at each named step of an apply, which waits for it. Absent but in tests. */
  readonly onStep?: ((step: Step) => Promise<void>) | undefined;
}

/** Tells a test how far an apply has come; whoever runs the program listens to nothing. */
export async function reach({ onStep }: Stepped, step: Step): Promise<void> {
  await onStep?.(step);
}
