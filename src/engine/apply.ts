import type { Change } from "../model/change.ts";
import type { Batch, BatchResult, BatchTarget, Outcome, Writer } from "../model/outcome.ts";
import type { Stop } from "../model/stop.ts";
import { Batcher, type BatchLimits } from "./batcher.ts";

/** The changes of one sync, read again each time. */
export interface ChangeSource {
  readonly target: BatchTarget;
  /** Items a batch; undefined: the run's own size. */
  readonly batchSize: number | undefined;
  /** Of the request, where the object type has its own; the same for all of a group. */
  readonly limits?: BatchLimits;
  changes(): AsyncIterable<readonly Change[]>;
}

export interface ApplyPorts {
  readonly writer: Writer;
  readonly limits: BatchLimits;
  /** Bulk writes in flight for one object type. */
  readonly concurrency: number;
  /** Durable before it returns; called before the changes leave. */
  intend(changes: readonly Change[]): Promise<void>;
  /** Durable before it returns; called when the outcomes are known. */
  settle(outcomes: readonly Outcome[]): Promise<void>;
  readonly signal: AbortSignal;
}

/**
 * Writes the changes, group after group: a group is one object type, and the next one starts when the last answer of
 * the one before is settled, because its records may refer to them. Within a group all syncs share batches. Yields
 * each batch's result once it is durable. Ends after the first stop, with what is in flight finished; takes no new
 * batch once `signal` fires. Throws the Stop of `intend` or `settle`.
 */
export async function* apply(
  groups: Iterable<readonly ChangeSource[]>,
  ports: ApplyPorts,
): AsyncIterable<BatchResult> {
  for (const sources of groups) {
    let stop: Stop | undefined;
    for await (const result of writeAll(batches(sources, ports), ports)) {
      stop ??= result.stop;
      yield result;
    }
    if (stop !== undefined || ports.signal.aborted) return;
  }
}

async function* batches(
  sources: readonly ChangeSource[],
  { writer, limits }: ApplyPorts,
): AsyncIterable<Batch> {
  const batcher = new Batcher(writer.bytesOf, sources[0]?.limits ?? limits);
  for (const { target, batchSize, changes } of sources) {
    for await (const some of changes()) {
      for (const change of some) {
        const full = batcher.add(change, target, batchSize);
        if (full !== undefined) yield full;
      }
    }
  }
  const last = batcher.flush();
  if (last !== undefined) yield last;
}

/**
 * Up to `concurrency` batches in flight, and no key in two of them. While they fly, the next batch is put together and
 * its intent made durable; what has landed is settled once the next one flies. So the disk does not wait for Planhat,
 * nor Planhat for the disk.
 */
async function* writeAll(source: AsyncIterable<Batch>, ports: ApplyPorts): AsyncIterable<BatchResult> {
  const flights = new Map<Batch, Promise<{ readonly batch: Batch; readonly result: BatchResult }>>();
  let stopped = false;

  const land = async (): Promise<BatchResult> => {
    const { batch, result } = await Promise.race(flights.values());
    flights.delete(batch);
    stopped ||= result.stop !== undefined;
    return result;
  };
  const settled = async (result: BatchResult): Promise<BatchResult> => {
    await ports.settle(result.outcomes);
    return result;
  };
  const takeOff = (batch: Batch): void => {
    const flight = ports.writer.write(batch, { signal: ports.signal }).then((result) => ({ batch, result }));
    // A bug in it surfaces where it lands, not as a rejection that nobody waits for yet.
    flight.catch(() => undefined);
    flights.set(batch, flight);
  };

  for await (const batch of source) {
    while (sharesKey(batch, flights.keys())) yield await settled(await land());
    if (stopped || ports.signal.aborted) break;
    await ports.intend(batch.changes);
    const landed: BatchResult[] = [];
    while (flights.size >= ports.concurrency) landed.push(await land());
    const goOn = !stopped && !ports.signal.aborted;
    if (goOn) takeOff(batch);
    for (const result of landed) yield await settled(result);
    if (!goOn) {
      // It never left, and the state shall not take it for open.
      await ports.settle(batch.changes.map((change) => ({ kind: "notAttempted", change })));
      break;
    }
  }
  while (flights.size > 0) yield await settled(await land());
}

function sharesKey(batch: Batch, others: Iterable<Batch>): boolean {
  const keys = new Set<string>();
  for (const other of others) for (const change of other.changes) keys.add(change.key);
  return keys.size > 0 && batch.changes.some((change) => keys.has(change.key));
}
