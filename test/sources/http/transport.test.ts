import { createServer } from "node:net";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { Stop } from "../../../src/model/stop.ts";
import { listening } from "../../support/listening.ts";
import { json, serve, serveRaw } from "./api-server.ts";
import { dataOf, httpOf, readAll, stopOf } from "./http-of.ts";

const RECORDS = Array.from({ length: 400 }, (_, id) => ({ id, name: `Person ${id}` }));
const BODY = Buffer.from(JSON.stringify(RECORDS));
const LINES = RECORDS.map((record) => `${JSON.stringify(record)}\n`).join("");

function head(headers: string): string {
  return `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n${headers}\r\n`;
}

test("a signal ends the reading while the host takes the connection and does not speak TLS", async () => {
  const silent = createServer();
  const port = await listening(silent);
  const stop = new AbortController();
  silent.once("connection", () => stop.abort(new Stop("interrupted", "Enough.")));
  const rows = httpOf({ url: `https://127.0.0.1:${port}/` }).read({ signal: stop.signal });
  await expect(rows[Symbol.asyncIterator]().next()).rejects.toThrow("Enough.");
});

describe("[S23] a body that is not whole", () => {
  test.each([
    [
      "ends before its length",
      head(`content-length: ${BODY.length}\r\n`),
      BODY.subarray(0, 900),
      /ended before the answer was whole/,
    ],
    [
      "ends between two chunks",
      head("transfer-encoding: chunked\r\n"),
      `5\r\n[{"id\r\n`,
      /ended before the answer was whole/,
    ],
    [
      "is half a gzip",
      head(`content-encoding: gzip\r\ncontent-length: 200\r\n`),
      gzipSync(BODY).subarray(0, 200),
      /the gzip body ends in the middle/,
    ],
    [
      "closes early without a length",
      head("connection: close\r\n"),
      BODY.subarray(0, 900),
      /ends in the middle/,
    ],
    [
      "is a gzip that closes early without a length",
      head("content-encoding: gzip\r\nconnection: close\r\n"),
      gzipSync(BODY).subarray(0, 200),
      /the gzip body ends in the middle/,
    ],
  ])("%s: an error, and no row of it", async (_name, headers, body, message) => {
    const url = await serveRaw((socket) => {
      socket.write(headers);
      socket.end(body);
    });
    const source = httpOf({ url });
    expect((await stopOf(source)).message).toMatch(message);
    expect((await stopOf(source)).message).toContain("age 1 of ");
  });

  test("is not taken for whole where only the closing of the connection ends its lines", async () => {
    const url = await serveRaw((socket) => {
      socket.end(
        `HTTP/1.1 200 OK\r\ncontent-type: application/x-ndjson\r\n\r\n${LINES.slice(0, LINES.indexOf("\n") + 1)}`,
      );
    });
    expect((await stopOf(httpOf({ url }))).message).toContain("It is unclear whether page 1");
  });

  test("is whole without a length where JSON or gzip tell so", async () => {
    const plain = await serveRaw((socket) => socket.end(Buffer.concat([Buffer.from(head("")), BODY])));
    expect(await dataOf(httpOf({ url: plain }))).toEqual(RECORDS);
    const packed = await serveRaw((socket) =>
      socket.end(Buffer.concat([Buffer.from(head("content-encoding: gzip\r\n")), gzipSync(LINES)])),
    );
    expect(await dataOf(httpOf({ url: packed, format: "ndjson" }))).toEqual(RECORDS);
  });

  test("[S25] and drips one byte at a time is ended by the deadline over the whole answer", async () => {
    let connections = 0;
    const url = await serveRaw((socket) => {
      connections++;
      socket.write(head(`content-length: ${BODY.length}\r\n`));
      let at = 0;
      const drip = setInterval(() => socket.write(BODY.subarray(at, ++at)), 5);
      socket.on("close", () => clearInterval(drip));
    });
    expect((await stopOf(httpOf({ url, timeout: "60ms" }))).message).toContain(
      "no whole answer within 0.06 s",
    );
    expect(connections).toBe(5);
  });

  test("and never starts is ended by the deadline, too", async () => {
    const url = await serveRaw(() => undefined);
    expect((await stopOf(httpOf({ url, timeout: "30ms" }))).message).toContain("no whole answer within");
  });
});

describe("a packed body", () => {
  test.each([
    ["gzip", gzipSync],
    ["x-gzip", gzipSync],
    ["br", brotliCompressSync],
    ["deflate", deflateSync],
    ["deflate", deflateRawSync],
    ["identity", (body: Buffer) => body],
    ["deflate, gzip", (body: Buffer) => gzipSync(deflateSync(body))],
  ])("of encoding %s is unpacked", async (encoding, pack) => {
    const { url } = await serve((_request, response) => {
      response.writeHead(200, { "content-type": "application/json", "content-encoding": encoding });
      response.end(pack(BODY));
    });
    expect(await dataOf(httpOf({ url }))).toEqual(RECORDS);
  });

  test.each([
    ["zstd", BODY, /packed in a way that is not known/],
    ["gzip", BODY, /not the gzip its header says/],
  ])("of encoding %s that cannot be unpacked is an error at once", async (encoding, body, message) => {
    const { url, requests } = await serve((_request, response) => {
      response.writeHead(200, { "content-type": "application/json", "content-encoding": encoding }).end(body);
    });
    expect((await stopOf(httpOf({ url }))).message).toMatch(message);
    expect(requests).toHaveLength(1);
  });

  test("[S26] that grows beyond the cap is given up while it is unpacked", async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, " "));
    const { url } = await serve((_request, response) => {
      response.writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" }).end(bomb);
    });
    const before = process.memoryUsage().rss;
    expect((await stopOf(httpOf({ url, maxBytes: 1_000_000 }))).message).toContain(
      "larger than 1000000 bytes",
    );
    expect(process.memoryUsage().rss - before).toBeLessThan(48 * 1024 * 1024);
  });

  test("is capped where it is not packed, too", async () => {
    const { url } = await serve((_request, response) => json(response, RECORDS));
    expect((await stopOf(httpOf({ url, maxBytes: 1000 }))).message).toContain("larger than 1000 bytes");
  });
});

describe("[S22] a server in trouble", () => {
  test("is asked again after the time it asks for", async () => {
    const { url } = await serve((_request, response, count) => {
      if (count === 1) response.writeHead(429, { "retry-after": "30" }).end();
      else if (count < 4) response.writeHead(502).end();
      else json(response, RECORDS);
    });
    const source = httpOf({ url });
    expect(await readAll(source)).toHaveLength(400);
    expect(source.clock.sleeps).toEqual([31_000, 1000, 2000]);
  });

  test("that asks for more than five minutes ends the read", async () => {
    const { url, requests } = await serve((_request, response) =>
      response.writeHead(429, { "retry-after": "86400" }).end(),
    );
    expect((await stopOf(httpOf({ url }))).message).toContain("asks to wait 86400 s");
    expect(requests).toHaveLength(1);
  });

  test.each([
    [429, 5, /answered 429 5 times/, /rateLimit/],
    [503, 5, /answered 503 5 times/, /in trouble/],
    [401, 1, /does not accept the credentials .*\(401\)/, /auth/],
    [403, 1, /may not read .*\(403\)/, /permission/],
    [404, 1, /does not know .*\(404\)/, /path in `url`/],
    [405, 1, /\(405\)/, /method/],
    [206, 1, /\(206\)/, /range/],
    [400, 1, /did not answer with data .*\(400\)/, /documentation/],
  ])(
    "and its status %i: asked %i times, and a message that says what to do",
    async (status, times, message, hint) => {
      const { url, requests } = await serve((_request, response) => response.writeHead(status).end("why"));
      const stop = await stopOf(httpOf({ url }));
      expect(stop.kind).toBe("environment");
      expect(stop.message).toMatch(message);
      expect(stop.message).toContain("age 1 of http://127.0.0.1");
      expect(stop.reason.fix).toMatch(hint);
      expect(requests).toHaveLength(times);
    },
  );

  test("that is not there is named with its error's code", async () => {
    const stop = await stopOf(httpOf({ url: "http://127.0.0.1:1/x" }));
    expect(stop.message).toMatch(
      /^Page 1 of http:\/\/127\.0\.0\.1:1\/x could not be read: the server cannot be reached \(ECONNREFUSED\)/,
    );
  });

  test("never gets more calls than the rate limit allows", async () => {
    const { url } = await serve(({ query }, response) =>
      json(response, Number(query.get("p")) <= 5 ? [{ id: query.get("p") }] : []),
    );
    const source = httpOf({ url, rateLimit: { perMinute: 2 }, pagination: { page: { param: "p" } } });
    await readAll(source);
    expect(source.clock.sleeps).toEqual([60_500, 60_500]);
  });
});

describe("[S22] a redirect", () => {
  test("is followed on the same origin, with the credentials", async () => {
    const { url, requests } = await serve((request, response) => {
      if (request.url === "/a") response.writeHead(301, { location: "/b" }).end();
      else if (request.url === "/b") response.writeHead(308, { location: "c?x=1" }).end();
      else json(response, [{ id: 1 }]);
    });
    expect(await dataOf(httpOf({ url: `${url}/a`, auth: { bearer: "t" } }))).toEqual([{ id: 1 }]);
    expect(requests.map(({ headers }) => headers.authorization)).toEqual(Array(3).fill("Bearer t"));
  });

  test.each([301, 302, 303, 307, 308])(
    "%i to another origin gets nothing, least of all the credentials",
    async (status) => {
      const other = await serve((_request, response) => json(response, []));
      const { url } = await serve((_request, response) =>
        response.writeHead(status, { location: `${other.url}/steal` }).end(),
      );
      const stop = await stopOf(
        httpOf({ url, auth: { bearer: "canary-token-1" }, method: "POST", body: { a: 1 } }),
      );
      expect(stop.message).toContain(`redirects to another origin, at ${other.url}`);
      expect(other.requests).toEqual([]);
    },
  );

  test.each([
    ["without end", "/again", /redirects more than 5 times/],
    ["to nowhere", "http://", /without a usable address/],
    ["to a file", "file:///etc/passwd", /to another origin, at file:/],
  ])("%s is an error", async (_name, location, message) => {
    const { url } = await serve((_request, response) => response.writeHead(302, { location }).end());
    expect((await stopOf(httpOf({ url }))).message).toMatch(message);
  });

  describe("to a host that the definition names", () => {
    const toOther = async (status = 302, answer = (url: string): string => url) => {
      const other = await serve((_request, response) => json(response, [{ id: 1 }]));
      const { url } = await serve((_request, response) =>
        response.writeHead(status, { location: answer(`${other.url}/file?sig=s`) }).end(),
      );
      return { url, other, host: new URL(other.url).host };
    };

    test.each([301, 302, 303, 307, 308])(
      "%i is followed, without a secret and without headers",
      async (status) => {
        const { url, other, host } = await toOther(status);
        const source = httpOf({
          url,
          query: { api_key: "canary-1" },
          headers: { "x-tenant": "canary-2", cookie: "canary-3" },
          auth: { bearer: "canary-4" },
          redirects: ["files.example.com", host],
        });
        expect(await dataOf(source)).toEqual([{ id: 1 }]);
        expect(other.requests).toHaveLength(1);
        expect(JSON.stringify(other.requests)).not.toContain("canary");
        expect(Object.keys(other.requests[0]?.headers ?? {}).toSorted()).toEqual([
          "accept",
          "accept-encoding",
          "connection",
          "host",
          "user-agent",
        ]);
      },
    );

    test.each<[string, object, (host: string) => readonly string[], RegExp]>([
      ["another port is another host", {}, () => ["127.0.0.1"], /redirects to another origin/],
      ["a part of its name is not it", {}, (host) => [host.slice(1)], /redirects to another origin/],
      ["a POST goes nowhere", { method: "POST", body: {} }, (host) => [host], /redirects to another origin/],
    ])("%s", async (_name, settings, hosts, message) => {
      const { url, other, host } = await toOther(307);
      const stop = await stopOf(httpOf({ url, ...settings, redirects: hosts(host) }));
      expect(stop.message).toMatch(message);
      expect(other.requests).toEqual([]);
    });

    test("the way back to the source gets no credentials any more, and is not followed", async () => {
      const back = await serve((request, response) =>
        json(response, [{ seen: request.headers.authorization }]),
      );
      const other = await serve((_request, response) =>
        response.writeHead(302, { location: back.url }).end(),
      );
      const source = httpOf({
        url: `${back.url}/x`,
        auth: { bearer: "t" },
        redirects: [new URL(other.url).host],
      });
      expect(await dataOf(source)).toEqual([{ seen: "Bearer t" }]);
      const { url } = await serve((_request, response) =>
        response.writeHead(302, { location: other.url }).end(),
      );
      const away = httpOf({ url, auth: { bearer: "t" }, redirects: [new URL(other.url).host] });
      expect((await stopOf(away)).message).toContain("redirects to another origin");
    });

    test("its address is checked like any other", async () => {
      const { url } = await toOther(302, () => "http://169.254.169.254/latest");
      const stop = await stopOf(httpOf({ url, redirects: ["169.254.169.254"] }));
      expect(stop.message).toContain("its address is refused");
    });

    test("the request for a token never follows to another host", async () => {
      const { url, other, host } = await toOther(307);
      const oauth2 = { tokenUrl: `${url}/token`, clientId: "a", clientSecret: "canary-5" };
      expect((await stopOf(httpOf({ url, auth: { oauth2 }, redirects: [host] }))).message).toContain(
        "redirects to another origin",
      );
      expect(other.requests).toEqual([]);
    });
  });

  test("of a POST is not turned into a GET", async () => {
    const { url, requests } = await serve((_request, response) =>
      response.writeHead(302, { location: "/b" }).end(),
    );
    expect((await stopOf(httpOf({ url, method: "POST", body: "x" }))).message).toContain(
      "redirects a POST (302)",
    );
    expect(requests).toHaveLength(1);
  });
});
