import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { type Handler, json, serve, serveRaw } from "./api-server.ts";
import { dataOf, httpOf, readAll } from "./http-of.ts";

const CANARY = "canary-s3cret/+value";

describe("credentials", () => {
  test.each([
    [
      "basic",
      { basic: { username: "sync", password: CANARY } },
      { authorization: `Basic ${btoa(`sync:${CANARY}`)}` },
    ],
    [
      "basic with an empty password",
      { basic: { username: "key", password: "" } },
      { authorization: `Basic ${btoa("key:")}` },
    ],
    ["bearer", { bearer: CANARY }, { authorization: `Bearer ${CANARY}` }],
    ["a header", { header: { name: "X-Api-Key", value: CANARY } }, { "x-api-key": CANARY }],
  ])("by %s go with every page", async (_name, auth, headers) => {
    const { url, requests } = await serve(({ query }, response) =>
      json(response, query.get("p") === "1" ? [{ id: 1 }] : []),
    );
    await readAll(httpOf({ url, auth, pagination: { page: { param: "p" } } }));
    expect(requests).toHaveLength(2);
    for (const request of requests) expect(request.headers).toMatchObject(headers);
  });

  test("in the query go with every page, once each", async () => {
    const { url, requests } = await serve(({ query }, response) => {
      const page = Number(query.get("p") ?? 1);
      json(response, [{ page }], page < 3 ? { link: `</x?p=${page + 1}>; rel="next"` } : {});
    });
    const settings = {
      url: `${url}/x?token=a&token=b`,
      query: { "access-token": "c" },
      auth: { query: { name: "appid", value: CANARY } },
      pagination: { link: {} },
    };
    expect(await readAll(httpOf(settings))).toHaveLength(3);
    for (const { query } of requests) {
      expect(query.getAll("appid")).toEqual([CANARY]);
      expect(query.getAll("token")).toEqual(["a", "b"]);
      expect(query.getAll("access-token")).toEqual(["c"]);
    }
  });

  test.each([
    ["the key is not there", "?p=2", ["k"]],
    ["the key is masked", "?p=2&api_key=****", ["k"]],
    ["the key is struck out", "?p=2&api_key=%5BREDACTED%5D", ["k"]],
    ["the key is there", "?p=2&api_key=k", ["k"]],
    ["the server gives a key for this page", "?p=2&api_key=signed-7", ["signed-7"]],
  ])("in the query are those of the definition where %s in the next address", async (_name, next, keys) => {
    const { url, requests } = await serve(({ query }, response) =>
      json(response, { data: [{ id: query.get("p") }], next: query.has("p") ? null : next }),
    );
    const source = httpOf({
      url,
      query: { api_key: "k" },
      records: "data",
      pagination: { nextUrl: { next: "next" } },
    });
    expect(await readAll(source)).toHaveLength(2);
    expect(requests[1]?.query.getAll("api_key")).toEqual(keys);
  });

  test("in the query do not take the place of a page's own token", async () => {
    const { url } = await serve(({ query }, response) => {
      const at = Number(query.get("page_token") ?? 0);
      json(response, { data: [{ at }], next: at < 3 ? `?page_token=${at + 1}` : null });
    });
    const source = httpOf({
      url: `${url}/?page_token=0`,
      records: "data",
      pagination: { nextUrl: { next: "next" } },
    });
    expect(await readAll(source)).toHaveLength(4);
  });

  test("that would cross a network unencrypted are warned about", async () => {
    const source = httpOf({ url: "http://192.0.2.1:9/", auth: { bearer: CANARY }, timeout: "1ms" });
    await expect(readAll(source)).rejects.toThrow();
    expect(source.warnings.join()).toContain("http://192.0.2.1:9 gets credentials over http, unencrypted");
  });
});

describe("OAuth 2.0 client credentials", () => {
  const oauth2 = (url: string) => ({
    oauth2: { tokenUrl: `${url}/token`, clientId: "me:1", clientSecret: CANARY, scope: "a b" },
  });

  /** Gives tokens t1, t2 …; an API beside it takes those that `valid` lets through. */
  const api = (
    valid: (token: string, count: number) => boolean,
    life: object,
    takesForm = false,
  ): Handler => {
    let tokens = 0;
    return (request, response, count) => {
      if (request.url === "/token") {
        const form = new URLSearchParams(request.body);
        const basic = `Basic ${btoa(`me%3A1:${encodeURIComponent(CANARY)}`)}`;
        const known = takesForm
          ? form.get("client_id") === "me:1" &&
            form.get("client_secret") === CANARY &&
            !request.headers.authorization
          : request.headers.authorization === basic;
        if (!known || form.get("grant_type") !== "client_credentials" || form.get("scope") !== "a b") {
          response.writeHead(401).end('{"error":"invalid_client"}');
        } else json(response, { access_token: `token-${++tokens}`, token_type: "bearer", ...life });
      } else if (!valid(String(request.headers.authorization), count)) response.writeHead(401).end();
      else json(response, Number(request.query.get("p")) < 4 ? [{ p: request.query.get("p") }] : []);
    };
  };

  const pages = { pagination: { page: { param: "p" } } };

  test("fetch one token for all pages", async () => {
    const { url, requests } = await serve(api((token) => token === "Bearer token-1", { expires_in: 3600 }));
    expect(await dataOf(httpOf({ url, auth: oauth2(url), ...pages }))).toHaveLength(3);
    expect(requests.filter((request) => request.url === "/token")).toHaveLength(1);
  });

  test("stand in the form where the server refuses Basic authentication", async () => {
    const { url } = await serve(api(() => true, {}, true));
    expect(await dataOf(httpOf({ url, auth: oauth2(url), ...pages }))).toHaveLength(3);
  });

  test("fetch a new token when the old one ends, before it is refused", async () => {
    const { url, requests } = await serve(api(() => true, { expires_in: 100 }));
    await readAll(httpOf({ url, auth: oauth2(url), rateLimit: { perMinute: 1 }, ...pages }));
    // A page a minute: a token of 100 s, less the margin, is good for two pages.
    expect(requests.map((request) => request.headers.authorization?.replace(/Basic.*/, "new"))).toEqual([
      "new",
      "Bearer token-1",
      "Bearer token-1",
      "new",
      "Bearer token-2",
      "Bearer token-2",
    ]);
  });

  test("fetch a new token when the API refuses the old one, once a page", async () => {
    const { url, requests } = await serve(
      api((token, count) => (count < 4 ? token === "Bearer token-1" : token === "Bearer token-2"), {}),
    );
    expect(await dataOf(httpOf({ url, auth: oauth2(url), ...pages }))).toHaveLength(3);
    expect(requests.filter((request) => request.url === "/token")).toHaveLength(2);
    const never = await serve(api(() => false, {}));
    await expect(readAll(httpOf({ url: never.url, auth: oauth2(never.url) }))).rejects.toThrow(/\(401\)/);
    expect(never.requests.map((request) => request.url)).toEqual(["/token", "/", "/token", "/"]);
  });

  test.each([
    ["refuses", 403, '{"error":"no"}', /refused to give the access token from .*\/token \(403\). It says: /],
    ["answers without a token", 200, "{}", /without the access_token/],
    ["answers with HTML", 200, "<html>", /without the access_token/],
    [
      "is in trouble",
      500,
      "",
      /The access token from .*\/token could not be read: the server answered 500 5 times/,
    ],
  ])("that a server %s end the read", async (_name, status, body, message) => {
    const { url } = await serve((_request, response) => response.writeHead(status).end(body));
    await expect(readAll(httpOf({ url, auth: oauth2(url) }))).rejects.toThrow(message);
  });
});

describe("[C2] no error holds a secret", () => {
  const AUTHS = [
    { basic: { username: "sync", password: CANARY } },
    { bearer: CANARY },
    { header: { name: "X-Key", value: CANARY } },
    { query: { name: "q", value: CANARY } },
  ];
  /** Answers that give back what they were asked with, in every way a server might. */
  const ECHOES: readonly (readonly [string, Handler])[] = [400, 401, 403, 404, 429, 500, 302].map(
    (status) => [
      String(status),
      ({ headers, url }, response) => {
        response.writeHead(status, { location: `http://127.0.0.1:9/${encodeURIComponent(url)}` });
        response.end(`${url} ${decodeURIComponent(url)} ${JSON.stringify(headers)}`);
      },
    ],
  );
  const BODIES: readonly (readonly [string, Handler])[] = [
    [
      "HTML",
      ({ headers }, response) =>
        response.writeHead(200, { "content-type": "text/html" }).end(`<b>${inspect(headers)}`),
    ],
    ["half JSON", ({ headers }, response) => json(response, JSON.stringify([headers]).slice(0, -3))],
    [
      "bad JSON",
      ({ headers }, response) => json(response, `[${JSON.stringify(headers)} ${headers.authorization}]`),
    ],
    ["a number too large", ({ headers }, response) => json(response, `[${JSON.stringify(headers)}, 1e400]`)],
    ["a key twice", (_request, response) => json(response, `[{"${CANARY}":1,"${CANARY}":2}]`)],
    [
      "a list of texts",
      ({ headers }, response) => json(response, [headers.authorization ?? headers["x-key"]]),
    ],
  ];

  test.each([...ECHOES, ...BODIES])("though the server answers with it: %s", async (_name, handler) => {
    const { url } = await serve(handler);
    for (const auth of AUTHS) {
      const settings = {
        url: `${url}/v1/users`,
        auth,
        query: { api_key: CANARY },
        headers: { "x-auth-token": CANARY },
      };
      const error: unknown = await readAll(httpOf(settings)).catch((thrown: unknown) => thrown);
      expectNoSecret(error);
    }
  });

  test("nor where the connection breaks amid it", async () => {
    const url = await serveRaw((socket) =>
      socket.end(`HTTP/1.1 200 OK\r\nx: ${CANARY}\r\nbad header ${CANARY}\r\n\r\n`),
    );
    expectNoSecret(
      await readAll(httpOf({ url, auth: { bearer: CANARY } })).catch((thrown: unknown) => thrown),
    );
  });

  test("nor where the secret is no header at all", async () => {
    for (const auth of [
      { bearer: `${CANARY}\r\nx: 1` },
      { header: { name: "x-key", value: `${CANARY}\n` } },
    ]) {
      const error: unknown = await readAll(httpOf({ url: "http://127.0.0.1:1", auth })).catch(
        (thrown: unknown) => thrown,
      );
      expectNoSecret(error);
      expect(inspect(error)).toContain("has a line end");
    }
  });

  function expectNoSecret(error: unknown): void {
    expect(error).toBeInstanceOf(Error);
    const shown = inspect(error, { depth: 20, showHidden: true, maxStringLength: Number.POSITIVE_INFINITY });
    for (const form of [CANARY, encodeURIComponent(CANARY), btoa(CANARY), btoa(`sync:${CANARY}`)]) {
      expect(shown).not.toContain(form);
    }
  }
});
