import type { Json } from "../model/json.ts";

export interface LoggedRequest {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  /** null: not answered yet, or the connection was dropped. */
  readonly status: number | null;
  /** Items of a bulk write; null for anything else. */
  readonly items: number | null;
  /** Milliseconds since the epoch, by the sandbox's clock, at arrival. */
  readonly time: number;
  /** Requests of this method to this path that were unfinished at arrival, this one included. */
  readonly inFlight: number;
  /** Kinds of the faults that struck it. */
  readonly faults: readonly string[];
  /** Where the sandbox was started with `logBodies`. */
  readonly body?: Json;
}

export type LogEntry = { -readonly [Name in keyof LoggedRequest]: LoggedRequest[Name] } & { done: boolean };

/** A log that outgrows this loses its oldest half: a sandbox may run for days. */
const MOST_ENTRIES = 100_000;

/** Every call to the API, in the order of arrival; calls under `/_sandbox` are left out. */
export class RequestLog {
  readonly #entries: LogEntry[] = [];
  readonly #open = new Map<string, number>();
  #count = 0;

  get entries(): readonly LoggedRequest[] {
    return this.#entries.map(({ done: _, ...entry }) => entry);
  }

  /** Calls so far, those that are forgotten included. */
  get count(): number {
    return this.#count;
  }

  /** Calls that have not been answered yet. */
  get unfinished(): number {
    return [...this.#open.values()].reduce((sum, count) => sum + count, 0);
  }

  begin(method: string, path: string, time: number): LogEntry {
    this.#count += 1;
    const endpoint = endpointOf(method, path);
    const inFlight = (this.#open.get(endpoint) ?? 0) + 1;
    this.#open.set(endpoint, inFlight);
    if (this.#entries.length >= MOST_ENTRIES) this.#entries.splice(0, MOST_ENTRIES / 2);
    const entry: LogEntry = {
      method,
      path,
      status: null,
      items: null,
      time,
      inFlight,
      faults: [],
      done: false,
    };
    this.#entries.push(entry);
    return entry;
  }

  /** May be called twice. */
  end(entry: LogEntry): void {
    if (entry.done) return;
    entry.done = true;
    const endpoint = endpointOf(entry.method, entry.path);
    const left = (this.#open.get(endpoint) ?? 1) - 1;
    if (left === 0) this.#open.delete(endpoint);
    else this.#open.set(endpoint, left);
  }
}

function endpointOf(method: string, path: string): string {
  return `${method} ${path.split("?", 1)[0]}`;
}
