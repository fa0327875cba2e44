import type { ProgressEvent } from "../../model/progress.ts";

/** Shows a run's progress somewhere. */
export interface ProgressReporter {
  on(event: ProgressEvent): void;
  /** Ends the showing and leaves the place clean; may be called twice, and nothing is shown after it. */
  stop(): void;
}
