import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { type ApiServer, type Handler, json, type SeenRequest, serve } from "./api-server.ts";
import { httpOf, readAll } from "./http-of.ts";
import { zipOf } from "./zip-file.ts";

const COUNT = 23;
const SIZE = 5;
const PEOPLE = Array.from({ length: COUNT }, (_, index) => ({
  id: index + 1,
  name: `Person ${index + 1}`,
  meta: { changed: `2026-01-${String(index + 1).padStart(2, "0")}T00:00:00Z` },
}));
type People = readonly (typeof PEOPLE)[number][];

const pageFrom = (at: number): People => PEOPLE.slice(at, at + SIZE);
const csvOf = (people: People): string =>
  `id,name\n${people.map(({ id, name }) => `${id},${name}\n`).join("")}`;

interface Api {
  readonly kind: string;
  /** `other` is a second server, where the API has one. */
  readonly settings: (url: string, other: string) => object;
  readonly answer: (request: SeenRequest, response: ServerResponse, other: string) => void;
  readonly other?: (request: SeenRequest, response: ServerResponse) => void;
  /** Which request fails twice before it is answered. */
  readonly fails: (request: SeenRequest) => boolean;
  /** undefined: all. */
  readonly ids?: readonly number[];
  readonly after?: string;
}

const bodyOf = ({ body }: SeenRequest): Record<string, never> => JSON.parse(body === "" ? "{}" : body);
const deny = (response: ServerResponse, status: number): void => {
  response.writeHead(status).end();
};

/** Kinds of APIs as they are met in the wild, each with the same people. */
const APIS: readonly Api[] = [
  {
    kind: "a search endpoint with the page in the body of a POST",
    settings: (url) => ({
      url,
      method: "POST",
      body: { filter: { active: true }, paging: { sort: "id" } },
      records: "hits",
      pagination: { page: { param: "paging.page", in: "body", size: SIZE, sizeParam: "paging.limit" } },
    }),
    answer: (request, response) => {
      const { filter, paging } = bodyOf(request) as { filter?: object; paging?: Record<string, unknown> };
      if (paging?.["sort"] !== "id" || paging["limit"] !== SIZE || filter === undefined)
        return deny(response, 400);
      return json(response, { hits: pageFrom((Number(paging["page"]) - 1) * SIZE) });
    },
    fails: (request) => request.body.includes('"page":3'),
  },
  {
    kind: "an index with the offset in the body of a POST, in one of several queries",
    settings: (url) => ({
      url,
      method: "POST",
      body: { queries: [{ index: "a" }, { index: "people", from: 0 }] },
      records: "results.hits._source",
      pagination: { offset: { param: "queries.1.from", in: "body", size: SIZE } },
    }),
    answer: (request, response) => {
      const { queries } = bodyOf(request) as { queries?: readonly { from?: number }[] };
      if (queries?.length !== 2) return deny(response, 400);
      const hits = pageFrom(queries[1]?.from ?? -1).map((person) => ({ _source: person }));
      return json(response, { results: [{ hits: [] }, { hits }] });
    },
    fails: (request) => request.body.includes('"from":10'),
  },
  {
    kind: "GraphQL with its cursor in a variable",
    settings: (url) => ({
      url,
      method: "POST",
      body: { query: "query($after:String){…}", variables: { first: SIZE, after: null } },
      records: "data.people.edges.node",
      pagination: {
        cursor: {
          param: "variables.after",
          in: "body",
          next: "data.people.pageInfo.(hasNextPage ? endCursor)",
        },
      },
    }),
    answer: (request, response) => {
      const { variables } = bodyOf(request) as { variables?: { first: number; after: string | null } };
      const at = Number(variables?.after?.slice(1) ?? 0);
      const edges = pageFrom(at).map((node) => ({ node }));
      const pageInfo = { hasNextPage: at + SIZE < COUNT, endCursor: `c${at + SIZE}` };
      json(response, { data: { people: { edges, pageInfo } } });
    },
    fails: (request) => request.body.includes('"c10"'),
  },
  {
    kind: "a search whose cursor is a list",
    settings: (url) => ({
      url,
      method: "POST",
      records: "hits",
      pagination: { cursor: { param: "search_after", in: "body", next: "$count(hits) > 0 ? hits[-1].sort" } },
    }),
    answer: (request, response) => {
      const { search_after: after } = bodyOf(request) as { search_after?: readonly [number, string] };
      json(response, {
        hits: pageFrom(after?.[0] ?? 0).map((person) => ({ ...person, sort: [person.id, "x"] })),
      });
    },
    fails: (request) => request.body.includes("[10,"),
  },
  {
    kind: "an object store with .csv.gz files and no header that says so",
    settings: (url) => ({ url: `${url}/0.csv.gz`, pagination: { link: {} } }),
    answer: ({ url }, response) => {
      const at = Number(/\d+/.exec(url)?.[0]);
      const link = at + SIZE < COUNT ? { link: `<${at + SIZE}.csv.gz>; rel=next` } : {};
      response.writeHead(200, { "content-type": "application/octet-stream", ...link });
      response.end(gzipSync(csvOf(pageFrom(at))));
    },
    fails: ({ url }) => url === "/10.csv.gz",
    ids: PEOPLE.map(({ id }) => id),
  },
  {
    kind: "a reporting API with a zip of one file a page",
    settings: (url) => ({ url, pagination: { page: { param: "p", start: 0 } } }),
    answer: ({ query }, response) => {
      const people = pageFrom(Number(query.get("p")) * SIZE);
      const data = Buffer.from(people.map((person) => `${JSON.stringify(person)}\n`).join(""));
      response.writeHead(200, { "content-type": "application/zip" });
      response.end(zipOf([{ name: "report.ndjson", data }]));
    },
    fails: ({ query }) => query.get("p") === "2",
  },
  {
    kind: "an API that is never ready at once: 202, 409, 425 and 403 with a limit",
    settings: (url) => ({ url, pagination: { offset: { param: "at", size: SIZE } } }),
    answer: moody(),
    fails: ({ query }) => query.get("at") === "10",
  },
  {
    kind: "an API that redirects each page to a file store, which must not see the token",
    settings: (url, other) => ({
      url,
      auth: { bearer: "t0ken" },
      headers: { "x-tenant": "t1" },
      redirects: [new URL(other).host],
      pagination: { page: { param: "p" } },
    }),
    answer: ({ query, headers }, response, other) => {
      if (headers.authorization !== "Bearer t0ken") return deny(response, 401);
      response.writeHead(302, { location: `${other}/files/${query.get("p")}.json?signature=s` }).end();
    },
    other: ({ url, headers, query }, response) => {
      if ("authorization" in headers || "x-tenant" in headers || query.get("signature") !== "s") {
        return deny(response, 400);
      }
      return json(response, pageFrom((Number(/\d+/.exec(url)?.[0]) - 1) * SIZE));
    },
    fails: ({ url }) => url.startsWith("/files/3"),
  },
  {
    kind: "an API with its key in the query, which the next page's address lacks or masks",
    settings: (url) => ({
      url,
      auth: { query: { name: "key", value: "k3y" } },
      query: { api_token: "t0ken" },
      records: "data",
      pagination: { nextUrl: { next: "next" } },
    }),
    answer: ({ query }, response) => {
      if (query.getAll("key").join() !== "k3y" || query.getAll("api_token").join() !== "t0ken") {
        return deny(response, 401);
      }
      const at = Number(query.get("at"));
      const masked = at === 5 ? "&key=***&api_token=***" : "";
      const next = at + SIZE < COUNT ? `?at=${at + SIZE}${masked}` : undefined;
      return json(response, { data: pageFrom(at), next });
    },
    fails: ({ query }) => query.get("at") === "10",
  },
  {
    kind: "a scroll whose token stays the same",
    settings: (url) => ({
      url,
      records: "data",
      pagination: { cursor: { param: "scroll", next: "scroll" } },
    }),
    answer: scroll(),
    fails: ({ query }) => query.has("scroll"),
  },
  {
    kind: "an export that is asked for, polled and downloaded in parts from elsewhere",
    settings: (url, other) => ({
      url: `${url}/exports`,
      method: "POST",
      body: { type: "people" },
      auth: { bearer: "t0ken" },
      poll: {
        statusUrl: '"/exports/" & id',
        until: 'state = "done"',
        failed: 'state = "failed"',
        url: "files.href",
        every: "10s",
      },
      redirects: [new URL(other).host],
    }),
    answer: exporting(),
    other: ({ url, headers }, response) => {
      if ("authorization" in headers) return deny(response, 400);
      response.writeHead(200, { "content-type": "text/csv" });
      return response.end(csvOf(pageFrom(Number(/\d+/.exec(url)?.[0]))));
    },
    fails: ({ url }) => url === "/part-10.csv",
  },
  {
    kind: "a billing API that wraps each record, with one and no wrapper on its last pages",
    settings: (url) => ({
      url,
      records: "list.customer",
      pagination: { cursor: { param: "offset", next: "next_offset" } },
    }),
    answer: ({ query }, response) => {
      const at = Number(query.get("offset"));
      const people =
        at >= COUNT ? [] : at === 22 ? PEOPLE.slice(22) : PEOPLE.slice(at, Math.min(22, at + SIZE));
      const next = at + people.length;
      const list = people.map((customer) => ({ customer, card: {} }));
      json(response, { list, ...(people.length > 0 && { next_offset: String(next) }) });
    },
    fails: ({ query }) => query.get("offset") === "22",
  },
  {
    kind: "a CRM that is asked for changes by a column inside an object, in the body of a search",
    settings: (url) => ({
      url,
      method: "POST",
      body: { filters: [{ property: "changed", operator: "GTE" }] },
      records: "results",
      cursor: { column: "meta.changed", param: "filters.0.value", in: "body", lag: "1d" },
      pagination: { cursor: { param: "after", in: "body", next: "paging.next.after" } },
    }),
    answer: (request, response) => {
      const { filters, after = 0 } = bodyOf(request) as {
        filters?: readonly { value?: string }[];
        after?: number;
      };
      const changed = PEOPLE.filter(({ meta }) => meta.changed >= (filters?.[0]?.value ?? ""));
      const next = after + SIZE < changed.length ? { next: { after: after + SIZE } } : undefined;
      json(response, { results: changed.slice(after, after + SIZE), paging: next });
    },
    fails: (request) => request.body.includes('"after":5'),
    after: "2026-01-09T00:00:00Z",
    ids: PEOPLE.slice(7).map(({ id }) => id),
  },
];

/** Every page is first refused in one of the ways that ask for patience. */
function moody(): Api["answer"] {
  const moods = [
    { status: 202 },
    { status: 409 },
    { status: 425, headers: { "retry-after": "2" } },
    { status: 403, headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "3" } },
    { status: 403, headers: { "retry-after": "4" } },
  ];
  const asked = new Map<string, number>();
  return ({ url, query }, response) => {
    const times = asked.get(url) ?? 0;
    asked.set(url, times + 1);
    const mood = times === 0 ? moods[asked.size % moods.length] : undefined;
    if (mood !== undefined) return response.writeHead(mood.status, mood.headers).end("not yet");
    return json(response, pageFrom(Number(query.get("at"))));
  };
}

function scroll(): Api["answer"] {
  let at = 0;
  return ({ query }, response) => {
    if (query.get("scroll") === null) at = 0;
    json(response, { data: pageFrom(at), scroll: "s1" });
    at += SIZE;
  };
}

function exporting(): Api["answer"] {
  let polls = 0;
  return ({ method, url }, response, other) => {
    if (method === "POST") return response.writeHead(202).end('{"id":7,"state":"queued"}');
    if (url !== "/exports/7") return deny(response, 404);
    polls++;
    if (polls < 4) return json(response, { state: "running" });
    const files = [0, 5, 10, 15, 20].map((at) => ({ href: `${other}/part-${at}.csv` }));
    return json(response, { state: "done", files });
  };
}

describe.each(APIS)("$kind", ({ settings, answer, other, fails, ids, after }) => {
  const start = async (failures: number): Promise<readonly [ApiServer, object]> => {
    let left = failures;
    const flaky =
      (handler: (request: SeenRequest, response: ServerResponse) => void): Handler =>
      (request, response) => {
        if (left === 0 || !fails(request)) return handler(request, response);
        left--;
        if (left % 2 === 0) return void response.writeHead(503).end("busy");
        return void response
          .writeHead(200, { "content-length": "9999" })
          .write("[", () => response.destroy());
      };
    const second = other === undefined ? undefined : await serve(flaky(other));
    const server = await serve(flaky((request, response) => answer(request, response, second?.url ?? "")));
    return [server, settings(server.url, second?.url ?? "")];
  };

  test.each([0, 2])("is read with every record once, though a page fails %i times", async (failures) => {
    const [, api] = await start(failures);
    const rows = await readAll(httpOf(api), after);
    expect(rows.map(({ data }) => Number(data["id"]))).toEqual(ids ?? PEOPLE.map(({ id }) => id));
    expect(rows.map(({ position }) => position.row)).toEqual(rows.map((_, index) => index + 1));
  });

  test("ends with an error where the page fails for good", async () => {
    const [, api] = await start(99);
    await expect(readAll(httpOf(api), after)).rejects.toThrow(/could not be read/);
  });
});
