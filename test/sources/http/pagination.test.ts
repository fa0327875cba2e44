import type { ServerResponse } from "node:http";
import { describe, expect, test } from "vitest";
import { type ApiServer, json, type SeenRequest, serve } from "./api-server.ts";
import { dataOf, httpOf, readAll, stopOf } from "./http-of.ts";

const TOTAL = 10_000;
const SIZE = 250;
const RECORDS = Array.from({ length: TOTAL }, (_, id) => ({ id, name: `Person ${id}` }));

/** What the server knows of one page. */
interface Asked {
  readonly from: number;
  readonly query: URLSearchParams;
  readonly response: ServerResponse;
  readonly slice: typeof RECORDS;
  readonly more: boolean;
}

const STYLES: readonly {
  readonly style: string;
  readonly settings: object;
  readonly from: (query: URLSearchParams) => number;
  readonly answer: (asked: Asked) => void;
}[] = [
  {
    style: "page",
    settings: { pagination: { page: { param: "page", start: 1, size: SIZE, sizeParam: "per_page" } } },
    from: (query) => (Number(query.get("page")) - 1) * Number(query.get("per_page")),
    answer: ({ response, slice }) => json(response, slice),
  },
  {
    style: "offset",
    settings: {
      pagination: { offset: { param: "offset", size: SIZE, sizeParam: "limit" } },
      records: "items",
    },
    from: (query) => Number(query.get("offset")),
    answer: ({ response, slice }) => json(response, { items: slice }),
  },
  {
    style: "cursor",
    settings: { pagination: { cursor: { param: "cursor", next: "meta.next_cursor" } }, records: "data" },
    from: (query) => Number((query.get("cursor") ?? "c0").slice(1)),
    answer: ({ from, response, slice, more }) =>
      json(response, { data: slice, meta: { next_cursor: more ? `c${from + SIZE}` : null } }),
  },
  {
    style: "link",
    settings: { pagination: { link: {} } },
    from: (query) => Number(query.get("from")),
    answer: ({ from, response, slice, more }) =>
      json(response, slice, {
        link: `</x?from=0>; rel="first"${more ? `, </x?from=${from + SIZE}>; rel="next"` : ""}`,
      }),
  },
  {
    style: "nextUrl",
    settings: { pagination: { nextUrl: { next: "links.next" } }, records: "data" },
    from: (query) => Number(query.get("from")),
    answer: ({ from, response, slice, more }) =>
      json(response, { data: slice, links: more ? { next: `?from=${from + SIZE}` } : {} }),
  },
];

describe.each(STYLES)("pagination by $style", ({ settings, from, answer }) => {
  const serveStyle = (failures: number, start: number): Promise<ApiServer> => {
    let left = failures;
    return serve(({ query }, response) => {
      const at = from(query);
      if (at === start && left > 0) {
        left--;
        if (left % 2 === 0) response.writeHead(503).end("busy");
        else response.writeHead(200, { "content-length": "9999" }).write("[", () => response.destroy());
        return;
      }
      const slice = RECORDS.slice(at, at + SIZE);
      answer({ from: at, query, response, slice, more: at + SIZE < TOTAL });
    });
  };

  test("reads ten thousand records once each, though a page fails twice", async () => {
    const { url, requests } = await serveStyle(2, 5 * SIZE);
    const source = httpOf({ url, ...settings });
    const rows = await readAll(source);
    expect(rows.map(({ data }) => data["id"])).toEqual(RECORDS.map(({ id }) => id));
    expect(rows[SIZE * 7 + 3]?.position).toEqual({ row: SIZE * 7 + 4, page: 8, index: 3 });
    expect(source.clock.sleeps).toHaveLength(2);
    expect(requests.length - 2 - TOTAL / SIZE).toBeLessThanOrEqual(1);
  });

  test("stops with the page's number when it fails for good", async () => {
    const { url } = await serveStyle(99, 5 * SIZE);
    const stop = await stopOf(httpOf({ url, ...settings }));
    expect(stop.kind).toBe("environment");
    expect(stop.message).toMatch(/^Page 6 of http:\/\/127\.0\.0\.1:\d+\/x? ?/);
  });

  test("[S29] fetches one page ahead, and no more", async () => {
    const { url, requests } = await serveStyle(0, 0);
    const { signal } = new AbortController();
    for await (const _rows of httpOf({ url, ...settings }).read({ signal })) {
      await new Promise((done) => setImmediate(done));
      if (requests.length > 2) throw new Error("more than one page ahead");
      break;
    }
    expect(requests.length).toBeLessThanOrEqual(2);
  });
});

describe("[S24] pages by number", () => {
  test("end with an empty page, whether the one before was full or not", async () => {
    const pages = [[{ id: 1 }, { id: 2 }, { id: 3 }], [{ id: 4 }]];
    const answer = ({ query }: SeenRequest, response: ServerResponse): void =>
      json(response, pages[Number(query.get("p"))] ?? []);
    const sized = await serve(answer);
    expect(
      await dataOf(httpOf({ url: sized.url, pagination: { page: { param: "p", start: 0, size: 3 } } })),
    ).toEqual(pages.flat());
    expect(sized.requests).toHaveLength(3);
    const unsized = await serve(answer);
    expect(
      await dataOf(httpOf({ url: unsized.url, pagination: { page: { param: "p", start: 0 } } })),
    ).toEqual(pages.flat());
    expect(unsized.requests).toHaveLength(3);
  });

  test.each(["page", "offset"])(
    "by %s lose nothing on a server that caps its pages below the size",
    async (style) => {
      const { url } = await serve(({ query }, response) => {
        const from = style === "page" ? (Number(query.get("page")) - 1) * 100 : Number(query.get("offset"));
        json(response, RECORDS.slice(0, 450).slice(from, from + 100));
      });
      const source = httpOf({
        url,
        pagination: { [style]: { param: style, size: 1000, sizeParam: "limit" } },
      });
      expect(await readAll(source)).toHaveLength(450);
      expect(source.warnings.join()).toMatch(/gives 100 records a page .* `size` says 1000/);
    },
  );

  test("take a 404 behind a short first page for its end", async () => {
    const { url } = await serve(({ query }, response) => {
      if (query.get("page") === "1") json(response, RECORDS.slice(0, 10));
      else response.writeHead(404).end();
    });
    const source = httpOf({ url, pagination: { page: { param: "page", size: 100 } } });
    expect(await readAll(source)).toHaveLength(10);
    expect(source.warnings).toEqual([]);
  });

  test("go on behind a short page whose Link header names another one", async () => {
    const { url } = await serve(({ query }, response) => {
      const page = Number(query.get("page"));
      json(response, [{ id: page }], page < 4 ? { link: `<${page + 1}>; rel=next` } : {});
    });
    expect(await readAll(httpOf({ url, pagination: { page: { param: "page", size: 3 } } }))).toHaveLength(4);
  });

  test("stop where the server gives page 1 for ever, naming both pages", async () => {
    const { url, requests } = await serve((_request, response, count) =>
      json(response, { at: count, items: [{ id: 1 }, { id: 2 }] }),
    );
    const source = httpOf({ url, records: "items", pagination: { page: { param: "page", size: 2 } } });
    expect((await stopOf(source)).message).toMatch(/^Page 2 repeats page 1 of /);
    expect(requests).toHaveLength(2);
  });

  test("stop at the most pages that a read may have", async () => {
    const { url } = await serve((_request, response, count) => json(response, [{ id: count }]));
    const source = httpOf({ url, maxPages: 5, pagination: { page: { param: "page" } } });
    expect((await stopOf(source)).message).toContain("has more pages than the 5");
  });
});

describe("[S24] pages by cursor or address", () => {
  test.each([
    ["cursor", { cursor: { param: "c", next: "next" } }, ["a", "b", "c", "a"], "page 1 named already", 4],
    ["nextUrl", { nextUrl: { next: "next" } }, ["?p=2", "?p=3", "?p=2"], "page 1 named already", 3],
    ["nextUrl to the first page", { nextUrl: { next: "next" } }, ["?p=2", "/"], "page 1 itself", 2],
  ])("stop where a %s comes again, naming both pages", async (_name, pagination, ways, first, last) => {
    const { url } = await serve((_request, response, count) =>
      json(response, { data: [{ id: count }], next: ways[count - 1] }),
    );
    const stop = await stopOf(httpOf({ url, records: "data", pagination }));
    expect(stop.message).toContain(`page ${last} of`);
    expect(stop.message).toContain(first);
  });

  test.each([
    ["a body", { nextUrl: { next: "next" } }],
    ["a Link header", { link: {} }],
  ])("never leave the origin by %s, and send nothing there", async (_name, pagination) => {
    const other = await serve((_request, response) => json(response, []));
    const { url } = await serve((_request, response) =>
      json(response, { next: `${other.url}/steal`, data: [] }, { link: `<${other.url}/steal>; rel="next"` }),
    );
    const stop = await stopOf(
      httpOf({ url, records: "data", pagination, auth: { bearer: "canary-token-1" } }),
    );
    expect(stop.message).toContain("at another origin");
    expect(other.requests).toEqual([]);
  });

  test.each([
    ["a list", []],
    ["an object", {}],
    ["true", true],
  ])("stop where what `next` finds is %s", async (kind, next) => {
    const { url } = await serve((_request, response) => json(response, { data: [], next }));
    const stop = await stopOf(
      httpOf({ url, records: "data", pagination: { cursor: { param: "c", next: "next" } } }),
    );
    expect(stop.message).toContain(`is ${kind}, and should be text`);
  });

  test("go on behind an empty page that has a cursor, and take a number for one", async () => {
    const { url, requests } = await serve(({ query }, response) => {
      const at = Number(query.get("c") ?? 0);
      json(response, { data: at === 1 ? [] : [{ at }], next: at < 3 ? at + 1 : null });
    });
    const source = httpOf({ url, records: "data", pagination: { cursor: { param: "c", next: "next" } } });
    expect(await dataOf(source)).toEqual([{ at: 0 }, { at: 2 }, { at: 3 }]);
    expect(requests.map(({ url: asked }) => asked)).toEqual(["/", "/?c=1", "/?c=2", "/?c=3"]);
  });

  test("ends with an answer without content", async () => {
    const { url } = await serve(({ query }, response) => {
      if (query.get("c") === null) json(response, { data: [{ id: 1 }], next: "x" });
      else response.writeHead(204).end();
    });
    const source = httpOf({ url, records: "data", pagination: { cursor: { param: "c", next: "next" } } });
    expect(await dataOf(source)).toEqual([{ id: 1 }]);
  });
});

describe("the total that a server tells", () => {
  const paged = async (totals: readonly unknown[], held: readonly number[]): Promise<string> => {
    const { url } = await serve(({ query }, response) => {
      const page = Number(query.get("page")) - 1;
      const items = Array.from({ length: held[page] ?? 0 }, (_, index) => ({ id: `${page} ${index}` }));
      json(response, { items, meta: { total: totals[page] } });
    });
    return url;
  };
  const sourceOf = (url: string) =>
    httpOf({
      url,
      records: "items",
      total: "meta.total",
      pagination: { page: { param: "page", size: 3 } },
    });

  test.each([
    [[7, 7, 7], [3, 3, 1], 7],
    [["7", null, 7], [3, 3, 1], 7],
    [[6, 7, 7], [3, 3, 1], 7],
    [[0], [0], 0],
  ])("of %j is that of pages with %j", async (totals, held, rows) => {
    expect(await readAll(sourceOf(await paged(totals, held)))).toHaveLength(rows);
  });

  test.each([
    [[9, 9, 9], [3, 2], "says that there are 9 records, and its 2 pages held 5.", /Records are missing/],
    [[2], [1], "says that there are 2 records, and its only page held 1.", /Records are missing/],
    [[4, 4], [3, 2], "says that there are 4 records, and its 2 pages held 5.", /Records came twice/],
    [[9, 8], [3, 3], "fell from 9 on page 1 to 8 on page 2", /page by a cursor/],
    [[], [2], "What `total` finds on every page", /remove `total`/],
    [[1.5], [2], "What `total` finds in page 1", /meta\.total/],
    [["many"], [2], "is no number of records", /meta\.total/],
  ])("of %j is not that of pages with %j", async (totals, held, message, hint) => {
    const stop = await stopOf(sourceOf(await paged(totals, held)));
    expect(stop.message).toContain(message);
    expect(stop.reason.fix).toMatch(hint);
  });
});
