/** Planhat's limits. Source: https://www.planhat.com/developers/api/authentication-limits */
export interface Limits {
  /** In any 60 seconds. */
  readonly callsPerMinute: number;
  /** In any second. */
  readonly callsPerSecond: number;
  /** Calls in flight. */
  readonly parallel: number;
  /** Items of one bulk write. */
  readonly bulkItems: number;
  /** Bytes of one request's body; Planhat states 32 MB for its analytics host and nothing for this one. */
  readonly bodyBytes: number;
}

export const PLANHAT_LIMITS: Limits = {
  callsPerMinute: 200,
  callsPerSecond: 150,
  parallel: 50,
  bulkItems: 5000,
  bodyBytes: 32 * 1024 * 1024,
};
