import type { Alike } from "../../model/alike.ts";
import type { CompiledSync } from "../../model/compiled-sync.ts";
import type { CurrentRecord } from "../../model/current-record.ts";
import { companyField, isWithinCompany } from "../../model/object-type.ts";
import type { Rejection, TargetRecord } from "../../model/record.ts";
import type { References } from "../references.ts";
import { rivalRow, takenKey } from "../rejections.ts";
import { alikesOf } from "./alikes.ts";
import { type Claims, textOf } from "./claims.ts";

/**
 * What becomes of a record that Planhat does not hold under its key. Planhat tries the other keyables too, so a record
 * that has one of them is what it would write to.
 * - `new`: nothing has them.
 * - `held`: one record has one of them and no key of its own yet: it is that one, found by `by`.
 * - `taken`: by another row, by a record with another key, or by several.
 */
export type Newcomer =
  | { readonly kind: "new"; readonly alike: readonly Alike[] }
  | { readonly kind: "held"; readonly current: CurrentRecord; readonly by: string }
  | { readonly kind: "taken"; readonly rejection: Rejection };

export interface NewcomerView {
  readonly claims: Claims;
  /** What references mean; undefined where nobody asked Planhat. */
  readonly references: References | undefined;
}

/** `held`: what Planhat holds near the record. */
export function newcomer(
  sync: CompiledSync,
  record: TargetRecord,
  held: readonly CurrentRecord[],
  view: NewcomerView,
): Newcomer {
  const { claims } = view;
  const rival = claims.rivalOf(record);
  if (rival !== undefined) return { kind: "taken", rejection: rivalRow(sync, record, rival) };
  for (const field of claims.fields) {
    const holders = holdersOf(sync, field, record, held, view);
    const [holder, ...others] = holders;
    if (holder === undefined) continue;
    if (others.length === 0 && isWithoutKey(sync, holder, record, claims)) {
      return { kind: "held", current: holder, by: field };
    }
    return { kind: "taken", rejection: takenKey(sync, record, field, holders) };
  }
  return { kind: "new", alike: alikesOf(claims, sync.objectType, record, held) };
}

/** The records of Planhat that have the record's value of a keyable, each once, but for the record itself. */
export function holdersOf(
  { objectType }: CompiledSync,
  field: string,
  record: TargetRecord,
  held: readonly CurrentRecord[],
  { references }: Pick<NewcomerView, "references">,
): readonly CurrentRecord[] {
  const value = textOf(record.fields[field]);
  if (value === undefined) return [];
  const company = companyField(objectType) ?? "companyId";
  const isScoped = isWithinCompany(objectType, field);
  const spec = objectType.fields[company];
  const reference = record.fields[company];
  const own =
    typeof reference === "string" && spec !== undefined
      ? (references?.idOf(reference, spec) ?? reference)
      : undefined;
  const found = held.filter(
    (one) =>
      one.key !== record.key &&
      textOf(one.fields[field]) === value &&
      (!isScoped || own === undefined || one.fields[company] === own),
  );
  return found.filter(({ id }, index) => found.findIndex((other) => other.id === id) === index);
}

/** Whether nothing says that it is another record: it lacks the key, and contradicts no other keyable. */
function isWithoutKey(
  { key = "", objectType }: CompiledSync,
  { fields }: CurrentRecord,
  record: TargetRecord,
  claims: Claims,
): boolean {
  if (textOf(fields[key]) !== undefined) return false;
  return claims.fields.every((name) => {
    const [theirs, ours] = [textOf(fields[name]), textOf(record.fields[name])];
    // An e-mail address may change hands, and the other keyables are unique.
    const mayDiffer = objectType.fields[name]?.format === "email";
    return theirs === undefined || ours === undefined || theirs === ours || mayDiffer;
  });
}
