import { describe, expect, test } from "vitest";
import { apply, type ChangeSource } from "../../src/engine/apply.ts";
import type { Change } from "../../src/model/change.ts";
import type { Batch, BatchResult, Outcome } from "../../src/model/outcome.ts";
import { Stop } from "../../src/model/stop.ts";
import { change, streamOf } from "../support/engine-fixtures.ts";

const NO_CALLS = { read: 0, write: 1, retried: 0 };

function source(objectType: string, ...keys: readonly string[]): ChangeSource {
  return {
    target: { objectType, keyField: "externalId" },
    batchSize: undefined,
    changes: () => streamOf(keys.map((key) => change(key))),
  };
}

function applied(changes: readonly Change[]): readonly Outcome[] {
  return changes.map((one) => ({ kind: "applied", change: one, as: "created" }));
}

/** Runs an apply against a writer that answers when it is told to, and keeps a diary of what happened. */
async function run(
  groups: readonly (readonly ChangeSource[])[],
  options: {
    readonly items?: number;
    readonly concurrency?: number;
    readonly answer?: (batch: Batch) => BatchResult;
    readonly signal?: AbortSignal;
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
        return options.answer?.(batch) ?? { outcomes: applied(batch.changes), calls: NO_CALLS };
      },
    },
    limits: { items: options.items ?? 2, bytes: 1e6 },
    concurrency: options.concurrency ?? 1,
    intend: async (changes) => void diary.push(`intend ${keys(changes)}`),
    settle: async (outcomes) => void diary.push(`settle ${keys(outcomes.map((outcome) => outcome.change))}`),
    signal: options.signal ?? new AbortController().signal,
  });
  const results: BatchResult[] = [];
  for await (const result of stream) results.push(result);
  return { diary, results, most };
}

describe("applying changes", () => {
  test("an intent stands before each write and an outcome after it, one write at a time", async () => {
    const { diary, most } = await run([[source("Company", "a", "b", "c")]]);
    expect(diary).toEqual(["intend ab", "write ab", "intend c", "write c", "settle ab", "settle c"]);
    expect(most).toBe(1);
  });

  test("syncs of one object type share their batches", async () => {
    const { diary } = await run([[source("Company", "a"), source("Company", "b")]]);
    expect(diary).toEqual(["intend ab", "write ab", "settle ab"]);
  });

  test("the next object type starts when the last answer of the one before is settled", async () => {
    const { diary } = await run([[source("Company", "a", "b", "c", "d")], [source("Enduser", "x")]], {
      concurrency: 2,
    });
    expect(diary.indexOf("intend x")).toBeGreaterThan(diary.indexOf("settle cd"));
  });

  test("as many writes as allowed are in flight, and no key in two of them", async () => {
    const many = await run([[source("Company", "a", "b", "c", "d", "e", "f")]], { concurrency: 3 });
    expect(many.most).toBe(3);
    const same = await run([[source("Company", "a", "b"), source("Company", "a", "c")]], { concurrency: 3 });
    expect(same.diary.indexOf("intend ac")).toBeGreaterThan(same.diary.indexOf("settle ab"));
  });

  test("after a stop nothing more is sent, and what is in flight is settled", async () => {
    const stop = new Stop("environment", "token revoked");
    const { diary, results } = await run([[source("Company", "a", "b", "c")], [source("Enduser", "x")]], {
      answer: ({ changes }) => ({
        outcomes: changes.map((one) => ({ kind: "notAttempted", change: one })),
        calls: NO_CALLS,
        stop,
      }),
    });
    expect(diary).toEqual(["intend ab", "write ab", "intend c", "settle ab", "settle c"]);
    expect(results.map((result) => result.stop)).toEqual([stop]);
  });

  test("once the signal fires no new batch is taken", async () => {
    const controller = new AbortController();
    const { diary } = await run([[source("Company", "a", "b", "c")], [source("Enduser", "x")]], {
      signal: controller.signal,
      answer: ({ changes }) => {
        controller.abort();
        return { outcomes: applied(changes), calls: NO_CALLS };
      },
    });
    // The intent of the next one was made meanwhile, and is taken back.
    expect(diary).toEqual(["intend ab", "write ab", "intend c", "settle ab", "settle c"]);
  });
});
