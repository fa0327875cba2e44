import type { PlanItem } from "../model/change.ts";
import type { CompiledSync } from "../model/compiled-sync.ts";
import type { CurrentRecord } from "../model/current-record.ts";
import type { RecordKey, TargetRecord } from "../model/record.ts";
import { acceptedBefore, type Candidate, type OpenCandidate } from "./candidate.ts";
import { missing } from "./classify.ts";
import { changedFields, isSame } from "./diff.ts";
import { alikesOf } from "./keys/alikes.ts";
import { type NewcomerView, newcomer } from "./keys/newcomer.ts";
import { createOf, updateOf } from "./make-change.ts";
import { ambiguousKey, duplicateKey } from "./rejections.ts";
import type { SeenKeys } from "./seen-keys.ts";

/**
 * Candidate → plan item, now that the whole source is read and Planhat has been asked. `settle` decides those that
 * are open.
 */
export function resolve(
  sync: CompiledSync,
  candidate: Candidate,
  seen: SeenKeys,
  settle: (candidate: OpenCandidate) => PlanItem,
): PlanItem {
  const rejected = rejectConflict(sync, candidate, seen);
  if (rejected !== undefined) return rejected;
  return candidate.kind === "open" ? settle(candidate) : candidate;
}

/** The first row of a conflict was let through before its rival was met. */
function rejectConflict(sync: CompiledSync, candidate: Candidate, seen: SeenKeys): PlanItem | undefined {
  if (candidate.kind === "reject") {
    const { key, position, rule, record } = candidate.rejection;
    if (rule !== "duplicate-key" || key === null) return undefined;
    // Only now it is known where the first row stands.
    return { kind: "reject", rejection: duplicateKey(sync.name, key as RecordKey, position, record, seen) };
  }
  if (!seen.hasConflicts) return undefined;
  const parts = partsOf(candidate);
  const { key, position } = parts;
  if (seen.conflictOf(key, position) === undefined) return undefined;
  return { kind: "reject", rejection: duplicateKey(sync.name, key, position, parts.fields, seen) };
}

function partsOf(candidate: Exclude<Candidate, { kind: "reject" }>) {
  switch (candidate.kind) {
    case "open":
      return candidate.record;
    case "change": {
      const { key, position, record } = candidate.change;
      return { key, position, fields: record.fields };
    }
    case "unchanged":
    case "skip":
      return { key: candidate.key, position: candidate.position, fields: {} };
    default:
      return candidate satisfies never;
  }
}

/** What Planhat was asked: which records exist (the `_id`s by key), and what it holds near this one. */
export interface Existence extends NewcomerView {
  readonly existing: ReadonlyMap<RecordKey, readonly string[]>;
  readonly near: readonly CurrentRecord[];
}

/** Decides an open candidate by whether its record exists. */
export function settleByExistence(
  sync: CompiledSync,
  candidate: OpenCandidate,
  { existing, near, ...view }: Existence,
): PlanItem {
  const { record } = candidate;
  const { key, position } = record;
  const [id, ...others] = existing.get(key) ?? [];
  if (id === undefined) {
    if (sync.mode === "update") return missing(record, alikesOf(view.claims, sync.objectType, record, near));
    const found = newcomer(sync, record, near, view);
    if (found.kind === "new") return createOf(sync, record, { alike: found.alike });
    if (found.kind === "taken") return { kind: "reject", rejection: found.rejection };
    if (sync.mode === "insert") return { kind: "skip", key, reason: "exists", position };
    return adopt(sync, record, found.current.id, found.by);
  }
  // An insert asks only whether it exists; without a key, twins are no matter either.
  if (sync.mode === "insert" || sync.key === undefined)
    return { kind: "skip", key, reason: "exists", position };
  if (others.length > 0) {
    return { kind: "reject", rejection: ambiguousKey(sync.name, sync.key, record, [id, ...others]) };
  }
  // It was found by its key, so the key is no change.
  const found = { ...acceptedBefore(candidate), [sync.key]: record.fields[sync.key] ?? null };
  if (isSame(found, record.fields)) return { kind: "unchanged", key, position };
  return updateOf(sync, record, { id, fields: changedFields(found, record.fields) });
}

/** A record of Planhat's that has no key yet becomes this one; what its other fields hold nobody has read. */
function adopt(sync: CompiledSync, record: TargetRecord, id: string, by: string): PlanItem {
  const { key = "" } = sync;
  const { fields } = record;
  const own = fields[key] ?? record.key;
  return updateOf(sync, record, {
    id,
    fields: { ...changedFields({ [by]: fields[by] ?? null }, fields), [key]: { before: null, after: own } },
  });
}
