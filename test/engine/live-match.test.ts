import fc from "fast-check";
import { expect, test } from "vitest";
import { compareLive } from "../../src/engine/compare-live.ts";
import { LiveMatch } from "../../src/engine/live-match.ts";
import { LostFields } from "../../src/engine/lost-fields.ts";
import { References } from "../../src/engine/references.ts";
import { fingerprint } from "../../src/model/fingerprint.ts";
import type { Json, JsonObject } from "../../src/model/json.ts";
import type { ObjectType } from "../../src/model/object-type.ts";
import type { RecordKey, TargetRecord } from "../../src/model/record.ts";
import { RecordJson } from "../../src/model/record-json.ts";
import { runs } from "../support/effort.ts";
import { COMPANY } from "../support/engine-fixtures.ts";
import { targetOf } from "../support/target-of.ts";

const TYPE: ObjectType = {
  ...COMPANY,
  fields: {
    name: { type: "string", description: "Name." },
    mr: { type: "number", description: "Computed.", computed: true },
    seats: { type: "integer", description: "Seats." },
    since: { type: "date", description: "A date." },
    industry: { type: "string", description: "Not listed.", unlisted: true },
    tags: { type: "array", items: "string", description: "Tags." },
    owner: { type: "objectId", description: "Owner.", ref: "User", prefixes: true },
  },
};

const VALUES: readonly Json[] = [
  "",
  null,
  "a",
  "b",
  "1",
  1,
  "2026-01-01",
  "2026-01-01T00:00:00.000Z",
  ["a", "b"],
  ["b", "a"],
  "extid-1",
  "5f0000000000000000000001",
];
const value = fc.option(fc.constantFrom(...VALUES), { nil: undefined });
const fields = fc
  .record(
    Object.fromEntries(
      ["name", "mr", "seats", "since", "industry", "tags", "owner", "custom.X"].map((name) => [name, value]),
    ),
  )
  .map((record) => JSON.parse(JSON.stringify({ externalId: "k", ...record })) as JsonObject);

async function referencesOf(wanted: JsonObject, known: ReadonlyMap<string, string> | undefined) {
  const references = new References(TYPE);
  references.note(wanted);
  const target = targetOf({ idsOfReferences: async () => known });
  await references.ask(target, new AbortController().signal);
  return references;
}

function recordOf(own: JsonObject): TargetRecord {
  const whole = RecordJson.of(own);
  return { key: "k" as RecordKey, fields: own, whole, fingerprint: fingerprint(own), position: { row: 1 } };
}

const ID = "5f00000000000000000000aa";
const KNOWN = new Map([["extid-1", "5f0000000000000000000001"]]);

test("what matches is just what a look at each field finds no change in", async () => {
  await fc.assert(
    fc.asyncProperty(
      fields,
      fields,
      fc.boolean(),
      fc.boolean(),
      fc.boolean(),
      async (wanted, other, takesOwn, asIs, isReadable) => {
        // Two at random hardly ever agree.
        const held = takesOwn ? { ...other, ...wanted, mr: other["mr"] ?? null } : other;
        const references = await referencesOf(wanted, isReadable ? KNOWN : undefined);
        const lost = new LostFields(TYPE, []);
        const match = new LiveMatch({ objectType: TYPE, keyField: "externalId", references, lost });
        const record = recordOf(wanted);
        match.note(0, { kind: "open", record, ...(asIs && { acceptedAsIs: true }) });
        const isMatch = match.take(0, { key: record.key, id: ID, fields: held });
        const accepted = asIs ? wanted : undefined;
        const { fields: changes } = compareLive(record, held, {
          objectType: TYPE,
          keyField: "externalId",
          references,
          accepted,
        });
        const isUnchanged = Object.keys(changes).length === 0;
        // What is no text is looked at whole where a reference belongs.
        const { owner } = wanted;
        const isCertain = owner === undefined || (typeof owner === "string" && owner !== "");
        if (isMatch || isCertain) expect(isMatch).toBe(isUnchanged);
        expect(match.isMatch(0)).toBe(isMatch);
        expect(match.matches).toBe(isMatch ? 1 : 0);
      },
    ),
    { numRuns: runs(2000) },
  );
});

test("a record shown twice matches once; another one of its key leaves both to be looked at", async () => {
  const wanted = { externalId: "k", name: "a", owner: "extid-1" };
  const references = await referencesOf(wanted, KNOWN);
  const lost = new LostFields(TYPE, []);
  const match = new LiveMatch({ objectType: TYPE, keyField: "externalId", references, lost });
  const record = recordOf(wanted);
  match.note(0, { kind: "open", record });
  const held = { key: record.key, id: ID, fields: { ...wanted, owner: "5f0000000000000000000001" } };
  expect([match.take(0, held), match.take(0, held)]).toEqual([true, true]);
  expect(match.rivalled(0, record)).toEqual([]);
  expect(match.take(0, { ...held, id: "5f00000000000000000000bb" })).toBe(false);
  expect([match.isMatch(0), match.matches]).toEqual([false, 0]);
  expect(match.rivalled(0, record)).toEqual([held]);
});

test("an id of another form, and a record that was accepted otherwise, are looked at whole", async () => {
  const wanted = { externalId: "k", name: "a" };
  const references = await referencesOf(wanted, KNOWN);
  const lost = new LostFields(TYPE, []);
  const match = new LiveMatch({ objectType: TYPE, keyField: "externalId", references, lost });
  const record = recordOf(wanted);
  match.note(0, { kind: "open", record });
  match.note(1, { kind: "open", record, before: { name: "b" } });
  expect(match.take(0, { key: record.key, id: "1", fields: wanted })).toBe(false);
  expect(match.take(1, { key: record.key, id: ID, fields: wanted })).toBe(false);
});
