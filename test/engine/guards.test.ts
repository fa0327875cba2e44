import { expect, test } from "vitest";
import { guardViolations } from "../../src/engine/guards.ts";
import { fakeSync } from "../support/engine-fixtures.ts";

const summary = { read: 100, create: 10, update: 20, unchanged: 60, skip: 5, reject: 5 };

const before = (known: number) => ({ known, rekeyed: false });

test.each([
  [{ minRows: 100 }, 50, 0],
  [{ minRows: 101 }, 50, 1],
  [{ maxRejected: { share: 0.05 } }, 50, 0],
  [{ maxRejected: { share: 0.049 } }, 50, 1],
  [{ maxRejected: { count: 4 } }, 50, 1],
  [{ maxChanges: { share: 0.5 } }, 60, 0],
  [{ maxChanges: { share: 0.5 } }, 59, 1],
  [{ maxChanges: { share: 0.5 } }, 0, 0],
  [{ maxChanges: { count: 29 } }, 500, 1],
])("guards %j with %i known records find %i violations", (guards, known, count) => {
  expect(guardViolations(fakeSync({ guards }), summary, before(known))).toHaveLength(count);
});

test("a violation says what was measured and what is allowed", () => {
  const [text] = guardViolations(fakeSync({ guards: { maxRejected: { share: 0.01 } } }), summary, before(0));
  expect(text).toBe("5 of 100 rows of crm are rejected, 5%; guards.maxRejected allows 1%.");
  const [close] = guardViolations(fakeSync({ guards: { maxChanges: { share: 0.1 } } }), summary, before(299));
  expect(close).toBe("crm would change 30 records where 299 are known, 10.1%; guards.maxChanges allows 10%.");
  const [counted] = guardViolations(fakeSync({ guards: { maxRejected: { count: 4 } } }), summary, before(0));
  expect(counted).toBe("5 of 100 rows of crm are rejected; guards.maxRejected allows 4.");
});

test.each([
  [{ create: 100, update: 0, unchanged: 0 }, 100, 1],
  [{ create: 51, update: 20, unchanged: 30 }, 100, 1],
  // The key is written in another way and comes to the same, with some rows that are new.
  [{ create: 0, update: 0, unchanged: 100 }, 100, 0],
  [{ create: 10, update: 20, unchanged: 60 }, 100, 0],
  [{ create: 100, update: 0, unchanged: 0 }, 0, 0],
])("keys made of something else, of %j where %i are known, find %i violations", (counts, known, count) => {
  const violations = guardViolations(fakeSync({}), { ...summary, ...counts }, { known, rekeyed: true });
  expect(violations).toHaveLength(count);
});
