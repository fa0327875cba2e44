import type { Source, SourceContext } from "../../model/source.ts";
import { columnNames, readRows } from "./read-rows.ts";
import { rateLimitOf } from "./session.ts";
import type { HttpSettings } from "./settings.ts";

/**
 * Records of an HTTP API: JSON, NDJSON or CSV, page by page. A page is read whole before its first row goes out, so a
 * page that breaks is asked for again and no record comes twice. Touches nothing until it is read.
 */
export function httpSource(settings: Readonly<Record<string, unknown>>, context: SourceContext): Source {
  // The schema of the kind was checked when the definition was loaded.
  const http = settings as unknown as HttpSettings;
  const tools = { settings: http, context, limit: rateLimitOf(http) };
  let watermark: string | undefined;
  return {
    read: (options) => {
      watermark = undefined;
      return readRows(tools, options, (greatest) => {
        watermark = greatest;
      });
    },
    watermark: () => watermark,
    columns: (signal) => columnNames(tools, signal),
  };
}
