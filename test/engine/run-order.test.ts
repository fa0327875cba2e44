import { expect, test } from "vitest";
import { runOrder } from "../../src/engine/run-order.ts";
import { COMPANY, ENDUSER, fakeSync } from "../support/engine-fixtures.ts";

test("companies are written before what refers to them, whatever the order of the definitions", () => {
  const syncs = [
    fakeSync({ name: "people", objectType: ENDUSER }),
    fakeSync({ name: "b", objectType: COMPANY }),
    fakeSync({ name: "a", objectType: COMPANY }),
  ];
  const groups = runOrder(syncs).map(({ objectType, syncs }) => [
    objectType.name,
    ...syncs.map(({ name }) => name),
  ]);
  expect(groups).toEqual([
    ["Company", "b", "a"],
    ["Enduser", "people"],
  ]);
});

test("types that refer to each other, or to themselves, end all the same", () => {
  const ref = (name: string) => ({ type: "objectId" as const, description: "", ref: name });
  const left = { ...COMPANY, name: "Left", fields: { other: ref("Right"), self: ref("Left") } };
  const right = { ...COMPANY, name: "Right", fields: { other: ref("Left") } };
  const groups = runOrder([
    fakeSync({ name: "l", objectType: left }),
    fakeSync({ name: "r", objectType: right }),
  ]);
  expect(groups.map(({ objectType }) => objectType.name)).toEqual(["Right", "Left"]);
  // One of them goes first; nobody waits for who waits for him.
  expect(groups.map(({ after }) => after)).toEqual([[], ["Right"]]);
});

test("a type waits for the types of this run that it refers to, and for no other", () => {
  const campaign = { ...COMPANY, name: "Campaign" };
  const groups = runOrder([
    fakeSync({ name: "people", objectType: ENDUSER }),
    fakeSync({ name: "campaigns", objectType: campaign }),
    fakeSync({ name: "companies", objectType: COMPANY }),
  ]);
  expect(groups.map(({ objectType, after }) => [objectType.name, ...after])).toEqual([
    ["Company"],
    ["Enduser", "Company"],
    ["Campaign"],
  ]);
  expect(runOrder([fakeSync({ objectType: ENDUSER })]).map(({ after }) => after)).toEqual([[]]);
});
