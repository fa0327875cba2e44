import type { Alike } from "../model/alike.ts";
import type { PlanItem } from "../model/change.ts";
import type { CompiledSync, Transformed } from "../model/compiled-sync.ts";
import type { TargetRecord } from "../model/record.ts";
import type { Row } from "../model/row.ts";
import type { Recalled, StateStore } from "../model/state-store.ts";
import type { TargetReader } from "../model/target-reader.ts";
import { classifyAppend } from "./append-only.ts";
import type { Candidate } from "./candidate.ts";
import { changedFields, isSame } from "./diff.ts";
import type { Claims } from "./keys/claims.ts";
import { createOf, updateOf } from "./make-change.ts";
import type { OmittedReferences } from "./omitted-references.ts";
import { duplicateKey } from "./rejections.ts";
import type { SeenKeys } from "./seen-keys.ts";
import type { UniformFields } from "./uniform-fields.ts";

export interface ClassifyPorts {
  readonly seen: SeenKeys;
  readonly claims: Claims;
  /** Told of every record that is planned. */
  readonly uniform: UniformFields;
  /** Absent: nothing is compared with what was accepted before (`--baseline none`). */
  readonly compare: StateStore["compare"] | undefined;
  /** Whether Planhat itself is asked about every record: the state then decides nothing. */
  readonly isLive: boolean;
  /** Milliseconds since the epoch. */
  readonly runStart: number;
  readonly signal: AbortSignal;
  /** Turns what references are looked up by into records. Throws the Stop of a Planhat that cannot be asked. */
  readonly target: Pick<TargetReader, "find">;
  /** Told of every reference that was left out. */
  readonly omitted: OmittedReferences;
  /** Whether a row is planned at all; absent: every row is. */
  readonly only?: ((one: Transformed) => boolean) | undefined;
}

/** Rows → candidates, one a row that is planned, in order: the first of a plan's two passes. */
export async function classify(
  sync: CompiledSync,
  rows: readonly Row[],
  ports: ClassifyPorts,
): Promise<readonly Candidate[]> {
  const all = await sync.transform(rows, ports.runStart, ports.signal, ports.target.find);
  const transformed = all.filter((one, index) => {
    if (ports.only?.(one) === false) return false;
    const row = rows[index];
    if (one.kind === "record" && row !== undefined) ports.uniform.note(row, one.record);
    if (one.kind === "record") ports.omitted.note(one);
    return true;
  });
  const records = transformed.flatMap((one) => (one.kind === "record" ? [one.record] : []));
  const remembered = (await ports.compare?.(sync.name, records)) ?? new Map<never, Recalled>();
  return transformed.map((one) => candidate(sync, one, ports, remembered));
}

function candidate(
  sync: CompiledSync,
  transformed: Transformed,
  { seen, claims, isLive }: ClassifyPorts,
  remembered: ReadonlyMap<string, Recalled>,
): Candidate {
  if (transformed.kind === "reject") return transformed;
  const { record } = transformed;
  const { key, position } = record;
  switch (seen.note(record)) {
    case "repeat":
      return { kind: "skip", key, reason: "repeat", position };
    case "conflict":
      return { kind: "reject", rejection: duplicateKey(sync.name, key, position, record.fields, seen) };
    case "new":
      claims.note(record);
      return decideByState(sync, record, remembered.get(key), isLive);
  }
}

/** What the state alone decides; everything else is open. */
function decideByState(
  sync: CompiledSync,
  record: TargetRecord,
  known: Recalled | undefined,
  isLive: boolean,
): Candidate {
  const { key, position } = record;
  if (sync.objectType.stream !== undefined) return classifyAppend(sync, record, known);
  // Nothing to look up by: a record that no apply has sent is new.
  if (sync.key === undefined && known === undefined) return createOf(sync, record);
  if (known === undefined || known.kind === "pending") return { kind: "open", record };
  // Without a key only the state tells a repeated run from a first one.
  if (isLive && sync.key !== undefined) {
    return known.kind === "same"
      ? { kind: "open", record, acceptedAsIs: true }
      : { kind: "open", record, before: known.accepted.fields };
  }
  if (sync.mode === "insert") return { kind: "skip", key, reason: "exists", position };
  if (known.kind === "same") return { kind: "unchanged", key, position };
  const before = known.accepted.fields;
  if (isSame(before, record.fields)) return { kind: "unchanged", key, position };
  // An update must not create, and only Planhat knows whether the record is still there.
  if (sync.mode === "update") return { kind: "open", record, before };
  return updateOf(sync, record, { fields: changedFields(before, record.fields) });
}

/** The row of an update whose record is not there. */
export function missing({ key, position }: TargetRecord, alike: readonly Alike[]): PlanItem {
  return { kind: "skip", key, reason: "missing", ...(alike.length > 0 && { alike }), position };
}
