import type { ServerResponse } from "node:http";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Stop } from "../../../src/model/stop.ts";
import { runs } from "../../support/effort.ts";
import { type ApiServer, json, serve } from "./api-server.ts";
import { dataOf, httpOf, readAll, stopOf } from "./http-of.ts";

/** What a server does for a page past the last one. */
type Past = "empty" | "nothing" | "last page" | "first page" | 400 | 404 | 416 | 500;

interface Api {
  readonly style: "page" | "offset";
  /** Records in all. */
  readonly count: number;
  /** Records that the server gives at most a page. */
  readonly cap: number;
  readonly past: Past;
  /** What `meta.total` holds: all records, those of the page, or nothing. */
  readonly total?: "all" | "page";
}

const idsUpTo = (count: number): readonly number[] => Array.from({ length: count }, (_, id) => id);

async function serveApi({ style, count, cap, past, total }: Api): Promise<ApiServer> {
  const ids = idsUpTo(count);
  return serve(({ query }, response) => {
    const size = Math.min(cap, Number(query.get("limit") ?? cap));
    const at = Number(query.get(style));
    const last = Math.max(0, Math.ceil(count / size) - 1) * size;
    let from = style === "page" ? (at - 1) * size : at;
    if (from >= count && from > 0) {
      if (typeof past === "number") return response.writeHead(past).end('{"detail":"Invalid page."}');
      if (past === "nothing") return response.writeHead(204).end();
      if (past !== "empty") from = past === "last page" ? last : 0;
    }
    const items = ids.slice(from, from + size).map((id) => ({ id }));
    const told = total === "all" ? count : total === "page" ? items.length : null;
    return json(response, { items, meta: { total: told } });
  });
}

function sourceOf({ url }: ApiServer, { style, total }: Api, size: number | undefined) {
  const turning = { param: style, ...(size === undefined ? {} : { size, sizeParam: "limit" }) };
  return httpOf({
    url,
    records: "items",
    pagination: { [style]: turning },
    ...(total === undefined ? {} : { total: "meta.total" }),
  });
}

describe("pages that are shorter than asked for are read to their end", () => {
  test.each([
    ["page", 65, 32, 100],
    ["page", 251, 125, 1000],
    ["page", 7, 3, 50],
    ["page", 21, 7, undefined],
    ["offset", 250, 33, 100],
    ["offset", 90, 30, 1000],
    ["offset", 5, 1, 2],
  ] as const)("by %s: %i records, %i a page where %s are asked for", async (style, count, cap, size) => {
    const api = { style, count, cap, past: "empty" } as const;
    const source = sourceOf(await serveApi(api), api, size);
    expect((await readAll(source)).map(({ data }) => data["id"])).toEqual(idsUpTo(count));
    if (size !== undefined) expect(source.warnings.join()).toContain(`gives ${cap} records a page`);
  });

  test("though each of them has another length, because the server hides some records", async () => {
    const lengths = [10, 7, 9, 1, 10, 3];
    const { url } = await serve(({ query }, response) => {
      const page = Number(query.get("page"));
      json(
        response,
        Array.from({ length: lengths[page - 1] ?? 0 }, (_, index) => ({ page, index })),
      );
    });
    const source = httpOf({ url, pagination: { page: { param: "page", size: 10 } } });
    expect(await readAll(source)).toHaveLength(40);
  });
});

describe("past the last page", () => {
  const read = async (api: Api, size = 3) => {
    const server = await serveApi(api);
    const source = sourceOf(server, api, size);
    const rows = await readAll(source);
    return { count: rows.length, asked: server.requests.length, warnings: source.warnings.join() };
  };

  test.each<[Past]>([["empty"], ["nothing"], ["last page"], ["first page"], [400], [404], [416], [500]])(
    "nothing is asked for where `total` says that all have come (%s)",
    async (past) => {
      for (const style of ["page", "offset"] as const) {
        const api = { style, count: 9, cap: 3, past, total: "all" } as const;
        expect(await read(api)).toEqual({ count: 9, asked: 3, warnings: "" });
      }
    },
  );

  test.each<[Past]>([["empty"], ["nothing"], ["last page"], ["first page"], [400], [404], [416]])(
    "one more page makes sure that `total` does not count the first page alone (%s)",
    async (past) => {
      const api = { style: "page", count: 3, cap: 3, past, total: "all" } as const;
      expect(await read(api)).toEqual({ count: 3, asked: 2, warnings: "" });
    },
  );

  test.each<[Past]>([["last page"], [400], [404], [416]])(
    "after a full page %s is the end, and the user is told that nothing else says so",
    async (past) => {
      const { count, asked, warnings } = await read({ style: "page", count: 9, cap: 3, past });
      expect([count, asked]).toEqual([9, 4]);
      expect(warnings).toMatch(/^The read ended after 9 records, because page 4 of .* set `total` or `more`/);
    },
  );

  test.each<[Past]>([["empty"], ["nothing"], ["last page"], [404], [416]])(
    "after a short page %s is the end without a word",
    async (past) => {
      expect(await read({ style: "page", count: 8, cap: 3, past })).toEqual({
        count: 8,
        asked: 4,
        warnings: "",
      });
    },
  );

  test.each<[Past, number, RegExp, RegExp]>([
    [400, 8, /page 4 of .* \(400\).* It came after 8 records/, /Set `total` or `more`/],
    ["first page", 9, /^Page 4 repeats page 1 of /, /documentation/],
    ["first page", 8, /^Page 4 repeats page 1 of /, /documentation/],
    ["last page", 3, /^Page 2 repeats page 1 of /, /remove `pagination`/],
    ["last page", 2, /^Page 2 repeats page 1 of /, /set `total`/],
    [500, 9, /^Page 4 of .* answered 500 5 times/, /trouble/],
  ])("%s after %i records may be anything, and is an error", async (past, count, message, hint) => {
    const api = { style: "page", count, cap: 3, past } as const;
    const stop = await stopOf(sourceOf(await serveApi(api), api, 3));
    expect(stop.kind).toBe("environment");
    expect(stop.message).toMatch(message);
    expect(stop.reason.fix).toMatch(hint);
  });

  test.each([403, 410, 422])("a status such as %i is never the end", async (status) => {
    const { url } = await serve(({ query }, response) =>
      query.get("page") === "1" ? json(response, [{ id: 1 }, { id: 2 }]) : response.writeHead(status).end(),
    );
    const stop = await stopOf(httpOf({ url, pagination: { page: { param: "page", size: 2 } } }));
    expect(stop.message).toMatch(/page 2 of/);
  });

  test("a page that the server itself announces is not missing for good reasons", async () => {
    const named: readonly (readonly [object, (response: ServerResponse) => void])[] = [
      [{ total: "t" }, (response) => json(response, { items: [{ id: 1 }], t: 9 })],
      [{ more: "has_more" }, (response) => json(response, { items: [{ id: 1 }], has_more: true })],
      [{}, (response) => json(response, { items: [{ id: 1 }] }, { link: '</x>; rel="next"' })],
    ];
    for (const [{ more, ...top }, answer] of named as readonly (readonly [
      { readonly more?: string; readonly total?: string },
      (response: ServerResponse) => void,
    ])[]) {
      const { url } = await serve(({ query }, response) =>
        query.get("page") === "1" ? answer(response) : response.writeHead(404).end(),
      );
      const page = { param: "page", size: 1, ...(more === undefined ? {} : { more }) };
      const stop = await stopOf(httpOf({ url, records: "items", ...top, pagination: { page } }));
      expect(stop.message).toMatch(/does not know page 2 of .*\(404\).* It came after 1 record\./);
      expect(stop.reason.fix).toContain("says that this page exists");
    }
  });

  test("a total that counts the page alone is found out, and never taken for the end", async () => {
    for (const past of ["empty", "last page", 404] as const) {
      const api = { style: "page", count: 9, cap: 3, past, total: "page" } as const;
      const stop = await stopOf(sourceOf(await serveApi(api), api, 3));
      expect(stop.message).toContain("says that there are 3 records, and its 2 pages held 6");
      expect(stop.reason.fix).toContain("`total` counts something else");
    }
  });

  test("[S24] every server is read whole or is an error, whatever it caps, tells and does at its end", async () => {
    const pasts: readonly Past[] = ["empty", "nothing", "last page", "first page", 400, 404, 416];
    const api = fc.record({
      style: fc.constantFrom("page" as const, "offset" as const),
      count: fc.nat(40),
      cap: fc.integer({ min: 1, max: 12 }),
      past: fc.constantFrom(...pasts),
      total: fc.constantFrom(undefined, "all" as const, "page" as const),
    });
    const size = fc.constantFrom(undefined, 1, 4, 5, 10, 100);
    await fc.assert(
      fc.asyncProperty(api, size, async ({ total, ...rest }, asked) => {
        const server = { ...rest, ...(total === undefined ? {} : { total }) };
        const outcome: unknown = await serveApi(server)
          .then((at) => dataOf(sourceOf(at, server, asked)))
          .catch((error: unknown) => error);
        if (Array.isArray(outcome)) expect(outcome.map(({ id }) => id)).toEqual(idsUpTo(server.count));
        else expect(outcome).toBeInstanceOf(Stop);
        // Where the server says what there is, or answers past the end in the plainest way, it is read.
        if (total === "all" || (total === undefined && server.past === "empty")) {
          expect(outcome).toBeInstanceOf(Array);
        }
      }),
      { numRuns: runs(60) },
    );
  });
});

describe("`more` decides alone", () => {
  const pages = (held: readonly number[], more: (page: number) => unknown) =>
    serve(({ query }, response) => {
      const page = Number(query.get("p"));
      const items = Array.from({ length: held[page - 1] ?? 0 }, (_, id) => ({ id: `${page}-${id}` }));
      json(response, { items, has_more: more(page) });
    });
  const sourceAt = (url: string) =>
    httpOf({ url, records: "items", pagination: { page: { param: "p", size: 5, more: "has_more" } } });

  test.each([
    ["short pages", [2, 3, 1], 6],
    ["an empty page amid the data", [5, 0, 2], 7],
    ["a full page at the end", [5, 5], 10],
    ["no records", [0], 0],
  ])("over %s", async (_name, held, count) => {
    const { url, requests } = await pages(held, (page) => page < held.length);
    expect(await readAll(sourceAt(url))).toHaveLength(count);
    expect(requests).toHaveLength(held.length);
  });

  test.each([
    ["nothing", undefined],
    ["text", "yes"],
    ["a number", 1],
  ])("and is an error where it finds %s", async (_name, value) => {
    const { url } = await pages([5, 5], () => value);
    expect((await stopOf(sourceAt(url))).message).toMatch(
      /^What `more` finds in page 1 of .* is neither true nor false/,
    );
  });
});

describe("[S24] one guard of progress for every style", () => {
  type Answer = (page: number, response: ServerResponse) => void;
  const styles: readonly (readonly [string, object, (items: readonly object[]) => Answer])[] = [
    [
      "link",
      { link: {} },
      (items) => (page, response) => json(response, { items }, { link: `</x?n=${page + 1}>; rel="next"` }),
    ],
    [
      "nextUrl",
      { nextUrl: { next: "next" } },
      (items) => (page, response) => json(response, { items, next: `?n=${page + 1}` }),
    ],
    [
      "cursor",
      { cursor: { param: "n", next: "next" } },
      (items) => (page, response) => json(response, { items, next: page + 1 }),
    ],
    [
      "page",
      { page: { param: "n", more: "more" } },
      (items) => (_page, response) => json(response, { items, more: true }),
    ],
  ];

  test.each(styles)("%s: three empty pages in a row end the read", async (_style, pagination, answer) => {
    const { url, requests } = await serve(({ query }, response) => {
      const page = Number(query.get("n") ?? 1);
      answer(page <= 2 ? [{ id: page }] : [])(page, response);
    });
    const stop = await stopOf(httpOf({ url, records: "items", pagination }));
    expect(stop.message).toMatch(/^Pages 3 to 5 of http.* brought no new record/);
    expect(stop.reason.fix).toContain("`maxEmptyPages`");
    expect(requests).toHaveLength(5);
  });

  test.each(styles.slice(0, 3))(
    "%s: so do three pages whose records have all come before, in whatever order",
    async (_style, pagination, answer) => {
      const { url, requests } = await serve(({ query }, response) => {
        const page = Number(query.get("n") ?? 1);
        const ids = [1, 2, 3, 4];
        answer([...ids.slice(page % 4), ...ids.slice(0, page % 4)].map((id) => ({ id })))(page, response);
      });
      const stop = await stopOf(httpOf({ url, records: "items", pagination }));
      expect(stop.message).toMatch(/^Pages 2 to 4 of http.* brought no new record/);
      expect(requests).toHaveLength(4);
    },
  );

  test.each(styles)("%s: empty pages amid the data are none of it", async (_style, pagination, answer) => {
    const { url } = await serve(({ query }, response) => {
      const page = Number(query.get("n") ?? 1);
      if (page < 8) return answer(page % 3 === 1 ? [{ id: page }] : [])(page, response);
      return json(response, { items: [{ id: 8 }], more: false });
    });
    const rows = await dataOf(httpOf({ url, records: "items", pagination }));
    expect(rows).toEqual([{ id: 1 }, { id: 4 }, { id: 7 }, { id: 8 }]);
  });

  test("more empty pages are allowed where the definition says so", async () => {
    const { url } = await serve(({ query }, response) => {
      const page = Number(query.get("n") ?? 1);
      json(response, { items: page === 12 ? [{ id: 1 }] : [], next: page < 12 ? page + 1 : null });
    });
    const settings = { url, records: "items", pagination: { cursor: { param: "n", next: "next" } } };
    expect(await readAll(httpOf({ ...settings, maxEmptyPages: 12 }))).toHaveLength(1);
    expect((await stopOf(httpOf({ ...settings, maxEmptyPages: 11 }))).message).toMatch(/^Pages 1 to 11 /);
  });

  test("an empty page is the end at once where `total` says that all have come", async () => {
    const { url, requests } = await serve(({ query }, response) => {
      const page = Number(query.get("n") ?? 1);
      json(response, { items: page < 3 ? [{ id: page }] : [], t: 2, next: page + 1 });
    });
    const pagination = { cursor: { param: "n", next: "next" } };
    expect(await readAll(httpOf({ url, records: "items", total: "t", pagination }))).toHaveLength(2);
    expect(requests).toHaveLength(3);
  });

  test("a page that a cursor leads to and that is not there is an error", async () => {
    for (const status of [400, 404, 410]) {
      const { url } = await serve(({ query }, response) =>
        query.has("n") ? response.writeHead(status).end() : json(response, { items: [{ id: 1 }], next: "x" }),
      );
      const pagination = { cursor: { param: "n", next: "next" } };
      expect((await stopOf(httpOf({ url, records: "items", pagination }))).message).toContain(`(${status})`);
    }
  });
});

describe("a scroll token", () => {
  test.each([
    [
      "in the query",
      (query: URLSearchParams) => query.get("scroll"),
      { cursor: { param: "scroll", next: "token" } },
    ],
    [
      "in the address",
      (query: URLSearchParams) => query.get("t"),
      { nextUrl: { next: '"/scroll?t=" & token' } },
    ],
    ["in a Link header", (query: URLSearchParams) => query.get("t"), { link: {} }],
  ])(
    "%s stays the same while the records differ, and ends with an empty page",
    async (_name, tokenOf, pagination) => {
      let scrolled = 0;
      const { url, requests } = await serve(({ query }, response) => {
        if (tokenOf(query) !== null && tokenOf(query) !== "s1") return response.writeHead(400).end();
        const items = [{ id: scrolled }, { id: scrolled + 1 }].filter(({ id }) => id < 9);
        scrolled += 2;
        return json(response, { items, token: "s1" }, { link: '</scroll?t=s1>; rel="next"' });
      });
      const rows = await dataOf(httpOf({ url, records: "items", pagination }));
      expect(rows).toEqual(idsUpTo(9).map((id) => ({ id })));
      expect(requests).toHaveLength(6);
    },
  );
});

describe("a Link header", () => {
  test("with rel='next' in single quotes leads on", async () => {
    const { url } = await serve(({ query }, response) => {
      const page = Number(query.get("page") ?? 1);
      json(
        response,
        [{ page }],
        page < 4 ? { link: `</a?page=${page + 1}>; rel='next', </a>; rel='first'` } : {},
      );
    });
    expect(await readAll(httpOf({ url, pagination: { link: {} } }))).toHaveLength(4);
  });

  test('with results="false" ends the data, though it names a page', async () => {
    const { url, requests } = await serve(({ query }, response) => {
      const page = Number(query.get("page") ?? 1);
      const next = `</a?page=${page + 1}>; rel="next"; results="${page < 3}"; cursor="0:${page}:0"`;
      json(response, [{ page }], { link: `</a>; rel="previous"; results="false", ${next}` });
    });
    expect(await readAll(httpOf({ url, pagination: { link: {} } }))).toHaveLength(3);
    expect(requests).toHaveLength(3);
  });

  test.each([['</a?page=2>; rel="next'], ["/a?page=2; rel=next"], ['</a?page=2>; "next"']])(
    "that cannot be read is an error, not the end: %s",
    async (link) => {
      const { url } = await serve((_request, response) => json(response, [{ id: 1 }], { link }));
      const stop = await stopOf(httpOf({ url, pagination: { link: {} } }));
      expect(stop.message).toMatch(/^The Link header of page 1 of .* cannot be read/);
      // Numbered pages do not depend on it.
      const numbered = httpOf({ url, pagination: { page: { param: "p" } } });
      expect((await stopOf(numbered)).message).toMatch(/^Page 2 repeats page 1/);
    },
  );

  test("that names a page after the last one is checked by `more`", async () => {
    const { url, requests } = await serve(({ query }, response) => {
      const page = Number(query.get("page") ?? 1);
      json(response, page < 3 ? [{ page }] : [], { link: `</a?page=${page + 1}>; rel="next"` });
    });
    expect(await readAll(httpOf({ url, pagination: { link: { more: "$count($) > 0" } } }))).toHaveLength(2);
    expect(requests).toHaveLength(3);
  });
});
