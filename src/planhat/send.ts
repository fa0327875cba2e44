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
}

/**
 * One attempt, or several where a decorator says so. Throws a NetworkError when no whole answer came, and a Stop
 * when going on makes no sense. `signal` ends waiting, never a request that has left.
 */
export type Send = (request: ApiRequest, signal: AbortSignal) => Promise<ApiAnswer>;

/**
 * No whole answer: refused, reset, cut short or too late. `reached` is false only where the request certainly
 * never arrived; otherwise nobody knows whether Planhat acted on it.
 */
export class NetworkError extends Error {
  override readonly name = "NetworkError";
  readonly reached: boolean;

  constructor(message: string, reached: boolean, options?: ErrorOptions) {
    super(message, options);
    this.reached = reached;
  }
}

/** Totals over all calls of a run; `retried` counts those that repeated an earlier one. */
export class CallCounter {
  #read = 0;
  #write = 0;
  #retried = 0;

  count(request: ApiRequest): void {
    if (request.method === "GET") this.#read += 1;
    else this.#write += 1;
  }

  countRetry(): void {
    this.#retried += 1;
  }

  get totals(): { readonly read: number; readonly write: number; readonly retried: number } {
    return { read: this.#read, write: this.#write, retried: this.#retried };
  }
}
