import type { Context } from "./context.ts";

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

/** Tells a test how far an apply has come; whoever runs the program listens to nothing. */
export async function checkpoint({ io }: Context, step: Checkpoint): Promise<void> {
  await io.onCheckpoint?.(step);
}
