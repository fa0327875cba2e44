import { describe, expect, test } from "vitest";
import { type Handler, json, serve } from "./api-server.ts";
import { dataOf, httpOf, readAll, stopOf } from "./http-of.ts";

const ROWS = [{ id: 1 }, { id: 2 }];
const DONE = { until: 'status = "done"', url: "href" };

/** An export that is done at the third question. `start` answers the request that asks for it. */
function exports(start: Handler, status: (asked: number) => object, data: unknown = ROWS): Handler {
  let asked = 0;
  return (request, response, count) => {
    if (request.method === "POST") return start(request, response, count);
    if (request.url.startsWith("/jobs/")) return json(response, status(++asked));
    return json(response, data);
  };
}

const running = (asked: number): object =>
  asked < 3 ? { status: "running" } : { status: "done", href: "/files/1.json" };

describe("an export", () => {
  test("is asked for once, polled at its Location, and downloaded with the same credentials", async () => {
    const { url, requests } = await serve(
      exports((_request, response) => response.writeHead(202, { location: "/jobs/7" }).end(), running),
    );
    const source = httpOf({
      url: `${url}/exports`,
      method: "POST",
      body: { type: "people" },
      auth: { bearer: "t0ken" },
      poll: DONE,
    });
    expect(await dataOf(source)).toEqual(ROWS);
    expect(requests.map((request) => `${request.method} ${request.url}`)).toEqual([
      "POST /exports",
      "GET /jobs/7",
      "GET /jobs/7",
      "GET /jobs/7",
      "GET /files/1.json",
    ]);
    expect(requests.map(({ headers }) => headers.authorization)).toEqual(Array(5).fill("Bearer t0ken"));
    expect(requests.map(({ headers }) => headers["content-type"])).toEqual([
      "application/json",
      ...Array(4).fill(undefined),
    ]);
    expect(source.clock.sleeps).toEqual([5000, 5000, 5000]);
  });

  test("that is done at once is not polled, and its data may come with the answer", async () => {
    const { url, requests } = await serve((_request, response) => json(response, { rows: ROWS }));
    const settings = { url, method: "POST", body: {}, records: "rows" };
    expect(await dataOf(httpOf({ ...settings, poll: {} }))).toEqual(ROWS);
    expect(await dataOf(httpOf({ ...settings, poll: { until: "$exists(rows)" } }))).toEqual(ROWS);
    expect(requests).toHaveLength(2);
  });

  test("of which the status alone tells is done when it is no longer a 202, and may be CSV", async () => {
    const { url, requests } = await serve(({ method }, response, count) => {
      if (method === "POST") response.writeHead(202, { location: "/x", "retry-after": "30" }).end();
      else if (count < 4) response.writeHead(202).end("working on it");
      else response.writeHead(200, { "content-type": "text/csv" }).end("id\n1\n");
    });
    const source = httpOf({ url, method: "POST", body: "go", poll: { failed: "failed", every: "10s" } });
    expect(await dataOf(source)).toEqual([{ id: "1" }]);
    expect(requests).toHaveLength(4);
    expect(source.clock.sleeps).toEqual([30_000, 10_000, 10_000]);
  });

  test("that a GET asks for is asked for again at the same address, in pages in the end", async () => {
    const { url } = await serve(({ url: asked, query }, response, count) => {
      if (asked === "/report?key=k")
        json(response, count < 3 ? { ready: false } : { ready: true, at: "/rows" });
      else if (query.get("key") !== "k") response.writeHead(401).end();
      else json(response, query.get("page") === "1" ? ROWS : []);
    });
    const source = httpOf({
      url: `${url}/report`,
      auth: { query: { name: "key", value: "k" } },
      poll: { until: "ready", url: "at" },
      pagination: { page: { param: "page", size: 2 } },
    });
    expect(await dataOf(source)).toEqual(ROWS);
  });

  test.each([
    ["none", [], []],
    ["several", ["/files/1", "/files/2"], [...ROWS, ...ROWS]],
  ])("in %s of several parts", async (_name, href, expected) => {
    const { url } = await serve(
      exports(
        (_request, response) => json(response, { id: 3 }),
        () => ({ status: "done", href }),
      ),
    );
    const poll = { ...DONE, statusUrl: '"/jobs/" & id' };
    expect(await dataOf(httpOf({ url, method: "POST", poll }))).toEqual(expected);
  });

  test.each<[string, object, Handler, RegExp]>([
    [
      "fails",
      { failed: 'status = "failed"' },
      exports(
        (_r, response) => json(response, { status: "queued" }, { location: "/jobs/1" }),
        () => ({ status: "failed", why: "quota" }),
      ),
      /^The export at .*\/jobs\/1 has failed. It begins: {"status":"failed","why":"quota"}/,
    ],
    [
      "is never done",
      { within: "60s" },
      exports(
        (_r, response) => json(response, { status: "queued" }, { location: "/jobs/1" }),
        () => ({ status: "queued" }),
      ),
      /^The export at .*\/jobs\/1 was not done after 60 s/,
    ],
    [
      "does not say where its state is",
      {},
      (_request, response) => json(response, { status: "queued" }),
      /does not say where to ask how far it is/,
    ],
    [
      "has no address",
      {},
      (_request, response) => json(response, { status: "done" }),
      /^What `poll.url` finds in the answer of .* is not an address/,
    ],
    [
      "leads elsewhere",
      {},
      (_request, response) =>
        json(response, { status: "done", href: "https://files.example.com/x?sig=canary" }),
      /is an address at another host: files.example.com/,
    ],
    [
      "asks at a machine's own credentials",
      {},
      (_request, response) => json(response, { status: "done", href: "http://169.254.169.254/latest" }),
      /is an address at another host/,
    ],
    [
      "answers with HTML",
      {},
      (_request, response) => response.writeHead(200).end("<html>Log in"),
      /is not valid JSON/,
    ],
    [
      "does not answer yes or no",
      { until: "status" },
      (_request, response) => json(response, { status: "done" }),
      /^What `poll.until` finds in the answer of .* is neither true nor false/,
    ],
    [
      "is refused",
      {},
      (_request, response) => response.writeHead(422).end("no"),
      /to the export at .* \(422\)/,
    ],
  ])("that %s is an error", async (_name, poll, handler, message) => {
    const { url } = await serve(handler);
    const stop = await stopOf(httpOf({ url, method: "POST", body: {}, poll: { ...DONE, ...poll } }));
    expect(stop.kind).toBe("environment");
    expect(stop.message).toMatch(message);
    expect(stop.message + stop.reason.fix).not.toContain("canary");
    expect(stop.reason.fix).not.toBe("");
  });

  test("in parts cannot be paged as well", async () => {
    const { url } = await serve((_request, response) =>
      json(response, { status: "done", href: ["/a", "/b"] }),
    );
    const stop = await stopOf(httpOf({ url, poll: DONE, pagination: { link: {} } }));
    expect(stop.kind).toBe("definition");
  });

  test("ends with the signal while it is waited for", async () => {
    const abort = new AbortController();
    const reason = new Error("enough");
    const { url } = await serve((_request, response) => json(response, { status: "queued" }));
    const clock = { now: () => 0, monotonic: () => 0, sleep: async () => abort.abort(reason) };
    const read = async (): Promise<void> => {
      for await (const _rows of httpOf({ url, poll: DONE }, { clock }).read({ signal: abort.signal })) break;
    };
    await expect(read()).rejects.toBe(reason);
  });

  test("keeps to the rate limit", async () => {
    const { url } = await serve(
      exports((_request, response) => json(response, { status: "queued" }, { location: "/jobs/1" }), running),
    );
    const source = httpOf({ url, method: "POST", body: {}, poll: DONE, rateLimit: { perMinute: 2 } });
    expect(await readAll(source)).toHaveLength(2);
    expect(source.clock.monotonic()).toBeGreaterThan(120_000);
  });
});
