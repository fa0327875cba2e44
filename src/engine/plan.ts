import type { PlanItem } from "../model/change.ts";
import type { CompiledSync } from "../model/compiled-sync.ts";
import type { CurrentRecord } from "../model/current-record.ts";
import type { JsonObject } from "../model/json.ts";
import type { Lookup } from "../model/lookup.ts";
import type { OnProgress } from "../model/progress.ts";
import type { RecordKey } from "../model/record.ts";
import type { Row } from "../model/row.ts";
import type { RowStore } from "../model/row-store.ts";
import type { Spool } from "../model/spool.ts";
import { Stop } from "../model/stop.ts";
import type { UniformField } from "../model/uniform-field.ts";
import type { Candidate } from "./candidate.ts";
import { type ClassifyPorts, classify } from "./classify.ts";
import { Claims } from "./keys/claims.ts";
import { neighboursOf } from "./keys/neighbours.ts";
import { type LivePorts, LiveReading } from "./live-reading.ts";
import { resolve, settleByExistence } from "./resolve.ts";
import { SeenKeys } from "./seen-keys.ts";
import { UniformFields } from "./uniform-fields.ts";

export interface PlanPorts extends Omit<ClassifyPorts, "seen" | "claims" | "uniform" | "isLive"> {
  readonly rows: AsyncIterable<readonly Row[]>;
  readonly lookup: Lookup;
  /** Present: every record is compared with what Planhat holds now (`--baseline live`). */
  readonly live?: Omit<LivePorts, "rowStore">;
  /** Empty; holds what Planhat holds under the keys of the source, and near them. */
  readonly rowStore: RowStore<CurrentRecord>;
  /** Empty; holds the first pass. */
  readonly spool: Spool<Candidate>;
  readonly onProgress: OnProgress;
  readonly signal: AbortSignal;
}

/** A planned sync: its items are made anew on each reading, from the spool that the ports brought. */
export interface Plan {
  /**
   * One item a row of the source that is planned, in the source's order. May be read several times, until the spool is
   * disposed of. Throws a Stop when `signal` fires, by default the one under which it was planned.
   */
  items(signal?: AbortSignal): AsyncIterable<readonly PlanItem[]>;
  /** Whole sentences on what could not be checked, and on what Planhat does not keep. Whole once `items` were read. */
  readonly warnings: readonly string[];
  /** Mapped fields that look like an accident. */
  readonly uniform: readonly UniformField[];
}

/**
 * Reads the whole source into the spool, then asks Planhat what only Planhat knows: duplicate keys and the question
 * which records exist, and what they hold, need all of it. Writes nothing else. Throws the Stop of whichever port
 * cannot go on.
 */
export async function plan(sync: CompiledSync, ports: PlanPorts): Promise<Plan> {
  const seen = new SeenKeys();
  const claims = new Claims(sync, seen);
  const uniform = new UniformFields(sync);
  const { rowStore } = ports;
  const live =
    ports.live === undefined ? undefined : new LiveReading(sync, { ...ports.live, rowStore }, claims);
  let open: readonly OpenRecord[];
  try {
    open = await readSource(sync, ports, { seen, claims, uniform, live });
    await live?.readReferences(ports.signal);
  } catch (error) {
    live?.abandon(error);
    throw error;
  }
  if (live?.comparesRecords === true) {
    await live.readRecords(seen, ports.signal);
    return {
      items: (signal = ports.signal) =>
        planItems(ports.spool, signal, (candidates) => live.resolveAll(candidates, seen)),
      get warnings() {
        return live.warnings;
      },
      uniform: uniform.found,
    };
  }
  const neighbours = neighboursOf(sync, claims, rowStore);
  const existing = await ports.lookup.existing(
    { objectType: sync.objectType, keyField: sync.key, records: open, ...(neighbours && { neighbours }) },
    ports.signal,
  );
  const view = { claims, references: live?.references, existing };
  const resolveAll = async (candidates: readonly Candidate[]): Promise<readonly PlanItem[]> => {
    const near = await rowStore.take(openRows(candidates));
    return candidates.map((candidate) => {
      const item = resolve(sync, candidate, seen, (open) =>
        settleByExistence(sync, open, { ...view, near: near.get(open.record.position.row) ?? [] }),
      );
      return live?.checked(item) ?? item;
    });
  };
  return {
    items: (signal = ports.signal) => planItems(ports.spool, signal, resolveAll),
    warnings: live?.warnings ?? [],
    uniform: uniform.found,
  };
}

function openRows(candidates: readonly Candidate[]): readonly number[] {
  return candidates.flatMap((one) => (one.kind === "open" ? [one.record.position.row] : []));
}

async function* planItems(
  spool: PlanPorts["spool"],
  signal: AbortSignal,
  resolveAll: (candidates: readonly Candidate[]) => Promise<readonly PlanItem[]>,
): AsyncIterable<readonly PlanItem[]> {
  for await (const candidates of spool.read()) {
    stopWhenAborted(signal);
    yield await resolveAll(candidates);
  }
}

interface OpenRecord {
  readonly key: RecordKey;
  readonly fields: JsonObject;
}

/** Answers the records whose existence is open. */
async function readSource(
  sync: CompiledSync,
  ports: PlanPorts,
  {
    live,
    ...notes
  }: Pick<ClassifyPorts, "seen" | "claims" | "uniform"> & {
    readonly live: LiveReading | undefined;
  },
): Promise<readonly OpenRecord[]> {
  const open: OpenRecord[] = [];
  let rows = 0;
  for await (const batch of ports.rows) {
    stopWhenAborted(ports.signal);
    const candidates = await classify(sync, batch, { ...ports, ...notes, isLive: live !== undefined });
    for (const candidate of candidates) {
      if (candidate.kind === "open") open.push(openRecord(sync, candidate));
      live?.note(candidate);
    }
    live?.begin(notes.seen, ports.signal);
    await ports.spool.append(candidates);
    rows += batch.length;
    ports.onProgress({ kind: "reading", sync: sync.name, rows });
  }
  // A source that ends because it was told to has not ended.
  stopWhenAborted(ports.signal);
  await ports.spool.seal();
  // Rows that contradict each other are rejected whatever Planhat holds.
  return open.filter(({ key }) => !notes.seen.isConflict(key));
}

/** Only records without a keyable are looked for by their content: the others' values need not stay in memory. */
function openRecord(sync: CompiledSync, candidate: Candidate & { readonly kind: "open" }): OpenRecord {
  const { key, fields } = candidate.record;
  return { key, fields: sync.key === undefined ? fields : {} };
}

function stopWhenAborted(signal: AbortSignal): void {
  if (!signal.aborted) return;
  throw signal.reason instanceof Stop
    ? signal.reason
    : new Stop("interrupted", "Interrupted while planning.");
}
