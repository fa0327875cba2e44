import type { ServerResponse } from "node:http";

/** Milliseconds between two messages: an apply of thousands of records is no thousand messages. */
const PAUSE = 250;

/** Tells pages in a browser that something has changed; what, they ask themselves. */
export class LiveFeed {
  readonly #open = new Set<ServerResponse>();
  #timer: NodeJS.Timeout | undefined;
  #count = 0;

  follow(response: ServerResponse): void {
    response.writeHead(200, {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    });
    response.write("retry: 500\n\n");
    this.#open.add(response);
    response.once("close", () => this.#open.delete(response));
    send(response, this.#count);
  }

  /** Costs nothing where no page is open. */
  changed(): void {
    this.#count += 1;
    if (this.#open.size === 0 || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      for (const response of this.#open) send(response, this.#count);
    }, PAUSE);
    this.#timer.unref();
  }

  close(): void {
    clearTimeout(this.#timer);
    for (const response of this.#open) response.end();
  }
}

function send(response: ServerResponse, count: number): void {
  if (!response.writableNeedDrain) response.write(`data: ${count}\n\n`);
}
