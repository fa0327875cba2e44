import type { Change, PlanItem } from "../model/change.ts";
import type { CompiledSync } from "../model/compiled-sync.ts";
import type { CurrentRecord } from "../model/current-record.ts";
import type { Json } from "../model/json.ts";
import { companyField, isWithinCompany } from "../model/object-type.ts";
import type { TargetRecord } from "../model/record.ts";
import { acceptedBefore, type OpenCandidate } from "./candidate.ts";
import { missing } from "./classify.ts";
import { compareLive } from "./compare-live.ts";
import { alikesOf } from "./keys/alikes.ts";
import type { Claims } from "./keys/claims.ts";
import { holdersOf, newcomer } from "./keys/newcomer.ts";
import type { LostFields } from "./lost-fields.ts";
import { createOf, updateOf } from "./make-change.ts";
import { type References, referencesIn } from "./references.ts";
import { ambiguousKey, takenKey, unknownReference } from "./rejections.ts";

export interface LiveView {
  readonly keyField: string;
  readonly references: References;
  readonly lost: LostFields;
  readonly claims: Claims;
  /** Whether an earlier sync of the same run creates the record that a reference means. */
  readonly willBeCreated: (objectType: string, reference: string) => boolean;
}

/** Open candidate → plan item, from what Planhat holds now under its key, and near it. */
export function resolveLive(
  sync: CompiledSync,
  candidate: OpenCandidate,
  held: readonly CurrentRecord[],
  view: LiveView,
): PlanItem {
  const { record } = candidate;
  const exact = held.filter(({ key }) => key === record.key);
  const [current, ...others] = matching(sync, record, exact, view);
  if (current === undefined) return resolveMissing(sync, candidate, held, view);
  if (others.length > 0) {
    const ids = [current, ...others].map(({ id }) => id);
    return { kind: "reject", rejection: ambiguousKey(sync.name, view.keyField, record, ids) };
  }
  return update(sync, candidate, current, held, view);
}

/** Planhat holds nothing under the key. */
function resolveMissing(
  sync: CompiledSync,
  candidate: OpenCandidate,
  held: readonly CurrentRecord[],
  view: LiveView,
): PlanItem {
  const { record } = candidate;
  const { key, position } = record;
  if (sync.mode === "update") return missing(record, alikesOf(view.claims, sync.objectType, record, held));
  const found = newcomer(sync, record, held, view);
  switch (found.kind) {
    case "taken":
      return { kind: "reject", rejection: found.rejection };
    case "held":
      if (sync.mode === "insert") return { kind: "skip", key, reason: "exists", position };
      return update(sync, candidate, found.current, held, { ...view, keyField: found.by });
    case "new": {
      const isDeleted = candidate.acceptedAsIs === true || candidate.before !== undefined;
      return checkReferences(sync, createOf(sync, record, { alike: found.alike, isDeleted }), view);
    }
    default:
      return found satisfies never;
  }
}

function update(
  sync: CompiledSync,
  candidate: OpenCandidate,
  current: CurrentRecord,
  held: readonly CurrentRecord[],
  view: LiveView,
): PlanItem {
  const { record } = candidate;
  const { key, position } = record;
  const { objectType } = sync;
  const accepted = acceptedBefore(candidate);
  if (accepted !== undefined) view.lost.note(accepted, current.fields);
  const { fields, drift } = compareLive(record, current.fields, { ...view, objectType, accepted });
  if (Object.keys(fields).length === 0) return { kind: "unchanged", key, position };
  // Planhat keeps the other keyables unique, but for e-mail addresses.
  for (const name of view.claims.fields) {
    if (fields[name] === undefined || objectType.fields[name]?.format === "email") continue;
    const holders = holdersOf(sync, name, record, held, view).filter(({ id }) => id !== current.id);
    if (holders.length > 0) return { kind: "reject", rejection: takenKey(sync, record, name, holders) };
  }
  return checkReferences(sync, updateOf(sync, record, { fields, id: current.id, drift }), view);
}

/** Each record once; where an externalId is unique within one company only, those of the record's own company. */
function matching(
  { objectType }: CompiledSync,
  record: TargetRecord,
  held: readonly CurrentRecord[],
  { keyField, references }: LiveView,
): readonly CurrentRecord[] {
  const distinct = held.filter(({ id }, index) => held.findIndex((other) => other.id === id) === index);
  const company = companyField(objectType) ?? "companyId";
  const companyId = record.fields[company];
  const spec = objectType.fields[company];
  const narrows = distinct.length > 1 && isWithinCompany(objectType, keyField);
  if (!narrows || typeof companyId !== "string" || spec === undefined) return distinct;
  const own = references.idOf(companyId, spec);
  return distinct.filter(({ fields }) => fields[company] === own);
}

/** The change, or its rejection: Planhat would refuse it, or store a reference to nothing. */
export function checkReferences(
  sync: CompiledSync,
  item: PlanItem & { readonly kind: "change" },
  view: LiveView,
): PlanItem {
  const { change } = item;
  // No record of this object type refers to another: most creates are passed on unread.
  if (!view.references.areWanted) return item;
  for (const field of writtenBy(change)) {
    const spec = sync.objectType.fields[field];
    if (spec?.ref === undefined || !view.references.isReadable(spec)) continue;
    for (const reference of referencesIn(valueAfter(change, field))) {
      if (view.references.isKnown(reference, spec) || view.willBeCreated(spec.ref, reference)) continue;
      const rejection = unknownReference(sync, change, { field, reference, spec });
      return { kind: "reject", rejection };
    }
  }
  return item;
}

function writtenBy(change: Change): readonly string[] {
  switch (change.action) {
    case "create":
      return Object.keys(change.record.fields);
    case "update":
      return Object.keys(change.fields);
    default:
      return change satisfies never;
  }
}

function valueAfter(change: Change, field: string): Json | undefined {
  switch (change.action) {
    case "create":
      return change.record.fields[field];
    case "update":
      return change.fields[field]?.after;
    default:
      return change satisfies never;
  }
}
