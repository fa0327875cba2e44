import type { PlanItem } from "../model/change.ts";
import { fingerprint } from "../model/fingerprint.ts";
import { given } from "../model/given.ts";
import type { Reason } from "../model/reason.ts";
import type { Fingerprint, Rejection } from "../model/record.ts";
import type { StoredReject } from "../model/state-store.ts";

export const PARKED = "parked";

/** What Planhat has refused of one sync so far, by key, and how often in a row it was just that record. */
export class Refusals {
  readonly #known = new Map<string, { readonly print: Fingerprint; readonly rejection: Refused }>();

  constructor(rejects: Iterable<StoredReject>) {
    for (const { rejection } of rejects) {
      const { key, refusals, rule, field, reason, record } = rejection;
      if (key === null || refusals === undefined) continue;
      const kept = { refusals, rule, reason, ...given({ field }) };
      this.#known.set(key, { print: fingerprint(record), rejection: kept });
    }
  }

  get size(): number {
    return this.#known.size;
  }

  /** undefined where it was another record, or none, that Planhat refused last. */
  of(key: string, print: Fingerprint): Refused | undefined {
    const known = this.#known.get(key);
    return known?.print === print ? known.rejection : undefined;
  }

  /** The rejection of a record that Planhat has refused now, with how often that makes. */
  counted(rejection: Rejection): Rejection {
    const { key, record, reason } = rejection;
    // A permission is given in Planhat, and the records have no part in it.
    if (key === null || reason.code === "refused-forbidden") return rejection;
    return { ...rejection, refusals: (this.of(key, fingerprint(record))?.refusals ?? 0) + 1 };
  }
}

type Refused = Pick<Rejection, "rule" | "field" | "reason"> & { readonly refusals: number };

/** The item, or the rejection of a change that Planhat has refused `limit` times in a row. */
export function parked(item: PlanItem, refusals: Refusals, limit: number): PlanItem {
  if (item.kind !== "change") return item;
  const { sync, key, record, fingerprint, position } = item.change;
  const known = refusals.of(key, fingerprint);
  if (known === undefined || known.refusals < limit) return item;
  const reason: Reason =
    known.rule === PARKED
      ? known.reason
      : { ...known.reason, code: PARKED, what: `${LEFT_OUT} ${known.reason.what}`, fix: AGAIN };
  return {
    kind: "reject",
    rejection: { ...known, sync, position, key, rule: PARKED, reason, record: record.fields },
  };
}

const LEFT_OUT = "Planhat keeps refusing the record, so it is left out until it changes.";
const AGAIN = "To send it again as it is, run `planhat-sync rejects retry`.";
