import { EventEmitter } from "node:events";
import type { Connection } from "pg";
import { expect, test } from "vitest";
import { Portal } from "../../../src/sources/postgres/portal.ts";
import { NoAnswerError, RowTooLargeError } from "../../../src/sources/postgres/query-failure.ts";

/** What a portal says to the driver, in order. */
function driver(): { connection: Connection; said: string[]; stream: EventEmitter } {
  const said: string[] = [];
  const say = (word: string) => (): void => {
    said.push(word);
  };
  const stream = Object.assign(new EventEmitter(), {
    pause: say("pause"),
    resume: say("resume"),
    destroy: say("destroy"),
  });
  const connection = Object.assign(new EventEmitter(), {
    stream,
    parse: say("parse"),
    bind: say("bind"),
    execute: say("execute"),
    flush: say("flush"),
    sync: say("sync"),
  });
  return { connection: connection as unknown as Connection, said, stream };
}

const row = (value: string, length = 10): { fields: readonly string[]; length: number } => ({
  fields: [value],
  length,
});
const WIDE = 3 * 1024 * 1024;

test("the server goes on only when it is asked", async () => {
  const { connection, said } = driver();
  const portal = new Portal("select", [], 60_000);
  portal.submit(connection);
  expect(said).toEqual(["parse", "bind"]);
  const first = portal.next();
  expect(said.splice(0)).toEqual(["parse", "bind", "execute", "flush"]);
  portal.handleDataRow(row("a"));
  portal.handlePortalSuspended();
  expect(await first).toEqual([["a"]]);
  expect(said).toEqual([]);
  const second = portal.next();
  expect(said.splice(0)).toEqual(["execute", "flush"]);
  portal.handleDataRow(row("b"));
  portal.handleCommandComplete();
  portal.handleReadyForQuery();
  expect(await second).toEqual([["b"]]);
  expect(await portal.next()).toEqual([]);
  expect(said).toEqual(["sync"]);
});

test("wide rows end a portion early, and the socket rests until the next is asked for", async () => {
  const { connection, said } = driver();
  const portal = new Portal("select", [], 60_000);
  portal.submit(connection);
  const first = portal.next();
  said.length = 0;
  portal.handleDataRow(row("a", WIDE));
  portal.handleDataRow(row("b", WIDE));
  expect(said).toEqual(["pause"]);
  // What the driver had read already arrives behind the pause.
  portal.handleDataRow(row("c"));
  portal.handlePortalSuspended();
  expect(await first).toEqual([["a"], ["b"]]);
  expect(await portal.next()).toEqual([["c"]]);
  const third = portal.next();
  expect(said).toEqual(["pause", "execute", "flush", "resume"]);
  portal.handleDataRow(row("d", WIDE));
  portal.handleDataRow(row("e", WIDE));
  expect(await third).toEqual([["d"], ["e"]]);
  const fourth = portal.next();
  expect(said.slice(4)).toEqual(["pause", "resume"]);
  // The portion ended with the last row of this request: the server is asked again.
  portal.handlePortalSuspended();
  expect(said.slice(6)).toEqual(["execute", "flush"]);
  portal.handleCommandComplete();
  portal.handleReadyForQuery();
  expect(await fourth).toEqual([]);
});

test("an error while nobody waits is told to the next who asks, and stays", async () => {
  const { connection } = driver();
  const portal = new Portal("select", [], 60_000);
  portal.submit(connection);
  const error = new Error("lost");
  portal.handleError(error);
  portal.handleReadyForQuery();
  await expect(portal.next()).rejects.toBe(error);
  await expect(portal.next()).rejects.toBe(error);
});

test("[S12] a server that does not answer in time is given up", async () => {
  const { connection } = driver();
  const portal = new Portal("select", [], 1);
  portal.submit(connection);
  await expect(portal.next()).rejects.toBeInstanceOf(NoAnswerError);
});

test("a row above the limit ends the read before it is whole", async () => {
  const { connection, said, stream } = driver();
  const portal = new Portal("select", [], 60_000);
  portal.submit(connection);
  const first = portal.next();
  const chunk = Buffer.alloc(1024 * 1024);
  for (let chunks = 0; chunks < 33; chunks++) stream.emit("data", chunk);
  await expect(first).rejects.toBeInstanceOf(RowTooLargeError);
  expect(said).toContain("destroy");
});
