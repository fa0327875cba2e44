import { readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { lineOf, PlanLines } from "../../src/engine/plan-lines.ts";
import type { PlanItem } from "../../src/model/change.ts";
import type { JsonObject } from "../../src/model/json.ts";
import type { RecordKey } from "../../src/model/record.ts";
import { RecordJson } from "../../src/model/record-json.ts";
import type { Spool } from "../../src/model/spool.ts";
import { openSpool } from "../../src/state/spool.ts";
import { change, rejection, WILD_TEXTS } from "../contract/state/fixtures.ts";
import { runs } from "../support/effort.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const WILD_ITEMS: readonly PlanItem[] = WILD_TEXTS.flatMap((text): PlanItem[] => [
  {
    kind: "change",
    change: change(text, { [`custom.${text}`]: text, n: 1e308, no: null, list: [text, [], {}] }),
  },
  { kind: "skip", key: text as RecordKey, reason: "repeat", position: { row: 1, file: text, line: 2 } },
  {
    kind: "reject",
    rejection: { ...rejection(text, 3), reason: { code: "refused", what: text, detail: text } },
  },
  { kind: "reject", rejection: rejection(null, 4) },
]);

const PLANNED = new PlanLines({ name: "a", fields: [] });

describe("a spool", () => {
  test("gives back every kind of item as it was, and as often as it is asked", async () => {
    const spool = open();
    await spool.append(WILD_ITEMS.map(lineOf));
    await spool.seal();
    for (const time of [1, 2]) {
      const items = (await arrays(spool)).flat().map((line) => PLANNED.item(line));
      expect(items, `time ${time}`).toEqual(WILD_ITEMS);
    }
  });

  test("gives arrays of at most 1,000 lines, in the order appended", async () => {
    const spool = open();
    for (let start = 0; start < 25_000; start += 1250) await spool.append(numbered(start, 1250));
    await spool.seal();
    const found = await arrays(spool);
    expect(found.map((items) => items.length)).toEqual(Array.from({ length: 25 }, () => 1000));
    expect(found.flat()).toEqual(numbered(0, 25_000));
  });

  test("ends an array early when its records are large", async () => {
    const spool = open();
    const items = Array.from({ length: 20 }, (_, row) => `${row} ${"ä".repeat(1_000_000)}`);
    await spool.append(items);
    await spool.seal();
    const found = await arrays(spool);
    expect(found.length).toBeGreaterThan(3);
    expect(found.flat()).toEqual(items);
  });

  test("reads for two at the same time", async () => {
    const spool = open();
    await spool.append(numbered(0, 5000));
    await spool.seal();
    const first = spool.read()[Symbol.asyncIterator]();
    await first.next();
    expect((await arrays(spool)).flat()).toHaveLength(5000);
    expect(await first.next()).toMatchObject({ done: false, value: numbered(1000, 1000) });
    await first.return?.();
  });

  test("without lines is sealed and read without a file", async () => {
    const dir = join(temporaryFolder(), "none");
    const spool = openSpool({ dir });
    await spool.append([]);
    await spool.seal();
    await spool.seal();
    expect(await arrays(spool)).toEqual([]);
    await spool.dispose();
    expect(() => statSync(dir)).toThrow();
  });

  test("keeps no name in its folder, so that a killed process leaves nothing behind", async () => {
    const dir = temporaryFolder();
    const spool = openSpool({ dir });
    await spool.append(numbered(0, 10_000));
    await spool.seal();
    expect(readdirSync(dir)).toEqual([]);
    expect((await arrays(spool)).flat()).toHaveLength(10_000);
    await spool.dispose();
    await spool.dispose();
  });

  test("[C12] makes a folder that is closed to others and ignored by git", async () => {
    const dir = join(temporaryFolder(), "new");
    const spool = openSpool({ dir });
    await spool.append(numbered(0, 1));
    await spool.seal();
    await spool.dispose();
    expect(statSync(dir).mode & 0o777).toBe(0o700);
    expect(readdirSync(dir)).toEqual([".gitignore"]);
  });

  test("[P8] that cannot make its file stops the run and names the place", async () => {
    const dir = join(temporaryFolder(), "file");
    writeFileSync(dir, "");
    const spool = openSpool({ dir: join(dir, "sub") });
    await spool.append(numbered(0, 1));
    const sealing = spool.seal();
    await expect(sealing).rejects.toMatchObject({
      name: "Stop",
      kind: "environment",
      reason: expect.objectContaining({ fix: expect.any(String) }),
    });
    await expect(sealing).rejects.toThrow(dir);
  });

  test("is written before and read after it is sealed, and neither once it is disposed of", async () => {
    const spool = open();
    await expect(arrays(spool)).rejects.toThrow(/writing/);
    await spool.append(numbered(0, 1));
    await spool.seal();
    await expect(spool.append(numbered(1, 1))).rejects.toThrow(/sealed spool takes no lines/);
    await spool.dispose();
    await expect(arrays(spool)).rejects.toThrow(/disposed/);
    await expect(spool.append([])).rejects.toThrow(/disposed/);
    await expect(spool.seal()).rejects.toThrow(/disposed/);
  });

  test("gives back any item of any JSON, however it is cut into appends", async () => {
    const record = fc.jsonValue({ maxDepth: 3 }).map((value) => ({ value: plain(value) }) as JsonObject);
    const items = record.map(
      (fields): PlanItem => ({ kind: "change", change: { ...change("k"), record: RecordJson.of(fields) } }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(items, { maxLength: 5 }), { maxLength: 5 }), async (appends) => {
        const spool = open();
        for (const some of appends) await spool.append(some.map(lineOf));
        await spool.seal();
        expect((await arrays(spool)).flat().map((line) => PLANNED.item(line))).toEqual(appends.flat());
      }),
      { numRuns: runs(50) },
    );
  });
});

function open(): Spool {
  const spool = openSpool({ dir: temporaryFolder() });
  onTestFinished(() => spool.dispose());
  return spool;
}

async function arrays(spool: Spool): Promise<readonly (readonly string[])[]> {
  const found: (readonly string[])[] = [];
  for await (const items of spool.read()) found.push(items);
  return found;
}

function numbered(start: number, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const row = start + index;
    return lineOf({ kind: "unchanged", key: `k${row}` as RecordKey, position: { row } });
  });
}

/** As it comes out of JSON: -0 is 0 there. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
