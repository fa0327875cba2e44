import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { withinTime } from "../../../src/app/source/within-time.ts";
import { Stop } from "../../../src/model/stop.ts";
import { csvIn } from "../../sources/csv-folder.ts";

const { signal } = new AbortController();

test("[S29] a source that stands still is left, and says how many rows had come", async () => {
  const input = new PassThrough();
  // The parser looks a few bytes ahead.
  input.write(`id\n1\n${"2".repeat(100)}`);
  const source = csvIn(process.cwd(), { path: "-" }, input);
  const seen: number[] = [];
  const read = async (): Promise<void> => {
    for await (const rows of withinTime(source.read, 50)({ signal })) seen.push(rows.length);
  };
  const stop = await read().catch((error: unknown) => error);
  expect(stop).toBeInstanceOf(Stop);
  expect((stop as Stop).message).toContain(": 1 row so far.");
  expect(seen).toEqual([1]);
});

test("one that comes to its end in time is read as it is, and an interruption keeps its own reason", async () => {
  const input = new PassThrough();
  input.end("id\n1\n");
  const whole: unknown[] = [];
  for await (const rows of withinTime(csvIn(process.cwd(), { path: "-" }, input).read, 60_000)({ signal })) {
    whole.push(...rows);
  }
  expect(whole).toHaveLength(1);

  const abort = new AbortController();
  const silent = withinTime(csvIn(process.cwd(), { path: "-" }, new PassThrough()).read, 60_000);
  const rows = silent({ signal: abort.signal })[Symbol.asyncIterator]().next();
  abort.abort(new Error("enough"));
  await expect(rows).rejects.toThrow("enough");
});
