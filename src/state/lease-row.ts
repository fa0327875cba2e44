import type { LeaseState } from "./lease.ts";
import type { Queries } from "./queries.ts";
import { asInteger, asText, sealed, unsealed } from "./sealed-row.ts";

export function readLease(queries: Queries): LeaseState {
  const row = queries.get("SELECT * FROM lease");
  if (row === undefined) return { fence: 0, holder: undefined };
  const [, fence, holder] = unsealed(row, "lease", ["id", "fence", "holder"]);
  return {
    fence: asInteger(fence),
    holder: holder === null ? undefined : JSON.parse(asText(holder)),
  };
}

export function saveLease(queries: Queries, lease: LeaseState): void {
  const holder = lease.holder === undefined ? null : JSON.stringify(lease.holder);
  queries.run("INSERT OR REPLACE INTO lease VALUES (?, ?, ?, ?)", ...sealed(1, lease.fence, holder));
}
