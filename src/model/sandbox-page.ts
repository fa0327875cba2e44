import type { JsonObject } from "./json.ts";

/** What the sandbox tells its page; the records as they stand. */
export interface SandboxOverview {
  readonly collections: readonly {
    /** `/companies`: its path in the API, and its name here. */
    readonly path: string;
    readonly title: string;
    readonly count: number;
  }[];
  /** Calls to the API so far. */
  readonly calls: number;
}

export interface SandboxRecords {
  /** How many records match. */
  readonly total: number;
  /** The newest first, from `offset` on. */
  readonly records: readonly JsonObject[];
}

export interface SandboxRecord {
  readonly record: JsonObject;
  readonly history: readonly {
    readonly kind: "created" | "updated" | "deleted";
    /** `PUT /companies`. */
    readonly call: string;
    /** What the client calls itself. */
    readonly agent: string;
    /** Milliseconds since the epoch. */
    readonly time: number;
    readonly fields: readonly {
      readonly field: string;
      readonly before?: unknown;
      readonly after?: unknown;
    }[];
  }[];
}

/** The newest first. */
export type SandboxRequests = readonly {
  readonly method: string;
  readonly path: string;
  readonly status: number | null;
  readonly items: number | null;
  readonly time: number;
  readonly faults: readonly string[];
}[];
