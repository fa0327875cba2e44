import type { Outlook } from "../../model/transience.ts";

/** One call to Planhat. */
export interface ApiRequest {
  readonly method: "GET" | "PUT" | "POST";
  /** Under the origin, with the leading slash and its query. */
  readonly path: string;
  /** JSON text. */
  readonly body?: string;
}

/** What came back, whatever its status. `text` is the whole body, decoded. */
export interface ApiAnswer {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Milliseconds from the call's leaving to its last byte; absent where nobody measured. */
  readonly milliseconds?: number;
}

/**
 * One attempt, or several where a decorator says so. Throws a NetworkError when no whole answer came, and a Stop
 * when going on makes no sense. `signal` ends waiting, never a request that has left.
 */
export type Send = (request: ApiRequest, signal: AbortSignal) => Promise<ApiAnswer>;

/**
 * No whole answer: refused, reset, cut short or too late. `transient` only where the request certainly never arrived;
 * with `unclear` nobody knows whether Planhat acted on it.
 */
export class NetworkError extends Error {
  override readonly name = "NetworkError";
  readonly outlook: Outlook;

  constructor(message: string, outlook: Outlook, options?: ErrorOptions) {
    super(message, options);
    this.outlook = outlook;
  }
}

export interface CallTotals {
  readonly read: number;
  readonly write: number;
  /** Of those, how many repeated an earlier one. */
  readonly retried: number;
}

const NO_CALLS: CallTotals = { read: 0, write: 0, retried: 0 };

/** Counts the calls of a run, and of each piece of work in it by the signal under which it calls. */
export class CallCounter {
  #totals = NO_CALLS;
  readonly #bySignal = new WeakMap<AbortSignal, CallTotals>();

  count({ method }: ApiRequest, signal: AbortSignal): void {
    this.#add(method === "GET" ? "read" : "write", signal);
  }

  countRetry(signal: AbortSignal): void {
    this.#add("retried", signal);
  }

  get totals(): CallTotals {
    return this.#totals;
  }

  totalsOf(signal: AbortSignal): CallTotals {
    return this.#bySignal.get(signal) ?? NO_CALLS;
  }

  #add(name: keyof CallTotals, signal: AbortSignal): void {
    const own = this.totalsOf(signal);
    this.#bySignal.set(signal, { ...own, [name]: own[name] + 1 });
    this.#totals = { ...this.#totals, [name]: this.#totals[name] + 1 };
  }
}
