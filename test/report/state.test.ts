import { expect, test } from "vitest";
import { stateJson } from "../../src/report/state/state-json.ts";
import { stateText } from "../../src/report/state/state-text.ts";
import { PLAIN } from "./sample-plan.ts";
import { RUN } from "./sample-run.ts";
import { STATE } from "./sample-state.ts";

test("the state shows its syncs, the records of one and who holds the lock", () => {
  expect(stateText(STATE, PLAIN)).toBe(`State  .planhat-sync/state.db

sync           records  pending
crm-companies    4,000        2

Pending records were sent and not answered: the next apply settles them.

crm-companies
  a1  _id 5f1e
      {"externalId":"a1","custom":{"Tier":"Growth"}}
  a2  pending
  … and 3,998 more

Locked by run 20260301-093000-k3f9: process 12 on ci-1 (me), since 2026-03-01 09:30:00Z, last sign of life 2026-03-01 09:31:05Z.
`);
});

test("an empty state says what that means for the next apply", () => {
  expect(stateText({ location: "state.db", syncs: [] }, PLAIN)).toBe(
    "State  state.db\n\nNothing is remembered yet: the next apply is a first run.\n\nNo apply is running.\n",
  );
});

test("without pending records nothing is said of them", () => {
  expect(stateText({ location: "s", syncs: [{ sync: "a", records: 1, pending: 0 }] }, PLAIN)).toBe(
    "State  s\n\nsync  records  pending\na           1        0\n\nNo apply is running.\n",
  );
});

test("the JSON of the state tells the same", () => {
  expect(JSON.parse(stateJson(STATE))).toStrictEqual({
    formatVersion: 1,
    location: ".planhat-sync/state.db",
    syncs: [{ name: "crm-companies", records: 4000, pending: 2 }],
    lock: {
      run: RUN,
      pid: 12,
      host: "ci-1",
      user: "me",
      since: "2026-03-01T09:30:00.000Z",
      heartbeat: "2026-03-01T09:31:05.000Z",
    },
    entries: {
      sync: "crm-companies",
      total: 4000,
      shown: [
        {
          key: "a1",
          pending: false,
          id: "5f1e",
          fingerprint: "v1:00",
          record: { externalId: "a1", custom: { Tier: "Growth" } },
        },
        { key: "a2", pending: true },
      ],
    },
  });
  expect(JSON.parse(stateJson({ location: "s", syncs: [] }))).toStrictEqual({
    formatVersion: 1,
    location: "s",
    syncs: [],
    lock: null,
  });
});
