import { describe } from "vitest";
import { durabilityContract } from "./state/durability.ts";
import type { BeginState } from "./state/fixtures.ts";
import { historyContract } from "./state/history.ts";
import { leaseContract } from "./state/lease.ts";
import { recordsContract } from "./state/records.ts";

/** What every store promises; `durable`: also that a second `open` of the same state sees what the first one saved. */
export function describeStateStore(
  name: string,
  begin: BeginState,
  { durable }: { readonly durable: boolean },
): void {
  describe(`${name} as a state store`, () => {
    recordsContract(begin);
    leaseContract(begin);
    historyContract(begin);
    if (durable) durabilityContract(begin);
  });
}
