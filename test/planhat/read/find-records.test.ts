import fc from "fast-check";
import { expect, test } from "vitest";
import type { JsonObject } from "../../../src/model/json.ts";
import type { ObjectType } from "../../../src/model/object-type.ts";
import type { RecordKey } from "../../../src/model/record.ts";
import { Reader } from "../../../src/planhat/api/reader.ts";
import type { Send } from "../../../src/planhat/api/send.ts";
import { findRecords } from "../../../src/planhat/read/find-records.ts";
import { SeenRecords } from "../../../src/planhat/read/seen-records.ts";
import { runs } from "../../support/effort.ts";
import { COMPANY } from "../../support/engine-fixtures.ts";

const LIMIT = 5;

/** How a host may be different from the documentation, each as likely as the other. */
const hosts = fc.record({
  /** Most records of a page. */
  cap: fc.integer({ min: 1, max: LIMIT + 2 }),
  records: fc.array(fc.record({ key: fc.nat({ max: 30 }), isHidden: fc.boolean() }), { maxLength: 25 }),
  /** What `archived` adds to the list, and whether a single look-up shows what it hides. */
  hidden: fc.constantFrom("all" as const, "only" as const),
  showsHidden: fc.boolean(),
  /** Behind the last page. */
  end: fc.constantFrom(200, 400, 404, 416),
  isUnique: fc.boolean(),
});

const twins = {
  cap: 1,
  records: [
    { key: 21, isHidden: true },
    { key: 21, isHidden: true },
  ],
  hidden: "all" as const,
  showsHidden: true,
  isUnique: false,
};

test("finds every record that holds one of the keys, or says that it could not, whatever the host does", async () => {
  const keys = fc.uniqueArray(fc.nat({ max: 30 }), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(hosts, keys, async (host, numbers) => {
      const held = host.isUnique ? uniqueBy(host.records) : host.records;
      const records = held.map(({ key, isHidden }, n) => ({
        _id: `id${String(n).padStart(2, "0")}`,
        externalId: `k${key}`,
        companyId: `co${n % 2}`,
        archived: isHidden,
      }));
      const objectType: ObjectType = {
        ...COMPANY,
        path: "/things",
        list: { defaultLimit: LIMIT, maxLimit: LIMIT },
        externalIdWithinCompany: !host.isUnique,
        hidden: "archived",
      };
      const calls: string[] = [];
      const reader = new Reader(
        {
          send: hostOf(records, host, calls),
          origin: "https://api.planhat.com",
          redact: (text) => text,
          onProgress: () => undefined,
        },
        objectType,
        new AbortController().signal,
      );
      const wanted = new Set(numbers.map((n) => `k${n}` as RecordKey));
      const found = new Set<unknown>();
      const query = { objectType, keyField: "externalId", keys: wanted, atLeast: 0 };
      let failed = false;
      try {
        for await (const page of findRecords(reader, query, ["_id", "externalId"])) {
          for (const { _id } of page) found.add(_id);
        }
      } catch (error) {
        // Behind a full page, 400 may be a limit to how far a list is shown: that is no end.
        failed = true;
        expect(error).toMatchObject({ kind: "environment" });
        expect(host.end).not.toBe(200);
      }
      if (failed) return;
      const meant = records.filter(({ externalId, archived }) => {
        const isShownTwin = records.some((one) => one.externalId === externalId && !one.archived);
        // An archived twin of a record that is shown is not looked for.
        return wanted.has(externalId as RecordKey) && !(archived && isShownTwin);
      });
      expect(meant.filter(({ _id }) => !found.has(_id))).toEqual([]);
      expect(calls.length).toBeLessThanOrEqual(
        numbers.length + 2 * (records.length / Math.min(host.cap, LIMIT) + 3),
      );
    }),
    {
      numRuns: runs(1000),
      // Two archived records of one key, in two companies: a single look-up shows one of them, which is not all.
      examples: [[{ ...twins, end: 200 }, [21]]],
    },
  );
});

type Host = typeof hosts extends fc.Arbitrary<infer T> ? T : never;

function hostOf(records: readonly JsonObject[], host: Host, calls: string[]): Send {
  return async ({ path }) => {
    calls.push(path);
    const { pathname, searchParams } = new URL(path, "https://api.planhat.com");
    const answer = (status: number, body: unknown) => ({ status, headers: {}, text: JSON.stringify(body) });
    const single = /extid-(.+)$/.exec(pathname)?.[1];
    if (single !== undefined) {
      const record = records.find(
        (one) => one["externalId"] === single && (host.showsHidden || one["archived"] !== true),
      );
      return record === undefined ? answer(404, "none") : answer(200, record);
    }
    const asked = searchParams.has("archived");
    const listed = records.filter(({ archived }) =>
      archived === true ? asked : !asked || host.hidden === "all",
    );
    const offset = Number(searchParams.get("offset"));
    const page = listed.slice(offset, offset + Math.min(host.cap, Number(searchParams.get("limit"))));
    return page.length === 0 && offset > 0
      ? answer(host.end, host.end === 200 ? [] : "no such page")
      : answer(200, page);
  };
}

function uniqueBy<T extends { readonly key: number }>(records: readonly T[]): readonly T[] {
  return records.filter(({ key }, index) => records.findIndex((one) => one.key === key) === index);
}

test("which records have been seen is known of a hundred thousand ids, and of ids of any form", () => {
  const seen = new SeenRecords();
  const ids = Array.from({ length: 100_000 }, (_, n) => n.toString(16).padStart(24, "0"));
  expect(ids.every((id) => seen.add(id))).toBe(true);
  expect(ids.some((id) => seen.add(id))).toBe(false);
  const others = ["", "a", "\u0000", "é", "__proto__", "a".repeat(1000)];
  expect(others.map((id) => seen.add(id))).toEqual(others.map(() => true));
});
