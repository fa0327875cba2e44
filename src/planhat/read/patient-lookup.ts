import type { Clock } from "../../model/clock.ts";
import type { Lookup } from "../../model/lookup.ts";
import type { OnProgress } from "../../model/progress.ts";
import { stopOf } from "../../model/stop.ts";
import { REREADS } from "../write/rereads.ts";

/**
 * Lookup → Lookup for plans: records without a key, which an apply that was killed may have sent a moment ago, are
 * looked for until reads have had time to show them. With a key a repeat finds its record, shown or not.
 */
export function patientLookup(
  lookup: Lookup,
  { clock, onProgress }: { readonly clock: Clock; readonly onProgress: OnProgress },
): Lookup {
  return {
    existing: async (query, signal) => {
      if (query.keyField !== undefined) return lookup.existing(query, signal);
      const found = new Map(await lookup.existing(query, signal));
      for (const delay of REREADS.keyless) {
        const records = query.records.filter(({ key }) => !found.has(key));
        if (records.length === 0) break;
        const detail = "an earlier apply may have sent records that do not show yet";
        onProgress({ kind: "waiting", why: "retry", delay, detail });
        await clock.sleep(delay, signal);
        if (signal.aborted) throw stopOf(signal);
        for (const [key, ids] of await lookup.existing({ ...query, records }, signal)) found.set(key, ids);
      }
      return found;
    },
  };
}
