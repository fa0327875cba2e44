import { execFileSync, execSync, spawn, spawnSync } from "node:child_process";
import { connect, createServer } from "node:net";
import { describe, expect, test } from "vitest";
import { takeForbidden } from "./setup/forbidden.ts";

describe("a test of the project pure", () => {
  test.each([
    ["spawn", () => spawn("true")],
    ["spawnSync", () => spawnSync("true")],
    ["execFileSync", () => execFileSync("true")],
    ["execSync", () => execSync("true")],
  ])("starts no process with %s", (_, start) => {
    expect(start).toThrow("This test starts a process");
    expect(takeForbidden()).toEqual([expect.stringContaining(".process.test.ts")]);
  });

  test.each([
    ["connects", () => connect(9, "127.0.0.1")],
    ["listens", () => createServer().listen(0)],
  ])("never %s", (_, open) => {
    expect(open).toThrow("This test opens a socket");
    expect(takeForbidden()).toEqual([expect.stringContaining(".io.test.ts")]);
  });
});
