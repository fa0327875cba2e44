import { describe, expect, test } from "vitest";
import { makeRedact } from "../../../src/model/redact.ts";
import { json, serve } from "./api-server.ts";
import { dataOf, httpOf, readAll, stopOf } from "./http-of.ts";

describe("a request", () => {
  test("carries the query, the headers and a JSON body of the definition", async () => {
    const { url, requests } = await serve((_request, response) => json(response, [{ id: 1 }]));
    const source = httpOf({
      url: `${url}/search?a=1&b=old`,
      method: "POST",
      query: { b: "new & old", c: [true, 2] },
      headers: { "X-Version": "7" },
      body: { filter: { active: true } },
    });
    await readAll(source);
    expect(requests[0]).toMatchObject({
      method: "POST",
      url: "/search?a=1&b=new+%26+old&c=true&c=2",
      body: '{"filter":{"active":true}}',
      headers: {
        "x-version": "7",
        "content-type": "application/json",
        "accept-encoding": "gzip, br, deflate",
      },
    });
  });

  test("sends text as it is, with the content type of the definition", async () => {
    const { url, requests } = await serve((_request, response) => json(response, []));
    await readAll(httpOf({ url, method: "POST", body: "<q/>", headers: { "Content-Type": "text/xml" } }));
    expect(requests[0]).toMatchObject({ body: "<q/>", headers: { "content-type": "text/xml" } });
  });

  test.each([
    ["a # in the address", { url: "https://api.example.com/a?name=x#y" }, /`url` contains a #/],
    [
      "a # in the address of the tokens",
      { auth: { oauth2: { tokenUrl: "https://a.example/t#x", clientId: "a", clientSecret: "b" } } },
      /`auth.oauth2.tokenUrl` contains a #/,
    ],
    ["a scheme in front of a bearer", { auth: { bearer: "Bearer abc" } }, /begins with "Bearer "/],
    ["quotes around a bearer", { auth: { bearer: '"abc"' } }, /is in quotes/],
    ["a colon in a user name", { auth: { basic: { username: "a:b", password: "c" } } }, /contains a colon/],
    ["a blank behind a header", { headers: { "x-a": "1 " } }, /begins or ends with a blank/],
    [
      "a line end in a header",
      { headers: { "x-a": "1\r\nx-b: 2" } },
      /value of `headers.x-a` has a line end/,
    ],
    ["a header's name with a blank", { headers: { "x a": "1" } }, /header's name/],
    ["the header host", { headers: { Host: "evil.example" } }, /The header host cannot be set/],
    ["a length of its own", { headers: { "Content-Length": "3" } }, /content-length cannot be set/],
    [
      "credentials twice",
      { headers: { Authorization: "a" }, auth: { bearer: "b" } },
      /authorization is set twice/,
    ],
    ["a GET with a body", { body: {} }, /A GET request has no body/],
    ["a timeout that is none", { timeout: "soon" }, /`timeout` is not a duration/],
  ])("[C8] with %s is a fault of the definition", async (_name, settings, message) => {
    const stop = await stopOf(httpOf({ url: "http://127.0.0.1:1", ...settings }));
    expect(stop.kind).toBe("definition");
    expect(stop.message).toMatch(message);
    expect(stop.reason.fix).not.toBe("");
  });
});

describe("columns", () => {
  test("are the names in the records of the first page, read with one request", async () => {
    const { url, requests } = await serve(({ query }, response) =>
      json(response, [
        { id: query.get("p"), name: "a" },
        { id: 2, tier: null },
      ]),
    );
    const source = httpOf({
      url,
      rateLimit: { perMinute: 1 },
      pagination: { page: { param: "p", size: 2 } },
    });
    expect(await source.columns?.(new AbortController().signal)).toEqual([
      { name: "id" },
      { name: "name" },
      { name: "tier" },
    ]);
    expect(requests).toHaveLength(1);
    // Nor was a second one waiting for its turn.
    expect(source.clock.sleeps).toEqual([]);
  });
});

test("an abort while a page is awaited ends the read with its reason, at once", async () => {
  const abort = new AbortController();
  const reason = new Error("enough");
  const { url } = await serve(() => abort.abort(reason));
  const read = async (): Promise<void> => {
    for await (const _rows of httpOf({ url }).read({ signal: abort.signal }))
      throw new Error("no row was sent");
  };
  await expect(read()).rejects.toBe(reason);
});

test("an abort while the source waits to try again ends the read, too", async () => {
  const abort = new AbortController();
  const reason = new Error("enough");
  const { url } = await serve((_request, response) => response.writeHead(503).end());
  const clock = { now: () => 0, monotonic: () => 0, sleep: async () => abort.abort(reason) };
  const read = async (): Promise<void> => {
    for await (const _rows of httpOf({ url }, { clock }).read({ signal: abort.signal })) break;
  };
  await expect(read()).rejects.toBe(reason);
});

test("rows of a page come before the failure of the next one", async () => {
  const { url } = await serve(({ query }, response) =>
    query.get("p") === "1" ? json(response, [{ id: 1 }]) : response.writeHead(403).end(),
  );
  const seen: unknown[] = [];
  const read = async (): Promise<void> => {
    const source = httpOf({ url, pagination: { page: { param: "p" } } });
    for await (const rows of source.read({ signal: new AbortController().signal })) {
      await new Promise((done) => setImmediate(done));
      seen.push(...rows.map(({ position }) => position));
    }
  };
  await expect(read()).rejects.toThrow(/page 2 of .*\(403\)/);
  expect(seen).toEqual([{ row: 1, page: 1, index: 0 }]);
});

test("what the project hides is hidden in addresses as well", async () => {
  const { url } = await serve((_request, response) => response.writeHead(404).end());
  const stop = await stopOf(
    httpOf({ url: `${url}/feed/canary-path` }, { redact: makeRedact(["canary-path"]) }),
  );
  expect(stop.message).toContain(`${url}/feed/***`);
});

test("a page of more than a thousand records is cut into arrays, with the index going on", async () => {
  const records = Array.from({ length: 2300 }, (_, id) => ({ id }));
  const { url } = await serve((_request, response) => json(response, records));
  const sizes: number[] = [];
  for await (const rows of httpOf({ url }).read({ signal: new AbortController().signal })) {
    sizes.push(rows.length);
    expect(rows[0]?.position.index).toBe(rows[0]?.data["id"]);
  }
  expect(sizes).toEqual([1000, 1000, 300]);
  expect(await dataOf(httpOf({ url }))).toEqual(records);
});
