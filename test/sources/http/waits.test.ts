import { describe, expect, test } from "vitest";
import { askedWait, isQuotaUsedUp } from "../../../src/sources/http/call-quota.ts";
import { json, serve } from "./api-server.ts";
import { dataOf, httpOf, readAll, stopOf } from "./http-of.ts";

const NOW = Date.UTC(2025, 0, 1);

describe("what a server says of its calls", () => {
  test.each<[Record<string, string>, boolean, number | undefined]>([
    [{}, false, undefined],
    [{ "retry-after": "7" }, false, 7000],
    [{ "x-ratelimit-remaining": "3", "x-ratelimit-reset": "9" }, false, undefined],
    [{ "x-ratelimit-remaining": "0" }, true, undefined],
    [{ "x-ratelimit-remaining": "0", "x-ratelimit-reset": "9" }, true, 9000],
    [{ "x-ratelimit-remaining": " 0 ", "x-ratelimit-reset": "0.5" }, true, 500],
    [{ "x-rate-limit-remaining": "0", "x-rate-limit-reset": String(NOW / 1000 + 20) }, true, 20_000],
    [{ "ratelimit-remaining": "0", "ratelimit-reset": String(NOW + 1500) }, true, 1500],
    [{ "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(NOW / 1000 - 20) }, true, 0],
    [{ "x-ratelimit-remaining": "0", "x-ratelimit-reset": "soon" }, true, undefined],
    [{ "x-ratelimit-remaining": "0", "x-ratelimit-reset": "9", "retry-after": "4" }, true, 4000],
    [{ ratelimit: "limit=100, remaining=0, reset=50" }, true, 50_000],
    [{ ratelimit: '"default";r=0;t=30' }, true, 30_000],
    [{ ratelimit: '"default";r=10;t=30' }, false, undefined],
    [{ ratelimit: "limit=100, remaining=05, reset=50" }, false, undefined],
  ])("%j: no call left %s, a wait of %s ms", (headers, isUsedUp, wait) => {
    expect(isQuotaUsedUp(headers)).toBe(isUsedUp);
    expect(askedWait(headers, NOW)).toBe(wait);
  });

  test("is measured by the server's own clock", () => {
    const headers = {
      date: "Wed, 01 Jan 2025 12:00:00 GMT",
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset": String(Date.UTC(2025, 0, 1, 12, 0, 40) / 1000),
    };
    expect(askedWait(headers, NOW)).toBe(40_000);
  });
});

describe("a server that asks for patience", () => {
  test.each<[number, Record<string, string>, number]>([
    [202, {}, 1000],
    [202, { "retry-after": "20" }, 20_500],
    [409, {}, 1000],
    [425, { "retry-after": "3" }, 3500],
    [403, { "retry-after": "1" }, 2000],
    [403, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "60" }, 61_000],
    [429, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "60" }, 61_000],
  ])("with %i and %j is asked again after %i ms", async (status, headers, slept) => {
    const { url } = await serve((_request, response, count) =>
      count === 1 ? response.writeHead(status, headers).end("not yet") : json(response, [{ id: 1 }]),
    );
    const source = httpOf({ url });
    expect(await dataOf(source)).toEqual([{ id: 1 }]);
    expect(source.clock.sleeps).toEqual([slept]);
  });

  test.each([202, 409, 425])(
    "with %i is waited for as long as `wait` says, and not longer",
    async (status) => {
      const { url, requests } = await serve((_request, response) => response.writeHead(status).end());
      const source = httpOf({ url, wait: "2m" });
      const stop = await stopOf(source);
      expect(stop.message).toMatch(
        /^Page 1 of .* could not be read: the server is still not ready after 120 s/,
      );
      expect(stop.reason.fix).toContain("`poll`");
      expect(source.clock.monotonic()).toBeGreaterThanOrEqual(120_000);
      expect(source.clock.monotonic()).toBeLessThan(150_000);
      expect(requests.length).toBeGreaterThan(5);
      expect(source.warnings.join()).toMatch(
        /^The server is not ready for page 1 of .* Waiting up to 120 s\.$/,
      );
    },
  );

  test("more often than five times is read all the same", async () => {
    const { url } = await serve((_request, response, count) =>
      count <= 9 ? response.writeHead(403, { "retry-after": "2" }).end() : json(response, [{ id: 1 }]),
    );
    expect(await readAll(httpOf({ url }))).toHaveLength(1);
  });

  test("for longer than `wait` ends the read at once", async () => {
    const headers = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "3000" };
    const { url, requests } = await serve((_request, response) => response.writeHead(403, headers).end());
    const stop = await stopOf(httpOf({ url }));
    expect(stop.message).toContain("asks to wait 3000 s");
    expect(stop.reason.fix).toContain("raise `wait` (now 300 s)");
    expect(requests).toHaveLength(1);
    const patient = httpOf({ url, wait: "1h" });
    expect((await stopOf(patient)).message).toContain("asks to wait 3000 s");
    expect(patient.clock.monotonic()).toBeGreaterThan(3_000_000);
  });

  test("is not what a plain 403 does", async () => {
    const { url, requests } = await serve((_request, response) =>
      response.writeHead(403, { "x-ratelimit-remaining": "12" }).end(),
    );
    expect((await stopOf(httpOf({ url }))).message).toContain("may not read");
    expect(requests).toHaveLength(1);
  });

  test("with a 403 that says no more is told so after five times", async () => {
    const { url } = await serve((_request, response) =>
      response.writeHead(403, { "x-ratelimit-remaining": "0" }).end(),
    );
    const stop = await stopOf(httpOf({ url }));
    expect(stop.message).toContain("answered 403 5 times");
    expect(stop.reason.fix).toContain("rateLimit");
  });
});
