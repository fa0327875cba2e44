import type { LeaseState } from "../lease.ts";
import type { SqlRow, SqlValue } from "../queries.ts";
import { leaseHolder, parsedColumn } from "./parsed-column.ts";
import { asInteger, asText, sealed, unsealed } from "./sealed-row.ts";

/** The columns of table `lease` that say who holds it, its checksum last. */
export function leaseValues({ fence, holder }: LeaseState): readonly SqlValue[] {
  return sealed(1, fence, holder === undefined ? null : JSON.stringify(holder));
}

export function leaseOf(row: SqlRow): LeaseState {
  const [, fence, holder] = unsealed(row, "lease", ["id", "fence", "holder"]);
  return {
    fence: asInteger(fence),
    holder:
      holder === null ? undefined : parsedColumn(asText(holder), leaseHolder, "the holder of the lease"),
  };
}
