import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareCursors, cursorKind, cursorMinusLag } from "../../../src/sources/http/cursor-value.ts";
import { json, serve } from "./api-server.ts";
import { dataOf, httpOf, readAll, stopOf } from "./http-of.ts";

const CURSOR = { column: "updated_at", param: "since" };

async function watermarkOf(values: readonly unknown[]): Promise<string | undefined> {
  const { url } = await serve((_request, response) =>
    json(
      response,
      `[${values.map((value) => `{"updated_at":${typeof value === "bigint" ? value : JSON.stringify(value)}}`).join()}]`,
    ),
  );
  const source = httpOf({ url, cursor: CURSOR });
  await readAll(source);
  return source.watermark?.();
}

describe("the watermark", () => {
  test.each([
    [
      "instants, whatever their zone",
      ["2024-05-01T10:00:00+02:00", "2024-05-01T08:30:00Z", "2024-05-01T09:00:00+01:00"],
      "2024-05-01T08:30:00Z",
    ],
    [
      "microseconds",
      ["2024-05-01T10:00:00.000002Z", "2024-05-01T10:00:00.00001Z", "2024-05-01T10:00:00Z"],
      "2024-05-01T10:00:00.00001Z",
    ],
    ["times without a zone", ["2024-05-01 10:00:00", "2024-05-01T11:00"], "2024-05-01T11:00"],
    ["dates", ["2024-05-01", "2023-12-31"], "2024-05-01"],
    ["numbers", [9, 10, 8.5], "10"],
    [
      "whole numbers beyond what JavaScript holds",
      [12345678901234567890n, 12345678901234567891n, 9],
      "12345678901234567891",
    ],
    ["numbers written as text", ["9", "10"], "10"],
    ["other text", ["v9", "v10"], "v9"],
    ["text, though some of it looks like more", ["v9", "2024-05-01", "zz", "10"], "zz"],
    ["values, where some are missing", [null, "2024-05-01", ""], "2024-05-01"],
    ["nothing", [null], undefined],
  ])("is the greatest of %s", async (_name, values, greatest) => {
    expect(await watermarkOf(values)).toBe(greatest);
  });

  test.each([
    ["a timestamp and text", ["2024-05-01", "never"]],
    ["a timestamp with a zone and one without", ["2024-05-01T10:00:00Z", "2024-05-01T10:00:00"]],
    ["a number and a timestamp", [5, "2024-05-01"]],
    ["an object", [{ a: 1 }]],
    ["true", [true]],
  ])("stops at values that cannot be compared: %s", async (_name, values) => {
    const { url } = await serve((_request, response) =>
      json(
        response,
        values.map((updated_at) => ({ updated_at })),
      ),
    );
    const { message } = await stopOf(httpOf({ url, cursor: CURSOR }));
    expect(message).toMatch(
      /^The cursor column updated_at does not hold one kind of value: page 1, index \d/,
    );
  });

  test("is there only when the read is done, and forgotten by the next one", async () => {
    const { url } = await serve((_request, response, count) =>
      count === 1 ? json(response, [{ updated_at: 5 }]) : json(response, []),
    );
    const source = httpOf({ url, cursor: CURSOR });
    for await (const _rows of source.read({ signal: new AbortController().signal })) {
      expect(source.watermark?.()).toBeUndefined();
    }
    expect(source.watermark?.()).toBe("5");
    await readAll(source);
    expect(source.watermark?.()).toBeUndefined();
  });

  test("says once how many records have no value", async () => {
    const { url } = await serve((_request, response) =>
      json(response, [{ updated_at: 5 }, { updated_at: null }, {}]),
    );
    const source = httpOf({ url, cursor: CURSOR });
    await readAll(source);
    expect(source.warnings).toHaveLength(1);
    expect(source.warnings[0]).toMatch(/^2 of 3 records have no value in the cursor column updated_at/);
  });
});

describe("a cursor column inside an object", () => {
  const read = async (records: readonly object[]) => {
    const { url, requests } = await serve((_request, response) => json(response, records));
    const source = httpOf({ url, cursor: { column: "meta.changed.at", param: "since" } });
    await readAll(source, "2024-01-01");
    return {
      watermark: source.watermark?.(),
      since: requests[0]?.query.get("since"),
      warnings: source.warnings,
    };
  };

  test.each([
    [
      "is found at its path",
      [{ meta: { changed: { at: "2024-05-02" } } }, { meta: { changed: { at: "2024-05-01" } } }],
      "2024-05-02",
    ],
    [
      "may be missing at any step",
      [{ meta: null }, {}, { meta: { changed: [] } }, { meta: { changed: { at: "2024-05-01" } } }],
      "2024-05-01",
    ],
    [
      "is not the name with dots, where a record has that",
      [{ "meta.changed.at": "2024-05-03", meta: { changed: { at: "2024-05-04" } } }],
      "2024-05-03",
    ],
  ])("%s", async (_name, records, greatest) => {
    const { watermark, since, warnings } = await read(records);
    expect(watermark).toBe(greatest);
    expect(since).toBe("2024-01-01");
    const missing = records.filter((record) => !JSON.stringify(record).includes('"2024')).length;
    expect(warnings.join()).toMatch(
      missing === 0 ? /^$/ : new RegExp(`^${missing} of ${records.length} records`),
    );
  });
});

describe("[S15] a time behind the server's own is no watermark, and is told where clocks do not explain it:", () => {
  const DATE = "Tue, 05 Mar 2024 10:00:00 GMT";
  test.each([
    ["2024-03-05T10:00:00.5Z", true, false],
    ["2024-03-05T10:01:00Z", false, false],
    ["2024-03-05T10:06:00Z", false, true],
    ["2099-01-01", false, true],
    ["2024-03-05T23:30:00", true, false],
    ["2024-03-06T01:00:00", false, true],
  ])("%s", async (value, counts, isTold) => {
    const early = /Z$/.test(value) ? "2024-03-01T00:00:00Z" : "2024-03-01T00:00:00";
    const { url } = await serve((_request, response) =>
      json(response, [{ updated_at: early }, { updated_at: value }], { date: DATE }),
    );
    const source = httpOf({ url, cursor: CURSOR });
    await readAll(source);
    expect(source.watermark?.()).toBe(counts ? value : early);
    expect(source.warnings.join()).toMatch(isTold ? /^1 of 2 records have a time in the future/ : /^$/);
  });
});

describe("reading from a watermark on", () => {
  test("asks for it on every page, and takes equal values again", async () => {
    const { url, requests } = await serve(({ query }, response) =>
      json(response, query.get("p") === "1" ? [{ updated_at: "2024-05-01" }] : []),
    );
    const source = httpOf({
      url,
      query: { since: "x", a: [1, 2] },
      cursor: CURSOR,
      pagination: { page: { param: "p" } },
    });
    expect(await dataOf(source, "2024-05-01")).toHaveLength(1);
    expect(requests.map(({ url: asked }) => asked)).toEqual([
      "/?since=2024-05-01&a=1&a=2&p=1",
      "/?since=2024-05-01&a=1&a=2&p=2",
    ]);
  });

  test.each([
    ["2024-05-01T00:02:00Z", "5m", "2024-04-30T23:57:00Z"],
    ["2024-05-01T00:02:00.123456+02:00", "90s", "2024-04-30T22:00:30.123456Z"],
    ["2024-05-01 00:02:00", "1d", "2024-04-30T00:02:00"],
    ["2024-05-01", "2d", "2024-04-29"],
    ["2024-05-01", "5m", "2024-04-30"],
    ["1700000000", 300, "1699999700"],
    ["12345678901234567890", 1, "12345678901234567889"],
    ["0000-01-01T00:02:00Z", "5m", "0000-01-01T00:00:00Z"],
    ["0000-01-02", "999999d", "0000-01-01"],
    ["-12345678901234567890", 9, "-12345678901234567899"],
    ["v10", undefined, "v10"],
  ])("%s with a lag of %s asks for %s", async (after, lag, since) => {
    const { url, requests } = await serve((_request, response) => json(response, []));
    await readAll(httpOf({ url, cursor: { ...CURSOR, ...(lag === undefined ? {} : { lag }) } }), after);
    expect(requests[0]?.query.get("since")).toBe(since);
  });

  test.each([
    ["v10", "5m", /neither timestamps nor whole numbers/],
    ["1700000000", "5m", /is a duration, and the cursor is a number/],
    ["2024-05-01", 5, /is a number, and the cursor is a timestamp/],
  ])("%s with a lag of %s is refused", async (after, lag, message) => {
    const stop = await stopOf(httpOf({ url: "http://127.0.0.1:1", cursor: { ...CURSOR, lag } }), after);
    expect(stop.kind).toBe("definition");
    expect(stop.message).toMatch(message);
  });

  test.each([
    ["numbers", [1, 2], "5m", /is a duration, and the cursor is a number/],
    ["whole numbers as text", ["10", "9"], "1d", /is a duration, and the cursor is a number/],
    ["times", ["2024-05-01T10:00:00Z"], 300, /is a number, and the cursor is a timestamp/],
    ["days", [null, "2024-05-01"], 1, /is a number, and the cursor is a timestamp/],
    ["text", ["v9", "v10"], "5m", /column updated_at: they are neither timestamps nor whole numbers/],
  ])(
    "the first read finds that a lag does not fit %s, and not the second",
    async (_what, values, lag, message) => {
      const { url } = await serve((_request, response) =>
        json(
          response,
          values.map((updated_at) => ({ updated_at })),
        ),
      );
      const stop = await stopOf(httpOf({ url, cursor: { ...CURSOR, lag } }));
      expect(stop.kind).toBe("definition");
      expect(stop.message).toMatch(message);
      expect(await dataOf(httpOf({ url, cursor: { ...CURSOR, lag: 0 } }))).toHaveLength(values.length);
    },
  );

  test("a lag never asks for later than the watermark less the lag", () => {
    const instants = fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true });
    fc.assert(
      fc.property(instants, fc.nat(999_999), fc.integer({ min: 1, max: 1e9 }), (date, micros, lag) => {
        const text = `${date.toISOString().slice(0, 19)}.${String(micros).padStart(6, "0")}Z`;
        const asked = cursorMinusLag(text, lag);
        expect(cursorKind(asked)).toBe("timestamp");
        expect(Date.parse(asked)).toBeLessThanOrEqual(Date.parse(text) - lag);
        expect(compareCursors(asked, text, "timestamp")).toBeLessThan(0);
      }),
    );
  });
});
