/** What a run tells while it works; the counts are totals so far. */
export type ProgressEvent =
  | { readonly kind: "reading"; readonly sync: string; readonly rows: number }
  | {
      readonly kind: "readingBack";
      readonly object: string;
      readonly records: number;
      readonly calls: number;
    }
  | { readonly kind: "planned"; readonly sync: string; readonly rows: number; readonly changes: number }
  | {
      readonly kind: "writing";
      readonly object: string;
      readonly done: number;
      readonly total: number;
      readonly refused: number;
      /** Calls that may still be made in this minute. */
      readonly callsLeft: number;
    }
  | {
      readonly kind: "waiting";
      readonly why: "rate-limit" | "retry";
      /** Milliseconds. */
      readonly delay: number;
      readonly detail: string;
    };

export type OnProgress = (event: ProgressEvent) => void;

/** Something gets done: all but waiting. */
export type Working = Exclude<ProgressEvent, { readonly kind: "waiting" }>;

/** Rows, or records. */
export function doneOf(event: Working): number {
  switch (event.kind) {
    case "reading":
    case "planned":
      return event.rows;
    case "readingBack":
      return event.records;
    case "writing":
      return event.done;
    default:
      return event satisfies never;
  }
}
