import type { Alike } from "../model/alike.ts";
import type { Drift, FieldChange, PlanItem } from "../model/change.ts";
import type { CompiledSync } from "../model/compiled-sync.ts";
import { given } from "../model/given.ts";
import type { TargetRecord } from "../model/record.ts";

type Named = Pick<CompiledSync, "name">;
type PlannedChange = PlanItem & { readonly kind: "change" };

interface CreateFacts {
  readonly alike?: readonly Alike[];
  /** Somebody deleted it in Planhat since our last apply. */
  readonly isDeleted?: boolean;
}

/** The change that creates a record: all of it is new. */
export function createOf(
  { name }: Named,
  { key, whole, fingerprint, position, references }: TargetRecord,
  { alike = [], isDeleted = false }: CreateFacts = {},
): PlannedChange {
  return {
    kind: "change",
    change: {
      sync: name,
      action: "create",
      key,
      record: whole,
      fingerprint,
      ...(isDeleted && { drift: { kind: "deleted" } as const }),
      ...(alike.length > 0 && { alike }),
      ...given({ references }),
      position,
    },
  };
}

interface UpdateFacts {
  readonly fields: Readonly<Record<string, FieldChange>>;
  /** Planhat's `_id`, where the baseline found it. */
  readonly id?: string | undefined;
  readonly drift?: Drift | undefined;
}

/** The change that writes some fields of a record that is there. */
export function updateOf(
  { name }: Named,
  { key, whole, fingerprint, position, references = {} }: TargetRecord,
  { fields, id, drift }: UpdateFacts,
): PlannedChange {
  const written = Object.entries(references).filter(([field]) => Object.hasOwn(fields, field));
  return {
    kind: "change",
    change: {
      sync: name,
      action: "update",
      key,
      ...given({ id }),
      fields,
      record: whole,
      fingerprint,
      ...given({ drift }),
      ...(written.length > 0 && { references: Object.fromEntries(written) }),
      position,
    },
  };
}
