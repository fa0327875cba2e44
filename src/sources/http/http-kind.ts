import type { ColumnTypes } from "../../model/expression.ts";
import type { SampleRows, SampleSource, SourceKind, SourceSettings } from "../../model/source-kind.ts";
import { allTexts, nothingKnown } from "../formats/text-columns.ts";
import { credentialHint } from "./credential-hint.ts";
import { goesOut } from "./goes-out.ts";
import { sampleApi } from "./sample-api.ts";
import type { HttpSettings } from "./settings.ts";

export const httpKind: SourceKind = {
  kind: "http",
  title: "HTTP",
  hint: "a JSON API, page by page",
  open: async () => (await import("./http-source.ts")).httpSource,
  columnsCost: "a-read",
  hasFixedColumns: false,
  isAllText: false,
  columnTypes,
  files: {},
  expressions,
  goesOut,
  credentialHint,
  snippet: { description: "Rows of a JSON API", settings: { url: "https://$1", records: "$2" } },
  scaffold: {
    sample,
    shared: (samples) => new Map([["sample-api.mjs", sampleApi(samples)]]),
    environment: `# Where your API is; until then node sample-api.mjs stands in for it.
# API_URL=https://api.example.com
`,
    next: ["  node sample-api.mjs &          # stands in for your API"],
  },
};

function columnTypes(settings: SourceSettings): ColumnTypes {
  const { format } = settings as Partial<HttpSettings>;
  return format === "csv" ? allTexts : nothingKnown;
}

/** Over a page's body. */
function* expressions(settings: SourceSettings): Iterable<readonly [readonly string[], string]> {
  const { records, pagination, total, poll } = settings as Partial<HttpSettings>;
  const texts: readonly (readonly [readonly string[], string | undefined])[] = [
    [["records"], records],
    [["pagination", "page", "more"], pagination?.page?.more],
    [["pagination", "offset", "more"], pagination?.offset?.more],
    [["pagination", "link", "more"], pagination?.link?.more],
    [["pagination", "cursor", "next"], pagination?.cursor?.next],
    [["pagination", "nextUrl", "next"], pagination?.nextUrl?.next],
    [["total"], total],
    [["poll", "statusUrl"], poll?.statusUrl],
    [["poll", "until"], poll?.until],
    [["poll", "failed"], poll?.failed],
    [["poll", "url"], poll?.url],
  ];
  for (const [path, text] of texts) if (text !== undefined) yield [path, text];
}

function sample({ name }: SampleRows): SampleSource {
  return {
    lines: [
      "  http:                                 # node sample-api.mjs stands in for your API",
      `    url: \${API_URL:-http://127.0.0.1:4020}/${name}`,
      "    records: data                       # JSONata: the list within an answer",
      "    pagination: { cursor: { param: cursor, next: next } }",
    ],
    files: new Map(),
  };
}
