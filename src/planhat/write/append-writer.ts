import type { Change } from "../../model/change.ts";
import { given } from "../../model/given.ts";
import type { ObjectType } from "../../model/object-type.ts";
import type { Batch, BatchResult, Writer } from "../../model/outcome.ts";
import { RateLimit } from "../../model/rate-limit.ts";
import { Stop } from "../../model/stop.ts";
import { AppendDelivery, type AppendWriterOptions } from "./append-delivery.ts";
import { appendItem } from "./append-item.ts";

/**
 * Points and events out, by POST of an array: each is sent at most once by one apply. The limit of calls a minute does
 * not hold for this host. Source: https://docs.planhat.com
 */
export function appendWriter(options: AppendWriterOptions): Writer {
  // A 429 makes this host's calls wait, and no others; attempts() sleeps them off.
  const retry = { ...options, limit: new RateLimit(1) };

  function objectTypeOf(name: string): ObjectType {
    const found = options.objectTypes.get(name);
    if (found?.stream === undefined) throw new Error(`No such stream: ${name}`);
    return found;
  }

  async function write(batch: Batch, { signal }: { signal: AbortSignal }): Promise<BatchResult> {
    const objectType = objectTypeOf(batch.objectType);
    // A signal of its own, by which its calls are told from those of other batches.
    const own = AbortSignal.any([signal]);
    const delivery = new AppendDelivery({ ...retry, changes: batch.changes, objectType, signal: own });
    const stop = await delivery.run().then(
      () => undefined,
      (error: unknown) => {
        if (error instanceof Stop) return error;
        throw error;
      },
    );
    return {
      outcomes: delivery.outcomes(),
      calls: options.counter.totalsOf(own),
      ...given({ stop }),
    };
  }

  return {
    bytesOf: (change: Change, { objectType }) =>
      Buffer.byteLength(JSON.stringify(appendItem(change, objectTypeOf(objectType)))),
    write,
  };
}
