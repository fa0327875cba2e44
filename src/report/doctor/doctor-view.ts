/** One thing that was looked at. */
export interface HealthCheck {
  /** What it is about: `token`, `source companies`. */
  readonly name: string;
  readonly status: "ok" | "warning" | "failed";
  readonly found: string;
  /** What to do; absent where nothing is to be done. */
  readonly fix?: string;
}
