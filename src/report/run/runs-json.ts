import type { RunRecord } from "../../model/state-store.ts";
import { jsonText } from "../json-text.ts";
import { syncRunEntry } from "./apply-json.ts";

/** `runs --format json`, as schemas/report.schema.json describes it; `runs ID` gives a list of one. */
export function runsJson(runs: readonly RunRecord[], environment?: string): string {
  return jsonText({
    formatVersion: 1,
    environment,
    runs: runs.map(({ id, status, startedAt, finishedAt, syncs }) => ({
      run: id,
      status,
      startedAt: new Date(startedAt).toISOString(),
      finishedAt: finishedAt === undefined ? undefined : new Date(finishedAt).toISOString(),
      syncs: syncs.map(syncRunEntry),
    })),
  });
}
