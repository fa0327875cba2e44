import type { LeaseHolder } from "../../model/state-store.ts";

/** Who somebody is that holds the lease, in a message. */
export function holderText({ run, pid, host, user, job }: LeaseHolder): string {
  return `run ${run} of ${user} on ${host} (process ${pid}${job === undefined ? "" : `, ${job}`})`;
}
