import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PageTarget } from "../../../src/sources/http/pagination/page.ts";
import { placeParam } from "../../../src/sources/http/pagination/place-param.ts";
import { json, serve } from "./api-server.ts";
import { httpOf, stopOf } from "./http-of.ts";

const target = (body: PageTarget["body"]): PageTarget => ({
  method: "POST",
  url: new URL("http://api.example.com/x?a=1"),
  body,
});

describe("a parameter in the body of a POST", () => {
  test.each([
    [{ a: 1 }, "page", 2, { a: 1, page: 2 }],
    [{ page: 1, a: 1 }, "page", 2, { page: 2, a: 1 }],
    [undefined, "paging.page", 2, { paging: { page: 2 } }],
    [{ variables: null }, "variables.after", "c", { variables: { after: "c" } }],
    [{ variables: { first: 5 } }, "variables.after", "c", { variables: { first: 5, after: "c" } }],
    [{ q: [{ from: 0 }, { from: 0 }] }, "q.1.from", 7, { q: [{ from: 0 }, { from: 7 }] }],
    [{}, "search_after", [3, "x"], { search_after: [3, "x"] }],
    [{}, "__proto__.polluted", 1, JSON.parse('{"__proto__":{"polluted":1}}')],
  ])("%j with %s = %j is %j", (body, param, value, expected) => {
    const before = JSON.stringify(body);
    const placed = placeParam(target(body), { param, in: "body" }, value);
    expect(JSON.stringify(placed.body)).toBe(JSON.stringify(expected));
    expect(placed.url.href).toBe("http://api.example.com/x?a=1");
    expect(JSON.stringify(body)).toBe(before);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  test("is found again at its path, whatever stood there, and nothing else changes", () => {
    const key = fc.stringMatching(/^[a-z]{1,3}$/);
    const body = fc.dictionary(key, fc.dictionary(key, fc.jsonValue({ maxDepth: 1 })));
    fc.assert(
      fc.property(body, key, key, fc.jsonValue(), (object, outer, inner, value) => {
        const placed = placeParam(
          target(object as PageTarget["body"]),
          { param: `${outer}.${inner}`, in: "body" },
          value as never,
        );
        expect(placed.body).toEqual({ ...object, [outer]: { ...object[outer], [inner]: value } });
      }),
    );
  });

  test.each([
    ["a GET", { method: "GET" }, /a GET request has none/],
    ["a text", { method: "POST", body: "q=1" }, /which is not an object/],
    ["a list", { method: "POST", body: [] }, /which is not an object/],
    ["a step into text", { method: "POST", body: { a: "x" } }, /does not fit `body`/],
    ["a step past a list", { method: "POST", body: { a: [{}] } }, /does not fit `body`/],
  ])("has no room in %s, which is a fault of the definition", async (name, settings, message) => {
    const param = name === "a step past a list" ? "a.1.page" : "a.page";
    const stop = await stopOf(
      httpOf({ url: "http://127.0.0.1:1", ...settings, pagination: { page: { param, in: "body" } } }),
    );
    expect(stop.kind).toBe("definition");
    expect(stop.message).toMatch(message);
  });

  test("may be the cursor of what changed, as a number where it is one", async () => {
    for (const [after, sent] of [
      ["1700000000", 1_699_999_990],
      ["12345678901234567890", "12345678901234567880"],
    ] as const) {
      const { url, requests } = await serve((_request, response) => json(response, []));
      const cursor = { column: "at", param: "filter.since", in: "body", lag: 10 };
      const source = httpOf({ url, method: "POST", cursor });
      for await (const _rows of source.read({ signal: new AbortController().signal, after })) break;
      expect(JSON.parse(requests[0]?.body ?? "")).toEqual({ filter: { since: sent } });
      expect(requests[0]?.headers["content-type"]).toBe("application/json");
    }
  });
});

describe("a GraphQL answer", () => {
  const read = async (answer: object, body: object) => {
    const { url } = await serve((_request, response) => json(response, answer));
    return httpOf({ url, method: "POST", body, records: "data.people" });
  };
  const failed = { data: { people: [{ id: 1 }] }, errors: [{ message: "no field x on y" }] };

  test("with errors is an error, though it has data", async () => {
    const stop = await stopOf(await read(failed, { query: "{ people { id } }" }));
    expect(stop.message).toMatch(/^The query of page 1 of .* failed, at least in part.* no field x on y/);
  });

  test.each([
    ["an empty list of errors", { ...failed, errors: [] }, { query: "{…}" }],
    ["errors of an API that is no GraphQL", failed, { search: "x" }],
  ])("with %s is data", async (_name, answer, body) => {
    const source = await read(answer, body);
    for await (const rows of source.read({ signal: new AbortController().signal }))
      expect(rows).toHaveLength(1);
  });
});
