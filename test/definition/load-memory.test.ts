import { stat, symlink, unlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { projectLinter } from "../../src/app/rules.ts";
import { compileProject } from "../../src/definition/compile-project.ts";
import {
  createLoadMemory,
  DefinitionMemory,
  type FileState,
  TextMemory,
} from "../../src/definition/load-memory.ts";
import { type LoadOptions, loadProject } from "../../src/definition/load-project.ts";
import { compileExpression } from "../../src/expression/compile-expression.ts";
import { OBJECT_TYPES } from "../../src/model/generated/objects.ts";
import type { Project } from "../../src/model/project.ts";
import { SOURCE_KINDS } from "../../src/sources/index.ts";
import { runs } from "../support/effort.ts";
import { COMPANIES, companiesCsv, makeProject } from "../support/project.ts";

const VARIANTS = [
  COMPANIES,
  COMPANIES.replace("name: name", "name: $trim(name)"),
  COMPANIES.replace("mode: upsert", "mode: upsrt"),
  COMPANIES.replace("name: companies", "name: others"),
  COMPANIES.replace("companies.csv", `\${FILE}`),
  COMPANIES.replace("name: name", "name: $trim("),
  "version: [",
  "",
];

const edit = fc.record({
  file: fc.constantFrom("syncs/a.yaml", "syncs/b.yaml", "syncs/c.yaml"),
  text: fc.option(fc.constantFrom(...VARIANTS)),
  variable: fc.constantFrom("", "x.csv", "y.csv"),
});

test("a project compiled with what earlier ones came to is the one compiled without, after any edits", () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
      const memory = new DefinitionMemory();
      const files = new Map<string, string>();
      for (const { file, text, variable } of edits) {
        if (text === null) files.delete(file);
        else files.set(file, text);
        const options = {
          dir: "/project",
          files: new Map(files),
          env: { FILE: variable },
          objectTypes: OBJECT_TYPES,
          sourceKinds: SOURCE_KINDS,
          compileExpression,
          linter: projectLinter(),
        };
        expect(plain(compileProject({ ...options, memory }))).toEqual(plain(compileProject(options)));
      }
    }),
    { numRuns: runs(60) },
  );
});

function plain({ syncs, ...rest }: Project) {
  return {
    ...rest,
    syncs: syncs.map(({ name, file, fingerprint, source }) => ({ name, file, fingerprint, source })),
  };
}

test("what is as it was is not compiled again, and what was edited is", async () => {
  const other = COMPANIES.replace("name: companies", "name: others").replace("mode: upsert", "mode: insert");
  const dir = await makeProject({ "syncs/companies.yaml": COMPANIES, "syncs/others.yaml": other });
  const load = loader(dir);
  const before = await load();
  await writeFile(join(dir, "syncs/others.yaml"), other.replace("name: name", "name: $trim(name)"));
  const after = await load();
  expect(after.syncs[0]).toBe(before.syncs[0]);
  expect(after.syncs[1]).not.toBe(before.syncs[1]);
  expect(after.syncs[1]?.fields[1]?.value).toMatchObject({ expression: { text: "$trim(name)" } });
});

test("a file exchanged for one of the same size and time is seen", async () => {
  const dir = await makeProject({ "syncs/companies.yaml": COMPANIES });
  const path = join(dir, "syncs/companies.yaml");
  const old = new Date(Date.now() - 60_000);
  await utimes(path, old, old);
  const load = loader(dir);
  await load();
  const { mtime } = await stat(path);
  await writeFile(path, COMPANIES.replace("name: name", "name: city"));
  await utimes(path, mtime, mtime);
  const { syncs } = await load();
  expect(syncs[0]?.fields[1]?.value).toMatchObject({ expression: { text: "city" } });
});

test("a link that by now leads out of the project is refused, although its name was read before", async () => {
  const dir = await makeProject({ "syncs/companies.yaml": COMPANIES });
  const outside = await makeProject({ "companies.yaml": COMPANIES });
  const load = loader(dir);
  expect((await load()).syncs).toHaveLength(1);
  await unlink(join(dir, "syncs/companies.yaml"));
  await symlink(join(outside, "companies.yaml"), join(dir, "syncs/companies.yaml"));
  expect((await load()).diagnostics.map(({ rule }) => rule)).toEqual(["path-outside"]);
});

test("a text is kept only once it is too old to be changed within one tick of the clock", () => {
  const memory = new TextMemory();
  const state = (at: number): FileState => ({
    ino: 1n,
    size: 2n,
    mtimeNs: BigInt(at) * 1_000_000n,
    ctimeNs: 0n,
  });
  memory.keep("a", state(10_000), "young", 10_500);
  expect(memory.recall("a", state(10_000))).toBeUndefined();
  memory.keep("a", state(10_000), "old", 12_001);
  expect(memory.recall("a", state(10_000))).toBe("old");
  expect(memory.recall("a", state(10_001))).toBeUndefined();
});

test("settings that stand in for broken ones keep the definitions in sight, and the faults are told", async () => {
  const settings = "version: 1\nsyncs: definitions\n";
  const dir = await makeProject({
    "planhat-sync.yaml": settings,
    "definitions/companies.yaml": COMPANIES,
    "companies.csv": companiesCsv(1),
  });
  const load = loader(dir, { settingsInstead: settings });
  await writeFile(join(dir, "planhat-sync.yaml"), "version: 1\nsyncs: [\n");
  const project = await load();
  expect(project.syncs.map(({ name }) => name)).toEqual(["companies"]);
  expect(new Set(project.diagnostics.map(({ file }) => file))).toEqual(new Set(["planhat-sync.yaml"]));
  expect(project.texts.get("planhat-sync.yaml")).toBe("version: 1\nsyncs: [\n");
});

function loader(dir: string, more: Partial<LoadOptions> = {}) {
  const memory = createLoadMemory();
  const linter = projectLinter();
  return () =>
    loadProject({
      dir,
      env: {},
      objectTypes: OBJECT_TYPES,
      sourceKinds: SOURCE_KINDS,
      compileExpression,
      linter,
      memory,
      ...more,
    });
}
