import { once } from "node:events";
import { createServer } from "node:http";
import { connect } from "node:net";
import { Client } from "pg";
import { request } from "undici";
import { expect, test } from "vitest";
import { listening } from "./listening.ts";
import { takeForbidden } from "./setup/forbidden.ts";

// TEST-NET-3 stands for the internet: nothing answers there, whoever asks.
const OUTSIDE = "203.0.113.7";

test.each<[string, () => Promise<unknown>]>([
  ["a socket", () => once(connect(443, OUTSIDE), "connect")],
  ["undici", () => request(`https://${OUTSIDE}/`)],
  ["fetch", () => fetch(`http://${OUTSIDE}/`)],
  ["pg", () => new Client({ host: OUTSIDE }).connect()],
  ["a name", () => request("http://app.planhat.com/")],
])("no test reaches the internet through %s", async (_, reach) => {
  await expect(reach()).rejects.toThrow();
  expect(takeForbidden()).toEqual([
    expect.stringMatching(/^This test connects to \S+, which is not on this machine\.$/),
  ]);
});

test("this machine is reached", async () => {
  const port = await listening(createServer((_request, response) => response.end("here")));
  const { body } = await request(`http://127.0.0.1:${port}/`);
  expect(await body.text()).toBe("here");
  expect(takeForbidden()).toEqual([]);
});
