import type { Change } from "../model/change.ts";
import type { BatchResult, BatchTarget, Outcome, Settled, WriteCalls, Writer } from "../model/outcome.ts";
import { AdaptiveBatchSize } from "./adaptive-batch-size.ts";
import { AdaptiveConcurrency } from "./adaptive-concurrency.ts";
import { Batcher, type BatchLimits, type PackedBatch } from "./batcher.ts";

/** The changes of one sync, read again each time. */
export interface ChangeSource {
  readonly target: BatchTarget;
  /** Items a batch. `adapts`: fewer when Planhat gets slow. */
  readonly batchSize: { readonly items: number; readonly adapts: boolean };
  /** Of the request, where the object type has its own; the same for all of a write group. */
  readonly limits?: BatchLimits;
  changes(): AsyncIterable<readonly Change[]>;
}

export interface WriteGroupPorts {
  readonly writer: Writer;
  readonly limits: BatchLimits;
  /** Bulk writes in flight for one object type, at most. */
  readonly concurrency: number;
  /** Durable before it returns; called before the changes leave. */
  intend(changes: readonly Change[]): Promise<void>;
  /** Durable before it returns; called when the outcomes are known. */
  settle(settled: Settled): Promise<void>;
  /** Resolves when what the writer was given is on its way, so that the processor may be kept busy. */
  callsLeave(): Promise<void>;
  /** No batch is taken any more once it fires. */
  readonly signal: AbortSignal;
  /** Fires `signal`: here and in every other write group. */
  halt(reason: unknown): void;
}

const NO_CALLS: WriteCalls = { read: 0, write: 0, retried: 0 };

interface Flight {
  readonly batch: PackedBatch;
  readonly landing: Promise<Landed>;
}

/** `error`: the writer has a bug. A value, so that it surfaces where it lands. */
type Landed = { readonly flight: Flight } & ({ readonly result: BatchResult } | { readonly error: unknown });

/**
 * Writes the changes of one object type, whose syncs share batches. As many batches in flight as Planhat copes with, up
 * to `concurrency`, and no key in two of them, nor keys of creates that are almost one. While they fly, the next batch is put together and its intent made
 * durable; what has landed is settled once the next one flies. So the disk does not wait for Planhat, nor Planhat for
 * the disk. Throws what `intend`, `settle` or the writer threw first, when everything has landed.
 */
export async function* writeGroup(
  sources: readonly ChangeSource[],
  ports: WriteGroupPorts,
): AsyncGenerator<BatchResult> {
  const { writer, signal, halt } = ports;
  const limit = new AdaptiveConcurrency(ports.concurrency);
  const scale = new AdaptiveBatchSize();
  const flights = new Set<Flight>();
  let failure: { readonly error: unknown } | undefined;
  const fail = (error: unknown): void => {
    failure ??= { error };
    halt(error);
  };

  const takeOff = (batch: PackedBatch): void => {
    const landing = writer.write(batch, { signal }).then(
      (result): Landed => ({ flight, result }),
      (error: unknown): Landed => ({ flight, error }),
    );
    const flight: Flight = { batch, landing };
    flights.add(flight);
  };
  const land = async (): Promise<BatchResult> => {
    const landed = await Promise.race([...flights].map(({ landing }) => landing));
    flights.delete(landed.flight);
    if ("error" in landed) throw landed.error;
    const { result } = landed;
    if (result.load !== undefined) {
      limit.note(result.load, flights.size);
      scale.note(result.load);
    }
    if (result.stop !== undefined) halt(result.stop);
    return result;
  };
  const settled = async (result: BatchResult): Promise<BatchResult> => {
    try {
      await ports.settle(result);
    } catch (error) {
      // What Planhat took stays taken, and the run ends: the state has it as open, and the next apply settles it.
      fail(error);
    }
    return result;
  };

  try {
    try {
      for await (const batch of batches(sources, ports, scale)) {
        while (meets(batch, flights)) yield await settled(await land());
        if (signal.aborted) break;
        await ports.intend(batch.changes);
        const landed: BatchResult[] = [];
        while (flights.size >= limit.now) landed.push(await land());
        const goes = !signal.aborted;
        if (goes) {
          takeOff(batch);
          // Settling keeps the processor: the request has to be on the wire before, or nobody works on it meanwhile.
          if (landed.length > 0) await ports.callsLeave();
        }
        for (const result of landed) yield await settled(result);
        if (goes) continue;
        // It never left, and the state shall not take it for open.
        const outcomes = batch.changes.map((change): Outcome => ({ kind: "notAttempted", change }));
        await ports.settle({ outcomes, calls: NO_CALLS });
        break;
      }
    } catch (error) {
      fail(error);
    }
    while (flights.size > 0) yield await settled(await land());
  } finally {
    // No request outlives the write group, also where whoever reads the results gave up.
    await Promise.all([...flights].map(({ landing }) => landing));
  }
  if (failure !== undefined) throw failure.error;
}

async function* batches(
  sources: readonly ChangeSource[],
  { writer, limits }: WriteGroupPorts,
  scale: AdaptiveBatchSize,
): AsyncIterable<PackedBatch> {
  const batcher = new Batcher(writer.bytesOf, sources[0]?.limits ?? limits);
  for (const { target, batchSize, changes } of sources) {
    for await (const some of changes()) {
      for (const change of some) {
        const items = batchSize.adapts ? scale.items(batchSize.items) : batchSize.items;
        const full = batcher.add(change, target, items);
        if (full !== undefined) yield full;
      }
    }
  }
  const last = batcher.flush();
  if (last !== undefined) yield last;
}

/** Two key fields may name one record by two keys, so their batches never fly together. */
function meets({ keyField, occupied }: PackedBatch, flights: ReadonlySet<Flight>): boolean {
  for (const { batch } of flights) {
    if (batch.keyField !== keyField) return true;
    for (const name of occupied) if (batch.occupied.has(name)) return true;
  }
  return false;
}
