import { fieldsOf, type PlanItem } from "../../model/change.ts";

/** An item as a plan file has it. A record stands there as its canonical JSON. */
export function itemJson(item: PlanItem): string {
  if (item.kind !== "change") return JSON.stringify(item);
  const { change } = item;
  const { sync, action, key, id, record, fingerprint, drift, alike, references, position } = change;
  const before = JSON.stringify({ sync, action, key, id, fields: fieldsOf(change) });
  const behind = JSON.stringify({ fingerprint, drift, alike, references, position });
  return `{"kind":"change","change":${before.slice(0, -1)},"record":${record.json},${behind.slice(1)}}`;
}
