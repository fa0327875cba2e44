import type { PlanItem } from "../model/change.ts";
import type { CompiledSync } from "../model/compiled-sync.ts";
import type { CurrentRecord } from "../model/current-record.ts";
import type { JsonObject } from "../model/json.ts";
import type { OnProgress } from "../model/progress.ts";
import type { RecordKey } from "../model/record.ts";
import type { Row } from "../model/row.ts";
import type { RowStore } from "../model/row-store.ts";
import type { Spool } from "../model/spool.ts";
import type { TargetReader } from "../model/target-reader.ts";
import type { UniformField } from "../model/uniform-field.ts";
import type { Candidate } from "./candidate.ts";
import { type ClassifyPorts, classify } from "./classify.ts";
import { type DecisionPorts, Decisions, stopWhenAborted } from "./decisions.ts";
import { Claims } from "./keys/claims.ts";
import { neighboursOf } from "./keys/neighbours.ts";
import { type LivePorts, LiveReading } from "./live-reading.ts";
import { nameHeld } from "./name-held.ts";
import { OmittedReferences } from "./omitted-references.ts";
import { parked, type Refusals } from "./parking.ts";
import { candidateLine, isUnchangedLine, openNumber, PlanLines } from "./plan-lines.ts";
import { resolve, settleByExistence } from "./resolve.ts";
import { SeenKeys } from "./seen-keys.ts";
import { UniformFields } from "./uniform-fields.ts";

export interface PlanPorts
  extends Omit<ClassifyPorts, "seen" | "claims" | "uniform" | "omitted" | "isLive">,
    DecisionPorts {
  readonly rows: AsyncIterable<readonly Row[]>;
  readonly target: TargetReader;
  /** Present: every record is compared with what Planhat holds now (`--baseline live`). */
  readonly live?: Omit<LivePorts, "target" | "rowStore">;
  /** Empty; holds what Planhat holds under the keys of the source, and near them, where it is not just what is wanted. */
  readonly rowStore: RowStore<CurrentRecord>;
  /** Empty; holds the first pass. */
  readonly spool: Spool;
  /** Records that Planhat has refused so often are left out, as rejections. Absent: none is. */
  readonly parking?: { readonly refusals: Refusals; readonly limit: number };
  readonly onProgress: OnProgress;
  readonly signal: AbortSignal;
}

/** A planned sync, decided. */
export interface Plan extends Pick<Decisions, "tally" | "lists" | "awaited"> {
  /**
   * The changes, rejections and skipped rows of what is planned, in the source's order. May be read several times, until the
   * spool of the decided is disposed of. Throws a Stop when `signal` fires, by default the one under which it was planned.
   */
  items(signal?: AbortSignal): AsyncIterable<readonly PlanItem[]>;
  /** Whole sentences on what could not be checked, and on what Planhat does not keep. */
  readonly warnings: readonly string[];
  /** Mapped fields that look like an accident. */
  readonly uniform: readonly UniformField[];
}

/**
 * Reads the whole source into the spool, then asks Planhat what only Planhat knows: duplicate keys and the question
 * which records exist, and what they hold, need all of it. Then each row is decided, once. Writes nothing else. Throws the
 * Stop of whichever port cannot go on.
 */
export async function plan(sync: CompiledSync, ports: PlanPorts): Promise<Plan> {
  const seen = new SeenKeys();
  const claims = new Claims(sync, seen);
  const uniform = new UniformFields(sync);
  const omitted = new OmittedReferences();
  const { target, rowStore, signal } = ports;
  const live =
    ports.live === undefined ? undefined : new LiveReading(sync, { ...ports.live, target, rowStore }, claims);
  let source: ReadSource;
  try {
    source = await readSource(sync, ports, { seen, claims, uniform, omitted, live });
    await live?.readReferences(signal);
  } catch (error) {
    live?.abandon(error);
    throw error;
  }
  const decisions = new Decisions(sync, ports);
  if (live?.comparesRecords === true) {
    await live.readRecords(seen, signal);
    await decideAll(sync, ports, { seen, source, decisions, live }, (some) => live.resolveAll(some, seen));
  } else {
    const resolveAll = await resolver(sync, ports, { seen, claims, open: source.open, live });
    await decideAll(sync, ports, { seen, source, decisions, live: undefined }, resolveAll);
  }
  return {
    items: (own = signal) => decisions.items(own),
    tally: decisions.tally,
    lists: decisions.lists,
    awaited: decisions.awaited,
    warnings: [...(live?.warnings ?? []), ...omitted.warnings],
    uniform: uniform.found,
  };
}

type ResolveAll = (candidates: readonly Candidate[]) => Promise<readonly PlanItem[]>;

/** Decides by which records exist, which it asks Planhat for. */
async function resolver(
  sync: CompiledSync,
  { target, rowStore, signal }: PlanPorts,
  {
    seen,
    claims,
    open,
    live,
  }: {
    readonly seen: SeenKeys;
    readonly claims: Claims;
    readonly open: readonly OpenRecord[];
    readonly live: LiveReading | undefined;
  },
): Promise<ResolveAll> {
  const neighbours = neighboursOf(sync, claims, rowStore);
  const existing = await target.idsOfKeys(
    {
      objectType: sync.objectType,
      keyField: sync.key,
      // Rows that contradict each other are rejected whatever Planhat holds.
      records: seen.hasConflicts ? open.filter(({ key }) => !seen.isConflict(key)) : open,
      ...(neighbours && { neighbours }),
    },
    signal,
  );
  const view = { claims, references: live?.references, existing };
  return async (candidates) => {
    const near = await rowStore.take(openRows(candidates));
    return candidates.map((candidate) => {
      const item = resolve(sync, candidate, seen, (open) =>
        settleByExistence(sync, open, { ...view, near: near.get(open.record.position.row) ?? [] }),
      );
      return live?.checked(item) ?? item;
    });
  };
}

/** The second pass. What is known to be unchanged is counted, and not even read. */
async function decideAll(
  sync: CompiledSync,
  { target, spool, parking, signal }: PlanPorts,
  {
    seen,
    source,
    decisions,
    live,
  }: {
    readonly seen: SeenKeys;
    readonly source: ReadSource;
    readonly decisions: Decisions;
    readonly live: LiveReading | undefined;
  },
  resolveAll: ResolveAll,
): Promise<void> {
  const isUnchanged = (line: string): boolean => {
    // The first row of a conflict was let through before its rival was met.
    if (seen.hasConflicts) return false;
    const number = openNumber(line);
    return number === undefined ? isUnchangedLine(line) : live?.isMatch(number) === true;
  };
  const planned = new PlanLines(sync);
  const unchanged = source.unchanged + (live?.matches ?? 0);
  if (!seen.hasConflicts && unchanged === source.lines) {
    decisions.tally.countUnchanged(unchanged);
  } else {
    for await (const lines of spool.read()) {
      stopWhenAborted(signal);
      const left = lines.filter((line) => !isUnchanged(line));
      decisions.tally.countUnchanged(lines.length - left.length);
      if (left.length === 0) continue;
      const resolved = await resolveAll(left.map((line) => planned.candidate(line)));
      const items = await nameHeld(sync, resolved, target.find, signal);
      await decisions.add(
        parking === undefined ? items : items.map((item) => parked(item, parking.refusals, parking.limit)),
      );
    }
  }
  await decisions.seal();
}

function openRows(candidates: readonly Candidate[]): readonly number[] {
  return candidates.flatMap((one) => (one.kind === "open" ? [one.record.position.row] : []));
}

interface OpenRecord {
  readonly key: RecordKey;
  readonly fields: JsonObject;
}

interface ReadSource {
  /** Whose existence is to be asked for. */
  readonly open: readonly OpenRecord[];
  /** In the spool. */
  readonly lines: number;
  /** Of these, what the state says is unchanged. */
  readonly unchanged: number;
}

async function readSource(
  sync: CompiledSync,
  ports: PlanPorts,
  {
    live,
    ...notes
  }: Pick<ClassifyPorts, "seen" | "claims" | "uniform" | "omitted"> & {
    readonly live: LiveReading | undefined;
  },
): Promise<ReadSource> {
  const open: OpenRecord[] = [];
  const asksForEach = live?.comparesRecords !== true;
  let rows = 0;
  let total = 0;
  let unchanged = 0;
  for await (const batch of ports.rows) {
    stopWhenAborted(ports.signal);
    const candidates = await classify(sync, batch, { ...ports, ...notes, isLive: live !== undefined });
    const lines: string[] = [];
    for (const candidate of candidates) {
      let number = 0;
      if (candidate.kind === "unchanged") unchanged += 1;
      if (candidate.kind === "open") {
        number = notes.seen.numberOf(candidate.record.key) ?? 0;
        if (asksForEach) open.push(openRecord(sync, candidate));
      }
      live?.note(candidate, number);
      lines.push(candidateLine(candidate, number));
    }
    live?.begin(notes.seen, ports.signal);
    await ports.spool.append(lines);
    total += lines.length;
    rows += batch.length;
    ports.onProgress({ kind: "reading", sync: sync.name, rows });
  }
  // A source that ends because it was told to has not ended.
  stopWhenAborted(ports.signal);
  await ports.spool.seal();
  return { open, lines: total, unchanged };
}

/** Only records without a keyable are looked for by their content: the others' values need not stay in memory. */
function openRecord(sync: CompiledSync, candidate: Candidate & { readonly kind: "open" }): OpenRecord {
  const { key, fields } = candidate.record;
  return { key, fields: sync.key === undefined ? fields : NO_FIELDS };
}

const NO_FIELDS: JsonObject = {};
