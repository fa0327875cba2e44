import type { Change } from "../../model/change.ts";
import { given } from "../../model/given.ts";
import type { ObjectType } from "../../model/object-type.ts";
import type { Batch, BatchResult, BatchTarget, Writer } from "../../model/outcome.ts";
import { Stop } from "../../model/stop.ts";
import { bulkItem } from "./bulk-item.ts";
import { type BulkWriterOptions, Delivery } from "./delivery.ts";

/** Changes out, by bulk PUT: every change gets one outcome, whatever Planhat and the network do. */
export function bulkWriter(options: BulkWriterOptions): Writer {
  // An item is measured when its batch is put together and sent soon after: it is made once, and let go afterwards.
  const items = new Map<Change, string>();

  function itemOf(change: Change, target: BatchTarget): string {
    const made = items.get(change) ?? bulkItem(change, objectTypeOf(target), target.keyField);
    items.set(change, made);
    return made;
  }

  function objectTypeOf({ objectType }: BatchTarget): ObjectType {
    const found = options.objectTypes.get(objectType);
    if (found === undefined) throw new Error(`No such object type: ${objectType}`);
    return found;
  }

  async function write(batch: Batch, { signal }: { signal: AbortSignal }): Promise<BatchResult> {
    const objectType = objectTypeOf(batch);
    // A signal of its own: others may write meanwhile, and calls are counted by it. No listener, of which Node allows ten.
    const own = AbortSignal.any([signal]);
    const delivery = new Delivery({
      ...options,
      batch,
      objectType,
      signal: own,
      itemOf: (change) => itemOf(change, batch),
    });
    const stop = await delivery
      .run()
      .then(
        () => undefined,
        (error: unknown) => {
          if (error instanceof Stop) return error;
          throw error;
        },
      )
      .finally(() => {
        for (const change of batch.changes) items.delete(change);
      });
    return {
      outcomes: delivery.outcomes(stop?.kind === "interrupted" ? undefined : stop?.reason),
      calls: options.counter.totalsOf(own),
      load: delivery.load,
      ...given({ stop }),
    };
  }

  return { bytesOf: (change, target) => Buffer.byteLength(itemOf(change, target)), write };
}
