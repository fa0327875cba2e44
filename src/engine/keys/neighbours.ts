import type { CompiledSync } from "../../model/compiled-sync.ts";
import type { CurrentRecord } from "../../model/current-record.ts";
import type { Neighbours } from "../../model/neighbours.ts";
import { companyField, isWithinCompany } from "../../model/object-type.ts";
import type { RowStore } from "../../model/row-store.ts";
import type { Claims } from "./claims.ts";

/** Puts what concerns a row into the row store, under that row. undefined for records without a key. */
export function neighboursOf(
  { objectType, mode }: CompiledSync,
  claims: Claims,
  rowStore: RowStore<CurrentRecord>,
): Neighbours | undefined {
  if (!claims.isOn) return undefined;
  const isScoped = claims.fields.some((field) => isWithinCompany(objectType, field));
  const company = isScoped ? companyField(objectType) : undefined;
  return {
    searches: mode !== "update",
    fields: company === undefined ? claims.fields : [...claims.fields, company],
    concerns: (record) => claims.rowsNear(record).length > 0,
    take: (records) =>
      rowStore.put(records.flatMap((value) => claims.rowsNear(value.fields).map((row) => ({ row, value })))),
  };
}
