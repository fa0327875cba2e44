import { describe, expect, test } from "vitest";
import { json, serve } from "./api-server.ts";
import { dataOf, httpOf, stopOf } from "./http-of.ts";

const data = [{ id: 1 }, { id: 2 }];

/** What servers say where another page follows. */
const ANNOUNCED = [
  ["`meta.next_cursor`", { data, meta: { next_cursor: "abc" } }],
  ["`has_more`", { data, has_more: true }],
  ["`paging.next.after`", { data, paging: { next: { after: "NTI1" } } }],
  ["`@odata.nextLink`", { data, "@odata.nextLink": "/things?$skip=2" }],
  ["`response.pageInfo.hasNextPage`", { data, response: { pageInfo: { hasNextPage: true } } }],
  ["`next_offset`", { data, next_offset: 2 }],
  ["`nextPageToken`", { data, nextPageToken: "t" }],
] as const;

/** What servers say where none does; and what only looks like it. */
const ENDED = [
  { data, meta: { next_cursor: null } },
  { data, has_more: false, next: "" },
  { data, next_offset: -1, paging: { next: {} } },
  { data, nextPageToken: "null", links: { prev: "/x", self: "/y" } },
  { data: [{ id: 1, next: "b", has_more: true }], more: "info" },
] as const;

describe("a read that ends where the server says that another page follows", () => {
  test.each(ANNOUNCED)("and has no `pagination` is told: %s", async (sign, body) => {
    const { url } = await serve((_request, response) => json(response, body));
    const source = httpOf({ url, records: "data" });
    expect(await dataOf(source)).toEqual(data);
    expect(source.warnings).toHaveLength(1);
    expect(source.warnings[0]).toContain(`where ${sign} says that another page follows`);
  });

  test.each(ANNOUNCED)("because `next` looks elsewhere is an error: %s", async (sign, body) => {
    const { url } = await serve((_request, response) => json(response, body));
    for (const pagination of [
      { cursor: { param: "c", next: "mistyped.cursor" } },
      { nextUrl: { next: "mistyped" } },
      { link: {} },
    ]) {
      const stop = await stopOf(httpOf({ url, records: "data", pagination }));
      expect(stop.message).toContain(`finds no next page in page 1 of ${url}/, and ${sign} says`);
    }
  });

  test("is told on a later page, because some servers name a page that is empty", async () => {
    const { url } = await serve((_request, response, count) =>
      json(response, { data: [{ id: count }], next: count < 3 ? count : null, has_more: true }),
    );
    const source = httpOf({ url, records: "data", pagination: { cursor: { param: "c", next: "next" } } });
    expect(await dataOf(source)).toHaveLength(3);
    expect(source.warnings[0]).toContain("`has_more`");
  });

  test("is told of the Link header of a read without pages, whatever its body is", async () => {
    const { url } = await serve((_request, response) =>
      json(response, data, { link: '</x?page=2>; rel="next"' }),
    );
    const source = httpOf({ url });
    expect(await dataOf(source)).toEqual(data);
    expect(source.warnings[0]).toContain("the Link header");
  });
});

describe("nothing is told", () => {
  test.each(ENDED)("where the server names no other page: %j", async (body) => {
    const { url } = await serve((_request, response) => json(response, body));
    for (const pagination of [undefined, { cursor: { param: "c", next: "meta.next_cursor" } }]) {
      const source = httpOf({ url, records: "data", ...(pagination && { pagination }) });
      await dataOf(source);
      expect(source.warnings).toEqual([]);
    }
  });

  test.each([
    [
      "`next` stops at an empty page",
      { pagination: { cursor: { param: "c", next: "$count(data) > 0 ? next" } } },
      { data: [], next: "abc" },
    ],
    [
      "`more` says that the data have ended",
      { pagination: { link: { more: "has_more" } } },
      { data, has_more: false, next: "abc" },
    ],
  ])("where %s", async (_name, settings, body) => {
    const { url } = await serve((_request, response) => json(response, body));
    const source = httpOf({ url, records: "data", ...settings });
    await dataOf(source);
    expect(source.warnings).toEqual([]);
  });
});

describe("an answer of success that tells of an error in place of records", () => {
  test.each([
    { ok: false, error: "ratelimited" },
    { success: false, data: [] },
    { error: { message: "quota" }, data: [] },
    { errors: ["backend timeout"], data: [] },
    { data: null, error: "invalid token" },
  ])("is an error, on the first page as on a later one: %j", async (body) => {
    for (const failing of [1, 2]) {
      const { url } = await serve((_request, response, count) =>
        json(response, count === failing ? body : { data }),
      );
      const settings = { url, records: "data", pagination: { page: { param: "page", size: 2 } } };
      const stop = await stopOf(httpOf(settings));
      expect(stop.message).toContain(`answered page ${failing} of`);
      expect(stop.reason.code).toBe("source-refused");
    }
  });

  test.each([{ ok: true }, { error: null }, { errors: [] }, { error: "" }, { success: true, error: false }])(
    "is none where the server says that all went well: %j",
    async (told) => {
      const { url } = await serve((_request, response) => json(response, { ...told, data: [] }));
      expect(await dataOf(httpOf({ url, records: "data" }))).toEqual([]);
    },
  );
});

test("of a refusal no more is read than its beginning, and its status is the cause", async () => {
  const piece = Buffer.alloc(1 << 20, "x");
  let sent = 0;
  const { url } = await serve((_request, response) => {
    response.writeHead(400, { "content-type": "text/plain" });
    const more = (): void => {
      while (sent++ < 64) if (!response.write(piece)) return void response.once("drain", more);
      response.end();
    };
    more();
  });
  const stop = await stopOf(httpOf({ url, maxBytes: 1 << 22 }));
  expect(stop.message).toContain("(400). The server says: xxx");
  expect(sent).toBeLessThan(64);
});
