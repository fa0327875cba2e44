import type { Json, JsonObject } from "../model/json.ts";

/** Which items or records a fault concerns: a function, or fields whose values must be equal. */
export type Where = ((record: JsonObject) => boolean) | JsonObject;

export interface FaultMatch {
  /** Any, when left out. */
  readonly method?: string;
  /** The path without its query: `/companies`; `/companies/*` for all below it. Any, when left out. */
  readonly path?: string;
  /** Strikes from the nth matching request on, counted from 1 since the fault was added. */
  readonly nth?: number;
}

/**
 * One way to misbehave. `commit` tells whether the request is carried out first. A fault of kind `slow` or `stall`
 * without `milliseconds` holds the request until it is released.
 */
export type FaultAction =
  | {
      readonly kind: "status";
      readonly code: number;
      /** A string is sent as text, anything else as JSON. */
      readonly body?: Json;
      readonly headers?: Readonly<Record<string, string>>;
      /** Default: false. */
      readonly commit?: boolean;
    }
  /** Refuses with 429 (or `code`) and this `Retry-After`; not carried out. */
  | { readonly kind: "retryAfter"; readonly value: string | number; readonly code?: number }
  /** Answers while the body is still on its way, then resets the connection; not carried out. */
  | { readonly kind: "rejectUpload"; readonly code?: number }
  /** Ends the connection without an answer. `reset` (default) sends RST, `end` FIN. */
  | { readonly kind: "dropBeforeCommit"; readonly how?: "reset" | "end" }
  | { readonly kind: "dropAfterCommit"; readonly how?: "reset" | "end" }
  /** Carried out; the answer breaks off after `keep` bytes (default: half). */
  | {
      readonly kind: "truncateBody";
      readonly keep?: number;
      /** Default: true. Without a length the cut looks like the answer's end. */
      readonly declareLength?: boolean;
    }
  /** 200 with a page of HTML, as a proxy's login page. `commit` by default false. */
  | { readonly kind: "html"; readonly body?: string; readonly code?: number; readonly commit?: boolean }
  /** 200 without a body. `commit` by default true. */
  | { readonly kind: "emptyBody"; readonly commit?: boolean }
  /** Holds the request before it is carried out, or (default) its answer afterwards. */
  | {
      readonly kind: "slow";
      readonly at?: "beforeCommit" | "afterCommit";
      readonly milliseconds?: number;
    }
  /** Sends half of the answer and holds the rest. */
  | { readonly kind: "stall"; readonly milliseconds?: number }
  /** Sends the answer in pieces of `bytes` (default 1), a pause between them (default 0). */
  | { readonly kind: "drip"; readonly bytes?: number; readonly milliseconds?: number }
  /** Adds to the counts of a bulk answer; may make them negative. */
  | {
      readonly kind: "wrongCounts";
      readonly created?: number;
      readonly updated?: number;
      readonly nonupdates?: number;
    }
  /** Changes a carried-out answer's body at will; not over HTTP. */
  | { readonly kind: "rewrite"; readonly answer: (body: Json) => Json }
  /** Items of a bulk write that are neither stored nor counted nor mentioned. */
  | { readonly kind: "swallow"; readonly where: Where }
  /** Items of a bulk write that are refused with this text. */
  | { readonly kind: "refuse"; readonly where: Where; readonly message: string }
  /** Items of a bulk write lose these fields (`name`, `custom.Tier`) without a word. */
  | { readonly kind: "dropFields"; readonly fields: readonly string[] }
  /** Lists and look-ups do not show these records. */
  | { readonly kind: "hide"; readonly where: Where };

export interface Fault {
  readonly match?: FaultMatch;
  /** How many requests it strikes: 1 by default. */
  readonly times?: number | "always";
  readonly action: FaultAction;
}

/** A fault that was added. */
export interface FaultHandle {
  readonly id: number;
  /** How many requests it has struck. */
  readonly struck: number;
  /** Settles when it strikes first; for `slow` and `stall`, when the request is held. */
  readonly reached: Promise<void>;
  /** Lets go of the requests it holds, now and from now on. May be called twice. */
  release(): void;
  /** Releases it and takes it out of the queue. */
  remove(): void;
}

export function meets(where: Where, record: JsonObject): boolean {
  if (typeof where === "function") return where(record);
  return Object.entries(where).every(([field, value]) => record[field] === value);
}
