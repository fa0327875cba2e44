import { given } from "../../model/given.ts";
import { nestCustom } from "../../model/record-body.ts";
import type { LeaseHolder, Remembered } from "../../model/state-store.ts";
import { jsonText } from "../json-text.ts";
import type { StateView } from "./state-view.ts";

/** `state show --format json`, as schemas/report.schema.json describes it. */
export function stateJson(state: StateView): string {
  return jsonText({
    formatVersion: 1,
    environment: state.environment,
    location: state.location,
    syncs: state.syncs.map(({ sync, records, pending, watermark }) => ({
      name: sync,
      records,
      pending,
      ...given({ watermark }),
    })),
    lock: state.holder === undefined ? null : holderEntry(state.holder),
    ...(state.entries !== undefined && {
      entries: {
        sync: state.entries.sync,
        total: state.entries.total,
        shown: state.entries.shown.map(entryOf),
      },
    }),
  });
}

function holderEntry({ run, pid, host, user, job, since, heartbeat }: LeaseHolder) {
  return {
    run,
    pid,
    host,
    user,
    ...given({ job }),
    since: new Date(since).toISOString(),
    heartbeat: new Date(heartbeat).toISOString(),
  };
}

function entryOf(entry: Remembered) {
  switch (entry.kind) {
    case "accepted": {
      const { key, id, fingerprint, fields } = entry.accepted;
      return { key, pending: false, id, fingerprint, record: nestCustom(fields) };
    }
    case "pending":
      return { key: entry.key, pending: true };
    default:
      return entry satisfies never;
  }
}
