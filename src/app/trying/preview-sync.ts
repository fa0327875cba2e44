import type { CompiledSync } from "../../model/compiled-sync.ts";
import { given } from "../../model/given.ts";
import type { PreviewRow, PreviewView } from "../../report/preview/preview-view.ts";
import type { Context } from "../context.ts";
import { loadForRun } from "../load.ts";
import { selectOne } from "../selection.ts";
import { requireVariables } from "../settings.ts";
import { type SampledRow, sampleRows } from "../source/sample-rows.ts";
import { ANY, columnsOf } from "../source/source-columns.ts";
import { expressionPlaces } from "./expression-places.ts";
import { type TraceOptions, traceRow } from "./trace-row.ts";

export interface PreviewOptions {
  readonly limit: number;
  /** Only the rows with this key. */
  readonly key: string | undefined;
  /** Also how each field comes about. */
  readonly trace: boolean;
}

/** Rows of a sync's source and the records that they become. Writes nothing. */
export async function previewSync(
  context: Context,
  name: string,
  { limit, key, trace: isTraced }: PreviewOptions,
): Promise<PreviewView> {
  const project = await loadForRun(context, columnsOf(context, { costs: ANY, only: [name] }));
  const sync = selectOne(project, name);
  requireVariables(sync, project.settings);
  const now = context.clock.now();
  const sampled = await sampleRows(context, project, sync, { limit, key, now });
  const trace = isTraced ? { places: expressionPlaces(project, sync), now } : undefined;
  const rows = await Promise.all(sampled.map((one) => previewRow(sync, one, trace)));
  return { sync: sync.name, object: sync.objectType.name, file: sync.file, rows };
}

async function previewRow(
  sync: CompiledSync,
  { row, result }: SampledRow,
  options: TraceOptions | undefined,
): Promise<PreviewRow> {
  const trace = options === undefined ? undefined : await traceRow(sync, row, result, options);
  return { row, result, ...given({ trace }) };
}
