import type { PlanItem } from "../model/change.ts";
import type { CompiledSync } from "../model/compiled-sync.ts";
import type { CurrentRecord } from "../model/live-baseline.ts";
import { companyField, isWithinCompany } from "../model/object-type.ts";
import type { TargetRecord } from "../model/record.ts";
import { acceptedBefore, type OpenCandidate } from "./candidate.ts";
import { compareLive } from "./compare-live.ts";
import { create } from "./gather.ts";
import type { LostFields } from "./lost-fields.ts";
import { type References, referencesIn } from "./references.ts";
import { ambiguousKey, unknownReference } from "./rejections.ts";

export interface LiveView {
  readonly keyField: string;
  readonly references: References;
  readonly lost: LostFields;
  /** Whether an earlier sync of the same run creates the record that a reference means. */
  readonly isArriving: (objectType: string, reference: string) => boolean;
}

/** Open candidate → plan item, from what Planhat holds now under its key. */
export function resolveLive(
  sync: CompiledSync,
  candidate: OpenCandidate,
  held: readonly CurrentRecord[],
  view: LiveView,
): PlanItem {
  const { record } = candidate;
  const { key, position } = record;
  const accepted = acceptedBefore(candidate);
  const [current, ...others] = matching(sync, record, held, view);
  if (current === undefined) {
    if (sync.mode === "update") return { kind: "skip", key, reason: "missing", position };
    const item = create(sync, record);
    const change =
      accepted === undefined ? item.change : { ...item.change, drift: { kind: "deleted" } as const };
    return checkReferences(sync, { kind: "change", change }, view);
  }
  if (others.length > 0) {
    const ids = [current, ...others].map(({ id }) => id);
    return { kind: "reject", rejection: ambiguousKey(sync.name, view.keyField, record, ids) };
  }
  const { objectType } = sync;
  if (accepted !== undefined) view.lost.note(accepted, current.fields);
  const { fields, drift } = compareLive(record, current.fields, { ...view, objectType, accepted });
  if (Object.keys(fields).length === 0) return { kind: "unchanged", key, position };
  const change = {
    sync: sync.name,
    action: "update",
    key,
    id: current.id,
    fields,
    record: record.fields,
    fingerprint: record.fingerprint,
    ...(drift === undefined ? {} : { drift }),
    position,
  } as const;
  return checkReferences(sync, { kind: "change", change }, view);
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
  for (const [field, { after }] of Object.entries(change.fields)) {
    const spec = sync.objectType.fields[field];
    if (spec?.ref === undefined || !view.references.isReadable(spec)) continue;
    for (const reference of referencesIn(after)) {
      if (view.references.isKnown(reference, spec) || view.isArriving(spec.ref, reference)) continue;
      const rejection = unknownReference(sync, change, { field, reference, spec });
      return { kind: "reject", rejection };
    }
  }
  return item;
}
