import { describe, expect, test } from "vitest";
import { apply, type ChangeGroup } from "../../src/engine/apply.ts";
import type { ChangeSource } from "../../src/engine/write-group.ts";
import type { Change } from "../../src/model/change.ts";
import type { Batch, BatchResult, Outcome } from "../../src/model/outcome.ts";
import { Stop } from "../../src/model/stop.ts";
import { change, streamOf } from "../support/engine-fixtures.ts";

const FAST = { slowest: 100, tooMany: 0, trouble: 0 };
const NO_CALLS = { read: 0, write: 1, retried: 0 };

function source(objectType: string, ...keys: readonly string[]): ChangeSource {
  return {
    target: { objectType, keyField: "externalId" },
    batchSize: { items: 5000, adapts: false },
    changes: () => streamOf(keys.map((key) => change(key))),
  };
}

function group(sources: readonly ChangeSource[], ...after: readonly number[]): ChangeGroup {
  return { after, sources };
}

function applied(changes: readonly Change[]): readonly Outcome[] {
  return changes.map((one) => ({ kind: "applied", change: one, as: "created" }));
}

/** Runs an apply against a writer that answers when it is told to, and keeps a diary of what happened. */
async function run(
  groups: readonly ChangeGroup[],
  options: {
    readonly items?: number;
    readonly concurrency?: number;
    readonly answer?: (batch: Batch) => BatchResult;
    readonly signal?: AbortSignal;
    readonly settle?: (outcomes: readonly Outcome[]) => void;
  } = {},
) {
  const diary: string[] = [];
  let flying = 0;
  let most = 0;
  const keys = (changes: readonly { readonly key: string }[]): string =>
    changes.map(({ key }) => key).join("");
  const stream = apply(groups, {
    writer: {
      bytesOf: () => 10,
      write: async (batch) => {
        diary.push(`write ${keys(batch.changes)}`);
        flying += 1;
        most = Math.max(most, flying);
        await new Promise(setImmediate);
        flying -= 1;
        return options.answer?.(batch) ?? { outcomes: applied(batch.changes), calls: NO_CALLS, load: FAST };
      },
    },
    limits: { items: options.items ?? 2, bytes: 1e6 },
    concurrency: options.concurrency ?? 1,
    intend: async (changes) => void diary.push(`intend ${keys(changes)}`),
    settle: async ({ outcomes }) => {
      options.settle?.(outcomes);
      diary.push(`settle ${keys(outcomes.map((outcome) => outcome.change))}`);
    },
    callsLeave: async () => undefined,
    signal: options.signal ?? new AbortController().signal,
  });
  const results: BatchResult[] = [];
  let error: unknown;
  try {
    for await (const result of stream) results.push(result);
  } catch (thrown) {
    error = thrown;
  }
  return { diary, results, most, error };
}

describe("applying changes", () => {
  test("an intent stands before each write and an outcome after it, one write at a time", async () => {
    const { diary, most } = await run([group([source("Company", "a", "b", "c")])]);
    expect(diary).toEqual(["intend ab", "write ab", "intend c", "write c", "settle ab", "settle c"]);
    expect(most).toBe(1);
  });

  test("syncs of one object type share their batches", async () => {
    const { diary } = await run([group([source("Company", "a"), source("Company", "b")])]);
    expect(diary).toEqual(["intend ab", "write ab", "settle ab"]);
  });

  test("the next object type starts when the last answer of the one before is settled", async () => {
    const { diary } = await run(
      [group([source("Enduser", "x")], 1), group([source("Company", "a", "b", "c", "d")])],
      { concurrency: 2 },
    );
    expect(diary.indexOf("intend x")).toBeGreaterThan(diary.indexOf("settle cd"));
  });

  test("[A22] as many writes as allowed are in flight, and no key in two of them", async () => {
    const many = await run([group([source("Company", ..."abcdefghijklmnop")])], {
      concurrency: 3,
    });
    expect(many.most).toBe(3);
    const same = await run([group([source("Company", "a", "b"), source("Company", "a", "c")])], {
      concurrency: 3,
    });
    expect(same.diary.indexOf("intend ac")).toBeGreaterThan(same.diary.indexOf("settle ab"));
  });

  test("after a stop nothing more is sent, and what is in flight is settled", async () => {
    const stop = new Stop("planhat-trouble", "token revoked");
    const { diary, results } = await run(
      [group([source("Company", "a", "b", "c")]), group([source("Enduser", "x")], 0)],
      {
        answer: ({ changes }) => ({
          outcomes: changes.map((one) => ({ kind: "notAttempted", change: one })),
          calls: NO_CALLS,
          stop,
        }),
      },
    );
    expect(diary).toEqual(["intend ab", "write ab", "intend c", "settle ab", "settle c"]);
    expect(results.map((result) => result.stop)).toEqual([stop]);
  });

  test("once the signal fires no new batch is taken", async () => {
    const controller = new AbortController();
    const { diary } = await run(
      [group([source("Company", "a", "b", "c")]), group([source("Enduser", "x")], 0)],
      {
        signal: controller.signal,
        answer: ({ changes }) => {
          controller.abort();
          return { outcomes: applied(changes), calls: NO_CALLS };
        },
      },
    );
    // The intent of the next one was made meanwhile, and is taken back.
    expect(diary).toEqual(["intend ab", "write ab", "intend c", "settle ab", "settle c"]);
  });

  test("object types that do not refer to each other are in flight together", async () => {
    const { diary, most } = await run([
      group([source("Company", "a", "b", "c", "d")]),
      group([source("Campaign", "x", "y", "z")]),
    ]);
    expect(most).toBe(2);
    expect(diary.indexOf("write xy")).toBeLessThan(diary.indexOf("write cd"));
  });

  test("a stop of one object type halts the others, and every group names it", async () => {
    const stop = new Stop("planhat-trouble", "token revoked");
    const { diary, results } = await run(
      [group([source("Company", "a")]), group([source("Campaign", ..."uvwxyz")])],
      {
        answer: ({ changes, objectType }) => ({
          outcomes: applied(changes),
          calls: NO_CALLS,
          ...(objectType === "Company" && { stop }),
        }),
      },
    );
    expect(results.find((result) => result.stop !== undefined)?.stop).toBe(stop);
    expect(diary).not.toContain("write yz");
  });

  test("[X11] a state that cannot be written halts everything; what Planhat took is told as taken, and the error comes last", async () => {
    const full = new Stop("planhat-trouble", "disk full");
    let settled = 0;
    const { diary, results, error } = await run(
      [group([source("Company", ..."abcdefgh")]), group([source("Campaign", ..."stuvwxyz")])],
      {
        settle: () => {
          settled += 1;
          if (settled > 1) throw full;
        },
      },
    );
    expect(error).toBe(full);
    const sent = diary.filter((line) => line.startsWith("write")).length;
    expect(results).toHaveLength(sent);
    const kinds = results.flatMap(({ outcomes }) => outcomes.map(({ kind }) => kind));
    expect(kinds).toEqual(kinds.map(() => "applied"));
    expect(kinds).toHaveLength(2 * sent);
  });

  test("a bug in the writer is thrown when the other requests have landed", async () => {
    const { diary, error } = await run([group([source("Company", "a")]), group([source("Campaign", "x")])], {
      answer: ({ changes, objectType }) => {
        if (objectType === "Company") throw new Error("a bug");
        return { outcomes: applied(changes), calls: NO_CALLS };
      },
    });
    expect(error).toMatchObject({ message: "a bug" });
    expect(diary).toContain("settle x");
  });

  test("whoever stops reading the results leaves no request behind", async () => {
    let flying = 0;
    const stream = apply(
      [group([source("Company", ..."abcdef")]), group([source("Campaign", ..."uvwxyz")])],
      {
        writer: {
          bytesOf: () => 10,
          write: async ({ changes }) => {
            flying += 1;
            for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
            flying -= 1;
            return { outcomes: applied(changes), calls: NO_CALLS };
          },
        },
        limits: { items: 2, bytes: 1e6 },
        concurrency: 1,
        intend: async () => undefined,
        settle: async () => undefined,
        callsLeave: async () => undefined,
        signal: new AbortController().signal,
      },
    );
    for await (const _ of stream) break;
    expect(flying).toBe(0);
  });

  test("batches shrink after a slow answer and keep their size where the definition gives one", async () => {
    const sizes = async (adapts: boolean): Promise<readonly number[]> => {
      const many = Array.from({ length: 600 }, (_, index) => `k${index}`);
      const slow = { ...source("Company", ...many), batchSize: { items: 200, adapts } };
      const { results } = await run([group([slow])], {
        items: 5000,
        answer: ({ changes }) => ({
          outcomes: applied(changes),
          calls: NO_CALLS,
          load: { slowest: 45_000, tooMany: 0, trouble: 0 },
        }),
      });
      return results.map(({ outcomes }) => outcomes.length);
    };
    expect(await sizes(false)).toEqual([200, 200, 200]);
    expect(await sizes(true)).toEqual([200, 200, 100, 50, 50]);
  });
});
