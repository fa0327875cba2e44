import { expect, test } from "vitest";
import { type FaultTitle, faultsOf, readFaults, readFaultTitles, readReasons, titlesIn } from "./faults.ts";

const faults = readFaults();
const reasons = readReasons();
const { titles, misspelt } = readFaultTitles();
const named = new Set(titles.flatMap((title) => title.faults));
const place = ({ file, line }: FaultTitle): string => `${file}:${line}`;

test("docs/faults.md has every fault once, in order", () => {
  const ids = faults.map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(140);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [index, id] of ids.entries()) {
    const before = ids[index - 1];
    if (before !== undefined && before[0] === id[0])
      expect(Number(id.slice(1))).toBe(Number(before.slice(1)) + 1);
    else expect(id.slice(1)).toBe("1");
  }
});

test("every fault has a test that names it, or a reason why it has none", () => {
  expect(faults.map(({ id }) => id).filter((id) => !named.has(id) && !reasons.has(id))).toEqual([]);
});

test("a fault with a test needs no reason, and no reason is of a fault that does not exist", () => {
  expect([...reasons.keys()].filter((id) => named.has(id))).toEqual([]);
  expect([...reasons.keys()].filter((id) => !faults.some((fault) => fault.id === id))).toEqual([]);
  for (const reason of reasons.values()) expect(reason).toMatch(/^[A-Z].{20,}\.$/);
});

test("no test names a fault that does not exist, and none is misspelt", () => {
  const known = new Set(faults.map(({ id }) => id));
  const unknown = titles.filter((title) => title.faults.some((id) => !known.has(id)));
  expect(unknown.map(place)).toEqual([]);
  expect(misspelt.map(place)).toEqual([]);
});

test("ids stand in front of a title, in brackets", () => {
  expect(faultsOf("[S11] a lost connection")).toEqual(["S11"]);
  expect(faultsOf("[A7, A8] a large body")).toEqual(["A7", "A8"]);
  for (const title of ["S11: a lost connection", "a [S11]", "[S11]", "[S11,S12] a", "[Q1] a"]) {
    expect(faultsOf(title)).toEqual([]);
  }
});

test("titles are found in groups and tables too", () => {
  const text = `
    describe("[D1] a group", () => {
      test.each([["[D2] no title", 1]])("[D3, D4] %s", () => undefined);
    });
    describe.each(rows)(\`[D5] \${name} as a store\`, () => undefined);
    expect("[D6] no title", 1);`;
  expect(titlesIn("a.test.ts", text).map((title) => [title.line, title.faults, title.title])).toEqual([
    [2, ["D1"], "a group"],
    [3, ["D3", "D4"], "%s"],
    [5, ["D5"], `\${name} as a store`],
  ]);
});
