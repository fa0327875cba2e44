import { setImmediate as nextTurn } from "node:timers/promises";
import type { Json } from "../../model/json.ts";
import type { Row } from "../../model/row.ts";
import type { Column, ReadOptions } from "../../model/source.ts";
import { changedSince, Watermark } from "./incremental.ts";
import type { Page } from "./page-reader.ts";
import { openPages, type ReadTools } from "./pages.ts";
import { rowData } from "./records.ts";

/**
 * Rows in arrays of 1 to 1,000, page after page; while one page is taken, the next one is fetched. `finished` gets the
 * greatest cursor value when the last row is taken.
 */
export async function* readRows(
  tools: ReadTools,
  { signal, after, limit }: ReadOptions,
  finished: (watermark: string | undefined) => void,
): AsyncGenerator<readonly Row[]> {
  const { cursor } = tools.settings;
  const since = cursor === undefined || after === undefined ? undefined : changedSince(after, cursor);
  const watermark = cursor === undefined ? undefined : new Watermark(cursor);
  const pages = openPages(tools, { since, ahead: limit === undefined, limit }, signal);
  let row = 0;
  try {
    for await (const page of pages) {
      let index = 0;
      for (const records of page.batches) {
        signal.throwIfAborted();
        const rows = records.map((record) => makeRow(record, page, ++row, index++, watermark));
        yield rows;
        // Whoever wants no more rows than these has no use for where the read ends.
        if (limit !== undefined && row >= limit) return;
        // A page is worked off without I/O: signals and timers get their turn in between.
        await nextTurn();
      }
    }
    signal.throwIfAborted();
  } finally {
    await pages.close();
  }
  for (const warning of watermark?.warnings(row) ?? []) tools.context.warn(warning);
  finished(watermark?.greatest);
}

function makeRow(
  record: Json,
  page: Page,
  row: number,
  index: number,
  watermark: Watermark | undefined,
): Row {
  const data = rowData(record, index, page.place);
  watermark?.note(data, page.asOf, () => ({ ...page.place, index }));
  return { position: { row, page: page.place.page, index }, data };
}

/** Records that are asked for their names: the others of a large page are not read for that. */
const NAMED = 1000;

/** The names of the first page's first records, in the order in which they are met. */
export async function columnNames(tools: ReadTools, signal: AbortSignal): Promise<readonly Column[]> {
  const pages = openPages(tools, { since: undefined, ahead: false, limit: NAMED }, signal);
  const names = new Set<string>();
  try {
    for await (const page of pages) {
      let index = 0;
      for (const records of page.batches) {
        for (const record of records) {
          for (const name of Object.keys(rowData(record, index++, page.place))) names.add(name);
        }
      }
      break;
    }
  } finally {
    await pages.close();
  }
  return [...names].map((name) => ({ name }));
}
