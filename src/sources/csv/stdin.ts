import { orEnd } from "../../model/or-end.ts";
import { Stop } from "../../model/stop.ts";

/** A process's standard input: it cannot start over, so what was looked at is kept for its reader. */
interface Feed {
  readonly chunks: AsyncIterator<unknown>;
  readonly seen: Buffer[];
  isTaken: boolean;
}

const feeds = new WeakMap<NodeJS.ReadableStream, Feed>();

/** The bytes, once. Throws a Stop where they were read before, and the signal's reason when it fires. */
export async function* readStdin(stdin: NodeJS.ReadableStream, signal: AbortSignal): AsyncGenerator<Buffer> {
  const feed = feedOf(stdin);
  if (feed.isTaken) {
    throw new Stop("source-unreadable", "Standard input can be read only once.", {
      fix: "save the data to a file and name it as path:",
    });
  }
  feed.isTaken = true;
  keepAlive(stdin);
  try {
    yield* feed.seen.splice(0);
    for (let chunk = await next(feed, signal); chunk !== undefined; chunk = await next(feed, signal))
      yield chunk;
  } finally {
    // Not awaited: a read that waits for input would keep it waiting.
    feed.chunks.return?.()?.catch(() => undefined);
  }
}

/** The same bytes, as many as are asked for, which stay for whoever reads them. */
export async function* peekStdin(stdin: NodeJS.ReadableStream, signal: AbortSignal): AsyncGenerator<Buffer> {
  const feed = feedOf(stdin);
  try {
    yield* feed.seen;
    for (let chunk = await next(feed, signal); chunk !== undefined; chunk = await next(feed, signal)) {
      feed.seen.push(chunk);
      yield chunk;
    }
  } finally {
    letGo(stdin);
  }
}

function feedOf(stdin: NodeJS.ReadableStream): Feed {
  const known = feeds.get(stdin);
  if (known !== undefined) return known;
  const feed: Feed = { chunks: stdin[Symbol.asyncIterator](), seen: [], isTaken: false };
  feeds.set(stdin, feed);
  return feed;
}

async function next({ chunks }: Feed, signal: AbortSignal): Promise<Buffer | undefined> {
  const { done, value } = await orEnd(chunks.next(), signal);
  if (done === true) return undefined;
  return typeof value === "string" ? Buffer.from(value, "utf8") : (value as Buffer);
}

/** An input that nobody ends keeps the process alive, as long as somebody reads it. */
function keepAlive(stdin: NodeJS.ReadableStream): void {
  (stdin as Holder).ref?.();
}

function letGo(stdin: NodeJS.ReadableStream): void {
  (stdin as Holder).unref?.();
}

/** A socket or a terminal; files have neither. */
interface Holder {
  ref?(): void;
  unref?(): void;
}
