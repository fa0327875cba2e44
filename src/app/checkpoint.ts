/** The moments of an apply between which it may be killed, in their order; those of a call and of a batch repeat. */
export type Checkpoint =
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

export interface Checkpoints {
  /** Called at each checkpoint of an apply, which waits for it. Absent but in tests. */
  readonly onCheckpoint?: ((checkpoint: Checkpoint) => Promise<void>) | undefined;
}

/** Tells a test how far an apply has come; whoever runs the program listens to nothing. */
export async function checkpoint({ onCheckpoint }: Checkpoints, reached: Checkpoint): Promise<void> {
  await onCheckpoint?.(reached);
}
