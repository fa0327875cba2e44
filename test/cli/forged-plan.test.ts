import { join } from "node:path";
import { expect, test } from "vitest";
import { fingerprint } from "../../src/model/fingerprint.ts";
import type { Json, JsonObject } from "../../src/model/json.ts";
import { runMain } from "../support/cli.ts";
import { planLines, writePlanLines } from "../support/plan-file.ts";
import { COMPANIES, companiesCsv, ENDUSERS, FAST, makeProject, makeSandbox } from "../support/project.ts";

/** A plan of two syncs with creates, updates, a skipped and a rejected row. */
async function world() {
  const { sandbox, env } = await makeSandbox();
  const dir = await makeProject({
    "planhat-sync.yaml": FAST,
    "syncs/companies.yaml": COMPANIES,
    "syncs/endusers.yaml": ENDUSERS,
    "companies.csv": companiesCsv(3),
    "endusers.csv":
      "id,company,email\nu1,c0,u1@x.example\nu2,c1,u2@x.example\nu2,c1,u2@x.example\nu3,nowhere,u3@x.example\n",
  });
  sandbox.seed("Company", [
    { externalId: "c0", name: "Old name", phase: "Trial" },
    { externalId: "c1", name: "Company 1", phase: "Customer" },
  ]);
  const run = (...argv: readonly string[]) => runMain(argv, { dir, env });
  expect((await run("plan", "--out", "good.plan")).code).toBe(6);
  const lines = await planLines(join(dir, "good.plan"));
  const forge = async (forged: readonly string[]) => {
    await writePlanLines(join(dir, "forged.plan"), forged);
    const calls = sandbox.log.length;
    const { code, stderr } = await run("apply", "forged.plan");
    return { code, stderr, calls: sandbox.log.length - calls };
  };
  return { sandbox, run, lines, forge };
}

interface Mutation {
  readonly name: string;
  readonly lines: readonly string[];
}

/** Members that may be absent, or have any value of their type, in a plan that is right. */
const OPTIONAL =
  /\.(?:before|id|drift|watermark|uniform|detail|fix|rewrites|field|refusals|page|index|line|file)$|\.position\.|\.rejection\.record\./;
const FREE =
  /^0\.(?:version|createdAt|region|callsPerMinute|baseline)$|\.(?:calls\..*|before|id|rule|message|key|position\..*|file|watermark.*|warnings.*|violations.*|reason\.(?:code|what|detail|fix|rewrites.*))$|\.rejection\.(?:record|field)/;

/** Whatever Planhat held, and whatever was rejected. */
const ANY_JSON = /\.before$|\.rejection\.(?:record\.|key$)/;

/** Every member of every line, taken away, replaced by another type or another value, and joined by one more. */
function* mutations(lines: readonly string[]): Iterable<Mutation> {
  for (const [place, line] of lines.entries()) {
    const at = (change: (copy: Json) => Json): readonly string[] =>
      lines.map((other, index) => (index === place ? JSON.stringify(change(JSON.parse(other))) : other));
    for (const path of pathsIn(JSON.parse(line))) {
      const name = [place, ...path].join(".");
      const value = valueAt(JSON.parse(line), path);
      for (const other of ANY_JSON.test(name) ? [] : otherTypes(value)) {
        yield { name: `${name} = ${JSON.stringify(other)}`, lines: at((copy) => set(copy, path, other)) };
      }
      // A plan may change fewer fields of a record.
      const isOptional =
        OPTIONAL.test(name) || (/"update"/.test(line) && /\.change\.fields\.[^.]+$/.test(name));
      if (!isOptional && path.length > 0) {
        yield { name: `${name} taken away`, lines: at((copy) => remove(copy, path)) };
      }
      if (!FREE.test(name)) {
        for (const other of otherValues(value)) {
          yield { name: `${name} = ${JSON.stringify(other)}`, lines: at((copy) => set(copy, path, other)) };
        }
      }
      // A value of a record may have any member.
      if (isMap(value) && !/\.(?:record|after|before)/.test(name)) {
        yield { name: `${name} with one more`, lines: at((copy) => set(copy, [...path, "more"], 1)) };
      }
    }
    yield { name: `line ${place} gone`, lines: lines.filter((_, index) => index !== place) };
    yield {
      name: `line ${place} twice`,
      lines: lines.flatMap((one, index) => (index === place ? [one, one] : [one])),
    };
    yield {
      name: `line ${place} cut`,
      lines: lines.map((one, index) => (index === place ? one.slice(0, -2) : one)),
    };
  }
}

test("[X8, C13] a plan file whose checksum was computed anew is refused with 7 for whatever a plan cannot say, and nothing is written", async () => {
  const { sandbox, lines, forge } = await world();
  const all = [...mutations(lines)];
  // Spread over the whole file: each takes a run of the command.
  const some = all.filter((_, index) => index % Math.ceil(all.length / 260) === 0);
  expect(some.length).toBeGreaterThanOrEqual(200);
  const before = JSON.stringify([sandbox.records("Company"), sandbox.records("Enduser")]);
  for (const { name, lines: forged } of some) {
    const { code, calls } = await forge(forged);
    expect([name, code, calls]).toEqual([name, 7, 0]);
  }
  expect(JSON.stringify([sandbox.records("Company"), sandbox.records("Enduser")])).toBe(before);
});

const DEEP = `"after":${"[".repeat(5000)}${"]".repeat(5000)}`;

const forgeries: readonly (readonly [string, RegExp, (lines: readonly string[]) => readonly string[]])[] = [
  [
    "an item of a sync that is not there",
    /a sync that the plan does not have/,
    item((one) => [7, one[1] ?? null]),
  ],
  ["a blank key", /key is not text that is not blank/, change((one) => ({ ...one, key: " " }))],
  [
    "a field that is not mapped, in a record whose fingerprint is right",
    /a field that companies does not map/,
    change((one) => withRecord(one, { ...(one["record"] as JsonObject), domains: ["evil.example"] })),
  ],
  [
    "a value that its field does not take",
    /a value that a field of companies does not take/,
    change((one) => withRecord(one, { ...(one["record"] as JsonObject), name: 7 })),
  ],
  [
    "a record of another key",
    /another key than its record/,
    change((one) => withRecord(one, { ...(one["record"] as JsonObject), externalId: "other" })),
  ],
  ["a header that is a list", /header is not an object/, (lines) => ["[]", ...lines.slice(1)]],
  ["nothing at all", /is not an object|is empty|not JSON/, () => []],
  ["a header alone", /its end is missing/, (lines) => lines.slice(0, 1)],
  [
    "values within each other beyond what anybody can walk",
    /JSON of at most 256 levels/,
    (lines) => lines.map((line, index) => (index === 1 ? line.replace(/"after":"[^"]*"/, DEEP) : line)),
  ],
  [
    "a record that is created although the state of the file says update",
    /counts other items|without fields that it has/,
    change((one) => ({ ...one, action: one["action"] === "create" ? "update" : "create" })),
  ],
  [
    "names that are not those of a plan",
    /a key named __proto__/,
    (lines) => [lines[0]?.replace('"version"', '"__proto__":{"a":1},"version"') ?? "", ...lines.slice(1)],
  ],
];

test.each(forgeries)(
  "[X8, C13] a plan file with %s is refused, says why, and makes no call",
  async (_name, says, forgeLines) => {
    const { lines, forge } = await world();
    const { code, stderr, calls } = await forge(forgeLines(lines));
    expect([code, calls]).toEqual([7, 0]);
    expect(stderr).toMatch(says);
    expect(stderr).toContain("Nothing was written.");
    expect(stderr).not.toContain("bug:");
  },
);

function item(edit: (line: readonly Json[]) => Json): (lines: readonly string[]) => readonly string[] {
  return (lines) => [lines[0] ?? "", JSON.stringify(edit(JSON.parse(lines[1] ?? ""))), ...lines.slice(2)];
}

function change(edit: (change: JsonObject) => Json): (lines: readonly string[]) => readonly string[] {
  return item(([sync, one]) => [
    sync ?? null,
    { ...(one as JsonObject), change: edit((one as JsonObject)["change"] as JsonObject) },
  ]);
}

function withRecord(one: JsonObject, record: JsonObject): JsonObject {
  const fields = Object.fromEntries(Object.entries(record).map(([name, after]) => [name, { after }]));
  return { ...one, record, fields, fingerprint: fingerprint(record) };
}

type Path = readonly (string | number)[];

function* pathsIn(value: Json, path: Path = []): Iterable<Path> {
  yield path;
  if (Array.isArray(value)) for (const [index, one] of value.entries()) yield* pathsIn(one, [...path, index]);
  else if (isMap(value))
    for (const [name, one] of Object.entries(value)) yield* pathsIn(one, [...path, name]);
}

function isMap(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function otherTypes(value: Json): readonly Json[] {
  const all: readonly Json[] = ["", 7.5, null, true, [], {}, [[]], -1];
  return all.filter((one) => kindOf(one) !== kindOf(value));
}

function kindOf(value: Json): string {
  return Array.isArray(value) ? "list" : value === null ? "null" : typeof value;
}

function otherValues(value: Json): readonly Json[] {
  if (typeof value === "number") return [value + 1, -1, value + 0.5];
  return typeof value === "string" ? [`${value}x`, ""] : [];
}

function valueAt(value: Json, path: Path): Json {
  return path.reduce<Json>((node, step) => (node as Record<string | number, Json>)[step] ?? null, value);
}

function set(root: Json, path: Path, value: Json): Json {
  const last = path.at(-1);
  if (last === undefined) return value;
  (valueAt(root, path.slice(0, -1)) as Record<string | number, Json>)[last] = value;
  return root;
}

function remove(root: Json, path: Path): Json {
  const parent = valueAt(root, path.slice(0, -1));
  const last = path.at(-1) ?? "";
  if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete (parent as Record<string | number, Json>)[last];
  return root;
}
