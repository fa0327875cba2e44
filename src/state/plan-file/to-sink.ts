import type { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";

/**
 * The source through the transforms into the sink. Throws what the sink has thrown: Node's pipeline may tell of such an
 * end only that it was aborted (ABORT_ERR), and not that the disk is full.
 */
export async function toSink(
  source: Readable,
  [first, second]: readonly [Transform, Transform?],
  sink: (parts: AsyncIterable<Buffer>) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  const heard = (parts: AsyncIterable<Buffer>): Promise<void> =>
    sink(parts).catch((error: unknown) => {
      failures.push(error);
      throw error;
    });
  try {
    if (second === undefined) await pipeline(source, first, heard);
    else await pipeline(source, first, second, heard);
  } catch (error) {
    throw failures.length > 0 ? failures[0] : error;
  }
}
