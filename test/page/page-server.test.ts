import { request } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import type { PageFile, PageFiles, PageOverview } from "../../src/model/page.ts";
import { pageFiles } from "../../src/page/page-files.ts";
import { type PageRequest, startPage } from "../../src/page/page-server.ts";

const OVERVIEW: PageOverview = {
  run: 1,
  project: "crm",
  cause: "run 1",
  milliseconds: 3,
  time: 0,
  entries: [],
  counts: { errors: 0, warnings: 0, passed: 0, failed: 0 },
};
const FILE: PageFile = { id: "syncs/a.yaml", title: "syncs/a.yaml", run: 1, lines: [], problems: [] };

async function start(files: PageFiles = pageFiles("watch-page", "a page")) {
  const requests: PageRequest[] = [];
  let overview: PageOverview = OVERVIEW;
  const page = await startPage({
    files,
    port: 0,
    overview: () => overview,
    file: (id) => (id === FILE.id ? FILE : undefined),
    onRequest: (asked) => requests.push(asked),
  });
  onTestFinished(() => page.close());
  const tell = (next: PageOverview) => {
    overview = next;
    page.update();
  };
  return { page, requests, tell };
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Over a socket of our own: fetch does not let a test lie about its host. */
function call(
  url: string,
  options: { method?: string; headers?: Readonly<Record<string, string>>; body?: string } = {},
): Promise<Answer> {
  return new Promise((done, fail) => {
    const { method = "GET", headers = {} } = options;
    const sent = request(url, { method, headers }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (text: string) => {
        body += text;
      });
      response.on("end", () => done({ status: response.statusCode, headers: response.headers, body }));
    });
    sent.on("error", fail);
    sent.end(options.body);
  });
}

test("the page has an address that nobody can guess, on this machine only", async () => {
  const { page } = await start();
  const { page: other } = await start();
  expect(page.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{22}\/$/);
  const { pathname } = new URL(page.url);
  expect(new URL(other.url).pathname).not.toBe(pathname);
  for (const path of ["/", "/events", "/file?id=syncs/a.yaml", pathname.slice(0, -1), "/x".repeat(12)]) {
    expect(await call(new URL(path, page.url).href)).toMatchObject({ status: 404, body: "" });
  }
});

test("a name that was rebound to this machine gets nothing, nor does a page of elsewhere", async () => {
  const { page, requests } = await start();
  const body = '{"kind":"all"}';
  const strangers = [
    { host: "evil.example" },
    { host: `evil.example:${new URL(page.url).port}` },
    { host: "127.0.0.1.evil.example" },
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "http://localhost:1" },
  ];
  for (const headers of strangers) {
    expect(await call(`${page.url}file?id=syncs/a.yaml`, { headers })).toMatchObject({ status: 404 });
    const asked = await call(`${page.url}ask`, { method: "POST", headers, body });
    expect(asked.status).toBe(404);
  }
  // A form or a program without an origin may not ask for anything either.
  expect(await call(`${page.url}ask`, { method: "POST", body })).toMatchObject({ status: 404 });
  expect(requests).toEqual([]);
});

test("the page may load and do nothing but what is its own, and no other may read or hold it", async () => {
  const { page } = await start();
  const { headers, body } = await call(page.url);
  expect(headers["content-security-policy"]).toContain("default-src 'none'");
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(headers["content-security-policy"]).not.toContain("unsafe");
  expect(headers).toMatchObject({
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
  });
  expect(headers["access-control-allow-origin"]).toBeUndefined();
  expect(body).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
});

test("nothing but the page's own files is served, whatever path is asked for", async () => {
  const { page } = await start();
  for (const path of ["assets/../../package.json", "assets/%2e%2e/page-files.js", "assets/", "assets/x.js"]) {
    const { status } = await call(page.url + path).catch(() => ({ status: 404 }));
    expect(status).toBe(404);
  }
});

test("each result is told to every open page, and the newest to one that comes later", async () => {
  const { page, tell } = await start();
  const first = await listen(`${page.url}events`);
  expect(await first.next()).toMatchObject({ run: 1 });
  tell({ ...OVERVIEW, run: 2 });
  expect(await first.next()).toMatchObject({ run: 2 });
  const second = await listen(`${page.url}events`);
  expect(await second.next()).toMatchObject({ run: 2 });
});

test("a file is told by its id, and what is asked for on the page arrives", async () => {
  const { page, requests } = await start();
  expect(JSON.parse((await call(`${page.url}file?id=syncs%2Fa.yaml`)).body)).toEqual(FILE);
  expect(await call(`${page.url}file?id=other`)).toMatchObject({ status: 404 });
  const headers = { origin: new URL(page.url).origin };
  const asked = [
    { kind: "plan" },
    { kind: "look", file: "syncs/a.yaml" },
    { kind: "find", file: "syncs/a.yaml", key: "a1" },
  ];
  for (const one of asked) {
    const { status } = await call(`${page.url}ask`, { method: "POST", headers, body: JSON.stringify(one) });
    expect(status).toBe(204);
  }
  expect(requests).toEqual(asked);
  for (const body of ["", "{", "null", "[]", '{"kind":"apply"}', '{"kind":"look"}', "x".repeat(100_000)]) {
    expect(await call(`${page.url}ask`, { method: "POST", headers, body })).toMatchObject({ status: 400 });
  }
  expect(requests).toHaveLength(3);
});

test("a port that is taken is told with what to do", async () => {
  const { page } = await start();
  const options = { overview: () => undefined, file: () => undefined, onRequest: () => undefined };
  const files = pageFiles("watch-page", "a page");
  await expect(startPage({ ...options, files, port: Number(new URL(page.url).port) })).rejects.toMatchObject({
    kind: "environment",
    reason: expect.objectContaining({ fix: expect.stringContaining("--port") }),
  });
});

async function listen(url: string) {
  const { body } = await fetch(url);
  if (body === null) throw new Error("an answer without a body");
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  onTestFinished(() => reader.cancel().catch(() => undefined));
  return {
    next: async (): Promise<unknown> => {
      for (;;) {
        const match = /data: (.*)\n\n/.exec(text);
        if (match !== null) {
          text = text.slice(match.index + match[0].length);
          return JSON.parse(match[1] ?? "");
        }
        const { done, value } = await reader.read();
        if (done) throw new Error("the stream has ended");
        text += value;
      }
    },
  };
}
