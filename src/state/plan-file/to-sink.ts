import type { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";

/**
 * The source through the transforms into the sink. Throws what the sink has thrown: Node's pipeline may tell of such an
 * end only that it was aborted (ABORT_ERR), and not that the disk is full.
 */
export async function toSink(
  source: Readable,
  transforms: readonly Transform[],
  sink: (parts: AsyncIterable<Buffer>) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  try {
    await pipeline([
      source,
      ...transforms,
      (parts: AsyncIterable<Buffer>) =>
        sink(parts).catch((error: unknown) => {
          failures.push(error);
          throw error;
        }),
    ]);
  } catch (error) {
    throw failures.length > 0 ? failures[0] : error;
  }
}
