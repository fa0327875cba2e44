import { expect, test } from "vitest";
import { runOrder } from "../../src/engine/run-order.ts";
import type { CompiledSync } from "../../src/model/compiled-sync.ts";
import { COMPANY, ENDUSER, fakeSync } from "../support/engine-fixtures.ts";

const ref = (name: string) => ({ type: "objectId" as const, description: "", ref: name });
const prefixed = (name: string) => ({ ...ref(name), prefixes: true as const });
const CAMPAIGN = { ...COMPANY, name: "Campaign" };
const METRIC = {
  ...COMPANY,
  name: "Metric",
  stream: { date: "date", identity: [], maxItems: 10, answer: "counts" as const },
};

/** `Company b a`, `Enduser people < 0`: each group with its syncs, and the places of those it waits for. */
function order(...syncs: readonly CompiledSync[]): readonly string[] {
  return runOrder(syncs).map(({ objectType, syncs, after }) =>
    [objectType.name, ...syncs.map(({ name }) => name), ...(after.length > 0 ? ["<", ...after] : [])].join(
      " ",
    ),
  );
}

test("companies are written before what refers to them, whatever the order of the definitions", () => {
  expect(
    order(
      fakeSync({ name: "people", objectType: ENDUSER }),
      fakeSync({ name: "b", objectType: COMPANY }),
      fakeSync({ name: "a", objectType: COMPANY }),
    ),
  ).toEqual(["Company b a", "Enduser people < 0"]);
});

test("a type waits for the types of this run that its syncs refer to, and for no other", () => {
  expect(
    order(
      fakeSync({ name: "people", objectType: ENDUSER }),
      fakeSync({ name: "campaigns", objectType: CAMPAIGN }),
      fakeSync({ name: "companies", objectType: COMPANY }),
    ),
  ).toEqual(["Company companies", "Enduser people < 0", "Campaign campaigns"]);
  expect(order(fakeSync({ name: "people", objectType: ENDUSER }))).toEqual(["Enduser people"]);
});

test("a reference that no sync maps is nothing to wait for", () => {
  const people = { ...fakeSync({ name: "people", objectType: ENDUSER }), fields: [] };
  expect(order(people, fakeSync({ name: "companies" }))).toEqual(["Enduser people", "Company companies"]);
});

test("nobody waits for a sync that creates nothing", () => {
  expect(
    order(
      fakeSync({ name: "people", objectType: ENDUSER }),
      fakeSync({ name: "companies", objectType: COMPANY, mode: "update" }),
    ),
  ).toEqual(["Enduser people", "Company companies"]);
});

test("of one type those that create come before those that update", () => {
  const names = order(
    fakeSync({ name: "a", mode: "update" }),
    fakeSync({ name: "c", mode: "insert" }),
    fakeSync({ name: "b", mode: "upsert" }),
  );
  expect(names).toEqual(["Company c b a"]);
});

test("a value by which Planhat looks for a record of another type is waited for like a reference", () => {
  const fields = { companyExternalId: { type: "string" as const, description: "", finds: "Company" } };
  const ticket = fakeSync({ name: "tickets", objectType: { ...COMPANY, name: "Ticket", fields } });
  expect(order(ticket, fakeSync({ name: "companies" }))).toEqual(["Company companies", "Ticket tickets < 0"]);
});

test("of a circle the reference by _id alone is left out, whichever type is met first", () => {
  const left = { ...COMPANY, name: "Left", fields: { other: ref("Right"), self: ref("Left") } };
  const right = { ...COMPANY, name: "Right", fields: { other: prefixed("Left") } };
  const l = fakeSync({ name: "l", objectType: left });
  const r = fakeSync({ name: "r", objectType: right });
  expect(order(l, r)).toEqual(["Left l", "Right r < 0"]);
  expect(order(r, l)).toEqual(["Left l", "Right r < 0"]);
});

test("types that can only refer to each other end all the same: nobody waits for who waits for him", () => {
  const left = { ...COMPANY, name: "Left", fields: { other: prefixed("Right") } };
  const right = { ...COMPANY, name: "Right", fields: { other: prefixed("Left") } };
  expect(
    order(fakeSync({ name: "l", objectType: left }), fakeSync({ name: "r", objectType: right })),
  ).toEqual(["Right r", "Left l < 0"]);
});

test("what is taken out of a circle into a sync in mode update runs behind both", () => {
  const company = { ...COMPANY, fields: { champion: prefixed("Enduser") } };
  const companies = { ...fakeSync({ name: "companies", objectType: company }), fields: [] };
  const champions = fakeSync({ name: "champions", objectType: company, mode: "update" });
  const people = fakeSync({ name: "people", objectType: ENDUSER });
  const expected = ["Company companies", "Enduser people < 0", "Company champions < 0 1"];
  expect(order(champions, companies, people)).toEqual(expected);
  expect(order(people, champions, companies)).toEqual(expected);
});

test("points and events wait for every record: they may belong to one of any type", () => {
  expect(
    order(
      fakeSync({ name: "logins", objectType: METRIC, mode: "insert" }),
      fakeSync({ name: "companies" }),
      fakeSync({ name: "campaigns", objectType: CAMPAIGN }),
    ),
  ).toEqual(["Company companies", "Campaign campaigns", "Metric logins < 0 1"]);
});
