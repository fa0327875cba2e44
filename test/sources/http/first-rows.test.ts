import type { ServerResponse } from "node:http";
import { createGzip } from "node:zlib";
import { expect, test } from "vitest";
import type { Row } from "../../../src/model/row.ts";
import { runMain } from "../../support/cli.ts";
import { makeProject } from "../../support/project.ts";
import { json, serve } from "./api-server.ts";
import { httpOf, readAll } from "./http-of.ts";

/** What a server has of a body that never ends, and how much of it was taken before the reader hung up. */
interface Endless {
  readonly type: string;
  readonly start: string;
  readonly record: (index: number) => string;
  readonly packed?: true;
}

function send(response: ServerResponse, { type, start, record, packed }: Endless): () => number {
  response.writeHead(200, { "content-type": type, ...(packed && { "content-encoding": "gzip" }) });
  const gzip = packed ? createGzip() : undefined;
  gzip?.pipe(response);
  const sink = gzip ?? response;
  let bytes = 0;
  let index = 0;
  const write = (text: string): boolean => {
    bytes += text.length;
    return sink.write(text);
  };
  const more = (): void => {
    if (response.destroyed) return;
    let goesOn = true;
    while (goesOn) goesOn = write(record(index++));
    sink.once("drain", more);
  };
  write(start);
  more();
  return () => bytes;
}

async function firstRows(settings: object, limit: number): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const { signal } = new AbortController();
  for await (const some of httpOf(settings).read({ signal, limit })) rows.push(...some);
  return rows;
}

const OBJECT = (index: number) => `${index === 0 ? "" : ","}{"id":${index},"text":"[{\\"}, é"}`;

test.each<[string, Endless, object]>([
  ["a list", { type: "application/json", start: "\ufeff [", record: OBJECT }, {}],
  ["a packed list", { type: "application/json", start: "[", record: OBJECT, packed: true }, {}],
  [
    "a list within the body",
    { type: "application/json", start: '{"meta":{"items":[1,2]},"data":{"items":[', record: OBJECT },
    { records: "data.items", pagination: { cursor: { param: "c", next: "meta.next" } }, total: "meta.total" },
  ],
  ["NDJSON", { type: "application/x-ndjson", start: "\n", record: (index) => `{"id":${index}}\n` }, {}],
  [
    "CSV",
    { type: "text/csv", start: "sep=;\nid;text\n", record: (index) => `${index};"two\nlines; ""é"""\n` },
    { delimiter: ";" },
  ],
])("the first rows of %s without an end are read without the rest", async (_what, endless, settings) => {
  let sent = (): number => 0;
  const { url, requests } = await serve((_request, response) => {
    sent = send(response, endless);
  });
  const rows = await firstRows({ url, ...settings }, 10);
  expect(rows.length).toBeGreaterThanOrEqual(10);
  expect(rows.slice(0, 10).map(({ data }) => String(data["id"]))).toEqual(
    Array.from({ length: 10 }, (_, index) => String(index)),
  );
  expect(requests).toHaveLength(1);
  expect(sent()).toBeLessThan(16 * 1024 * 1024);
});

test("what has no more rows, or an expression that needs the whole body, gives what a whole read gives", async () => {
  const items = [{ id: 1 }, { id: 2 }, { id: 3 }];
  const { url } = await serve(({ query }, response) =>
    json(response, {
      data: query.get("c") === "2" ? [{ id: 4 }] : items,
      next: query.get("c") === null ? 2 : null,
    }),
  );
  const settings = { url, records: "data", pagination: { cursor: { param: "c", next: "next" } } };
  for (const records of ["data", "[data[id > 0]]", "$append([], data)", "[$.data]"]) {
    for (const limit of [1, 2, 3, 4, 100]) {
      const rows = await firstRows({ ...settings, records }, limit);
      const whole = await readAll(httpOf({ ...settings, records }));
      expect(rows.slice(0, limit)).toEqual(whole.slice(0, limit));
    }
  }
});

test("a page that fails is asked for again, and its rows come once", async () => {
  const { url, requests } = await serve((_request, response, count) => {
    if (count === 1) response.writeHead(503).end();
    else if (count === 2) {
      response.writeHead(200, { "content-type": "application/json", "content-length": "9999" });
      response.write('[{"id":1},{"i');
      response.destroy();
    } else json(response, [{ id: 1 }, { id: 2 }, { id: 3 }]);
  });
  expect((await firstRows({ url }, 2)).slice(0, 2).map(({ data }) => data["id"])).toEqual([1, 2]);
  expect(requests).toHaveLength(3);
});

test("preview of ten rows reads no more of a large list than these need", async () => {
  const sent: (() => number)[] = [];
  const { url } = await serve((_request, response) => {
    const bytes = send(response, { type: "application/json", start: "[", record: OBJECT });
    sent.push(bytes);
  });
  const dir = await makeProject({
    "syncs/companies.yaml": `version: 1
source: { http: { url: "${url}" } }
target: { object: Company }
mode: upsert
key: externalId
fields:
  externalId: $string(id)
  name: text
`,
  });
  const { code, stdout } = await runMain(["preview", "companies", "--limit", "10", "--format", "json"], {
    dir,
  });
  expect(code).toBe(0);
  expect(JSON.parse(stdout).rows).toHaveLength(10);
  for (const bytes of sent) expect(bytes()).toBeLessThan(16 * 1024 * 1024);
});
