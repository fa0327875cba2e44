import type { CompiledSync, Transformed } from "../../model/compiled-sync.ts";
import type { Project } from "../../model/project.ts";
import type { Row } from "../../model/row.ts";
import { Stop } from "../../model/stop.ts";
import type { Context } from "../context.ts";
import { openSyncSource } from "./sync-source.ts";

export interface SampledRow {
  readonly row: Row;
  readonly result: Transformed;
}

export interface SampleOptions {
  readonly limit: number;
  /** Only the rows that give this key. */
  readonly key: string | undefined;
  /** What `$now()` answers, in milliseconds since the epoch. */
  readonly now: number;
}

/** The first rows of a sync's source and what becomes of them. Throws a Stop when no row has the key asked for. */
export async function sampleRows(
  context: Context,
  project: Project,
  sync: CompiledSync,
  { limit, key, now }: SampleOptions,
): Promise<readonly SampledRow[]> {
  const source = await openSyncSource(context, project, sync);
  const shown: SampledRow[] = [];
  const { signal } = new AbortController();
  // Whoever looks for a key may have to read everything.
  for await (const rows of source.read(key === undefined ? { signal, limit } : { signal })) {
    // Without a key to look for, no more rows are transformed than are shown.
    const some = key === undefined ? rows.slice(0, limit - shown.length) : rows;
    const results = await sync.transform(some, now);
    results.forEach((result, index) => {
      const row = some[index];
      if (row === undefined || shown.length >= limit) return;
      if (key === undefined || keyOf(result) === key) shown.push({ row, result });
    });
    if (shown.length >= limit) break;
  }
  if (shown.length === 0 && key !== undefined) {
    throw new Stop("name-unknown", "No row of the source has that key.", {
      fix: `The key of ${sync.name} is ${sync.key ?? "not mapped"}; keys are compared exactly.`,
    });
  }
  return shown;
}

function keyOf(result: Transformed): string | null {
  return result.kind === "record" ? result.record.key : result.rejection.key;
}
