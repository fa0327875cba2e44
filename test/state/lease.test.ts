import { describe, expect, test } from "vitest";
import type { RunId } from "../../src/model/record.ts";
import { currentHolder, type LeaseContext, type StoredHolder } from "../../src/state/lease.ts";
import { isProcessAlive, processIdentity } from "../../src/state/process-identity.ts";

const HOLDER: StoredHolder = {
  run: "run-1" as RunId,
  pid: 41,
  host: "here",
  user: "ann",
  since: 1_000,
  heartbeat: 1_000,
  identity: { space: "boot 1", started: "500" },
};

interface Surroundings {
  readonly alive?: boolean;
  readonly space?: string;
  readonly started?: string;
  readonly host?: string;
}

describe("a lease that was renewed in time", () => {
  const cases: readonly [
    name: string,
    surroundings: Surroundings,
    holder: Partial<StoredHolder>,
    held: boolean,
  ][] = [
    ["is held while its process lives", {}, {}, true],
    ["is free when its process is gone", { alive: false }, {}, false],
    ["is free when another process has got the id", { started: "900" }, {}, false],
    ["is held where the system does not tell when a process started", { started: "" }, {}, true],
    [
      "is held where nobody told when its process started",
      {},
      { identity: { space: "boot 1", started: "" } },
      true,
    ],
    ["is held when its process is of another machine", { alive: false, host: "there" }, {}, true],
    ["is held when its process is of another container or boot", { alive: false, space: "boot 2" }, {}, true],
    [
      "is free when its process is gone on a system that tells nothing",
      { alive: false, space: "", started: "" },
      { identity: { space: "", started: "" } },
      false,
    ],
  ];

  test.each(cases)(
    "%s",
    (_name, { alive = true, space = "boot 1", started = "500", host = "here" }, holder, held) => {
      const context: LeaseContext = {
        process: { pid: 42, host, user: "bob" },
        isAlive: () => alive,
        identify: () => ({ space, started }),
      };
      const found = currentHolder(
        { lease: { fence: 1, holder: { ...HOLDER, ...holder } }, now: 2_000 },
        context,
      );
      expect(found !== undefined).toBe(held);
    },
  );
});

test("[X3] this process is alive and known by when it started; one that never was is not", () => {
  expect(isProcessAlive(process.pid)).toBe(true);
  expect(isProcessAlive(2 ** 30)).toBe(false);
  expect(processIdentity(process.pid)).toEqual(processIdentity(process.pid));
  expect(processIdentity(2 ** 30).started).toBe("");
});
