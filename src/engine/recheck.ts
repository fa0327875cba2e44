import { byAction } from "../model/action.ts";
import { type Change, type Create, fieldsOf, type PlanItem, type Update } from "../model/change.ts";
import type { CompiledSync } from "../model/compiled-sync.ts";
import type { CurrentRecord } from "../model/current-record.ts";
import type { Json, JsonObject } from "../model/json.ts";
import type { BaselineKind } from "../model/plan-view.ts";
import type { RecordKey } from "../model/record.ts";
import type { Remembered, StateStore } from "../model/state-store.ts";
import type { TargetReader } from "../model/target-reader.ts";
import { holdsNow } from "./compare-live.ts";
import { Claims } from "./keys/claims.ts";
import { neighboursOf } from "./keys/neighbours.ts";
import { type NewcomerView, newcomer } from "./keys/newcomer.ts";
import { type LivePorts, LiveReading } from "./live-reading.ts";
import { RecheckedLookups } from "./rechecked-lookups.ts";
import { SeenKeys } from "./seen-keys.ts";
import { SpooledRecord } from "./spooled-record.ts";

export interface RecheckPorts {
  /** What the plan was compared with: it is compared with the same again. */
  readonly baseline: BaselineKind;
  readonly live: Omit<LivePorts, "target">;
  readonly target: TargetReader;
  readonly recall: StateStore["recall"];
  readonly signal: AbortSignal;
}

/** Decides a batch of saved changes: each is still a change, or done already, or skipped as changed meanwhile. */
export type Recheck = (changes: readonly Change[]) => Promise<readonly PlanItem[]>;

/**
 * Looks into Planhat (or the state) once more for the records of a saved plan. `changes` is read once, whole. Writes
 * nothing but to the row store. Throws the Stop of whichever port cannot go on.
 */
export async function recheck(
  sync: CompiledSync,
  changes: AsyncIterable<readonly Change[]>,
  ports: RecheckPorts,
): Promise<Recheck> {
  const lookups = new RecheckedLookups(sync);
  const check = await recheckRecords(sync, lookups.noted(changes), ports);
  await lookups.ask(ports.target.find, ports.signal);
  return async (some) =>
    (await check(some)).map((item) => {
      const moved = item.kind === "change" ? lookups.movedFields(item.change) : [];
      return item.kind === "change" && moved.length > 0 ? changedMeanwhile(item.change, moved) : item;
    });
}

async function recheckRecords(
  sync: CompiledSync,
  changes: AsyncIterable<readonly Change[]>,
  ports: RecheckPorts,
): Promise<Recheck> {
  const seen = new SeenKeys();
  const claims = new Claims(sync, seen);
  const live = new LiveReading(sync, { ...ports.live, target: ports.target }, claims);
  // Updates by an _id that Planhat gave, too: sent to a record that is gone, it could create another.
  const looked: { readonly key: RecordKey; readonly fields: JsonObject }[] = [];
  for await (const some of changes) {
    for (const change of some) {
      const { key, id, record, fingerprint, position } = change;
      if (seen.note({ key, fingerprint, position }) === "new") claims.note({ key, fields: record.fields });
      live.noteChange(change);
      if (byAction(change.action, { create: true, update: id !== undefined })) {
        looked.push({ key, fields: sync.key === undefined ? record.fields : NO_FIELDS });
      }
    }
  }
  if (ports.baseline === "live" && sync.key !== undefined && sync.mode !== "insert") {
    await live.readReferences(ports.signal);
    await live.readRecords(seen, ports.signal);
    return async (some) => {
      const held = await live.held(some.map(({ position }) => position.row));
      return some.map((change) =>
        againstPlanhat(sync, change, held.get(change.position.row) ?? [], live, claims),
      );
    };
  }
  const isStream = sync.objectType.stream !== undefined;
  // Planhat cannot be asked for a point or an event.
  const open = isStream ? [] : sync.key === undefined ? await doubtful(sync, looked, ports) : looked;
  const neighbours = neighboursOf(sync, claims, ports.live.rowStore);
  const existing = await ports.target.idsOfKeys(
    { objectType: sync.objectType, keyField: sync.key, records: open, ...(neighbours && { neighbours }) },
    ports.signal,
  );
  return async (some) => {
    const near = await live.held(some.map(({ position }) => position.row));
    const remembered = await ports.recall(
      sync.name,
      some.map(({ key }) => key),
    );
    return some.map((change) => {
      const known = ports.baseline === "none" ? undefined : remembered.get(change.key);
      if (isStream) return againstSent(change, remembered.get(change.key));
      const ids = existing.get(change.key) ?? [];
      const held = near.get(change.position.row) ?? [];
      switch (change.action) {
        case "create": {
          const item = againstExistence(change, ids.length > 0, remembered.get(change.key));
          return item.kind === "change" && !isStillNew(sync, change, held, { claims, references: undefined })
            ? changedMeanwhile(change, [])
            : item;
        }
        case "update": {
          if (givesKey(sync, change)) {
            const isFree = held.some(({ id, key }) => id === change.id && key === "");
            if (ids.length === 0 && !isFree) return changedMeanwhile(change, [sync.key ?? ""]);
          } else if (change.id !== undefined && !ids.includes(change.id)) return changedMeanwhile(change, []);
          return againstState(change, known, live, sync);
        }
        default:
          return change satisfies never;
      }
    });
  };
}

const NO_FIELDS: JsonObject = {};

/** Of records without a key, those that an interrupted apply of the same plan may have sent. */
async function doubtful<T extends { readonly key: RecordKey }>(
  sync: CompiledSync,
  creates: readonly T[],
  { recall }: RecheckPorts,
): Promise<readonly T[]> {
  const remembered = await recall(
    sync.name,
    creates.map(({ key }) => key),
  );
  return creates.filter(({ key }) => remembered.get(key)?.kind === "pending");
}

function againstPlanhat(
  sync: CompiledSync,
  change: Change,
  near: readonly CurrentRecord[],
  { references }: LiveReading,
  claims: Claims,
): PlanItem {
  const held = near.filter(({ key }) => key === change.key);
  switch (change.action) {
    case "create":
      return createAgainstPlanhat(sync, change, { held, near, claims, references });
    case "update":
      return updateAgainstPlanhat(sync, change, { held, near, references });
    default:
      return change satisfies never;
  }
}

interface Found {
  /** Of the change's key. */
  readonly held: readonly CurrentRecord[];
  readonly near: readonly CurrentRecord[];
  readonly references: LiveReading["references"];
}

function createAgainstPlanhat(
  sync: CompiledSync,
  change: Create,
  { held, near, claims, references }: Found & { readonly claims: Claims },
): PlanItem {
  const [twin] = held;
  if (twin === undefined) {
    return isStillNew(sync, change, near, { claims, references })
      ? { kind: "change", change }
      : changedMeanwhile(change, []);
  }
  const { fields } = sync.objectType;
  const differing = Object.entries(change.record.fields).filter(
    ([name, value]) => !holdsNow(twin.fields[name], value, fields[name], references),
  );
  return differing.length === 0 ? done(change) : changedMeanwhile(change, []);
}

function updateAgainstPlanhat(
  { objectType }: CompiledSync,
  change: Update,
  { held, near, references }: Found,
): PlanItem {
  const { id, fields } = change;
  // A record that is to get the key does not have it yet.
  const current = id === undefined ? held[0] : [...held, ...near].find((one) => one.id === id);
  if (current === undefined) return changedMeanwhile(change, []);
  const holds = (name: string, value: Json | undefined): boolean =>
    holdsNow(current.fields[name], value ?? null, objectType.fields[name], references);
  const names = Object.keys(fields);
  const open = names.filter((name) => !holds(name, fields[name]?.after));
  if (open.length === 0) return done(change);
  const moved = open.filter(
    (name) => fields[name]?.before !== undefined && !holds(name, fields[name]?.before),
  );
  return moved.length === 0 ? { kind: "change", change } : changedMeanwhile(change, moved);
}

/** Whether it is an update of a record that had no key when the plan was made. */
function givesKey({ key = "" }: CompiledSync, change: Update): boolean {
  return change.fields[key]?.before === null;
}

/** Whether nothing has come up in Planhat since that has the record's keyables, or almost, and that the plan does not name. */
function isStillNew(
  sync: CompiledSync,
  { key, record, fingerprint, position, alike = [] }: Change,
  near: readonly CurrentRecord[],
  view: NewcomerView,
): boolean {
  const found = newcomer(sync, new SpooledRecord(key, record, fingerprint, position), near, view);
  if (found.kind !== "new") return false;
  const known = new Set(alike.flatMap(({ other }) => ("id" in other ? [other.id] : [])));
  return found.alike.every(({ other }) => !("id" in other) || known.has(other.id));
}

function againstExistence(change: Change, exists: boolean, known: Remembered | undefined): PlanItem {
  if (known?.kind === "accepted" && known.accepted.fingerprint === change.fingerprint) return done(change);
  if (!exists) return { kind: "change", change };
  // It was sent before and nobody knew what became of it: there it is.
  return known?.kind === "pending" ? done(change) : changedMeanwhile(change, []);
}

/** A point or an event is not sent again where another run sent it meanwhile, also where nobody knows how that ended. */
function againstSent(change: Change, known: Remembered | undefined): PlanItem {
  if (known === undefined || byAction(change.action, { create: false, update: true }))
    return { kind: "change", change };
  const isSame = known.kind === "accepted" && known.accepted.fingerprint === change.fingerprint;
  return isSame ? done(change) : changedMeanwhile(change, []);
}

/** The state stands for Planhat where the plan was compared with it. */
function againstState(
  change: Change,
  known: Remembered | undefined,
  { references }: LiveReading,
  { objectType }: CompiledSync,
): PlanItem {
  if (known?.kind !== "accepted") return { kind: "change", change };
  if (known.accepted.fingerprint === change.fingerprint) return done(change);
  const { fields } = known.accepted;
  const moved = Object.entries(fieldsOf(change)).filter(
    ([name, { before }]) =>
      before !== undefined && !holdsNow(fields[name], before, objectType.fields[name], references),
  );
  return moved.length === 0
    ? { kind: "change", change }
    : changedMeanwhile(
        change,
        moved.map(([name]) => name),
      );
}

function done({ key, position }: Change): PlanItem {
  return { kind: "unchanged", key, position };
}

function changedMeanwhile({ key, position }: Change, fields: readonly string[]): PlanItem {
  return { kind: "skip", key, reason: "changed", position, fields };
}
