import type { Clock } from "../../model/clock.ts";
import type { OnProgress } from "../../model/progress.ts";
import { stopOf } from "../../model/stop.ts";
import type { TargetReader } from "../../model/target-reader.ts";
import { REREADS } from "../write/rereads.ts";

/**
 * TargetReader → TargetReader for plans: records without a key, which an apply that was killed may have sent a moment ago, are
 * looked for until reads have had time to show them. With a key a repeat finds its record, shown or not.
 */
export function patientReader(
  target: TargetReader,
  { clock, onProgress }: { readonly clock: Clock; readonly onProgress: OnProgress },
): TargetReader {
  return {
    ...target,
    idsOfKeys: async (query, signal) => {
      if (query.keyField !== undefined) return target.idsOfKeys(query, signal);
      const found = new Map(await target.idsOfKeys(query, signal));
      for (const delay of REREADS.keyless) {
        const records = query.records.filter(({ key }) => !found.has(key));
        if (records.length === 0) break;
        const detail = "an earlier apply may have sent records that do not show yet";
        onProgress({ kind: "waiting", why: "retry", delay, detail });
        await clock.sleep(delay, signal);
        if (signal.aborted) throw stopOf(signal);
        for (const [key, ids] of await target.idsOfKeys({ ...query, records }, signal)) found.set(key, ids);
      }
      return found;
    },
  };
}
