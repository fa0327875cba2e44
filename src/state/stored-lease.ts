import type { LeaseState } from "./lease.ts";
import type { Queries } from "./queries.ts";
import { leaseOf, leaseValues } from "./rows/lease-row.ts";

export function readLease(queries: Queries): LeaseState {
  const row = queries.get("SELECT * FROM lease");
  return row === undefined ? { fence: 0, holder: undefined } : leaseOf(row);
}

export function saveLease(queries: Queries, lease: LeaseState): void {
  queries.run("INSERT OR REPLACE INTO lease VALUES (?, ?, ?, ?)", ...leaseValues(lease));
}
