import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { projectLinter } from "../../src/app/rules.ts";
import { type LoadOptions, loadProject } from "../../src/definition/load-project.ts";
import { compileExpression } from "../../src/expression/compile-expression.ts";
import { OBJECT_TYPES } from "../../src/model/generated/objects.ts";
import { SOURCE_KINDS } from "../../src/sources/index.ts";
import { WHOLE } from "./whole.ts";

let base: string;
let dir: string;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), "planhat-sync-load-"));
  dir = join(base, "project");
  await mkdir(join(dir, "syncs"), { recursive: true });
  await put("data/accounts.csv", "");
});

afterEach(() => rm(base, { recursive: true, force: true }));

async function put(path: string, content: string | Uint8Array): Promise<void> {
  const target = join(dir, path);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, content);
}

const linter = projectLinter([]);

function load(options: Partial<LoadOptions> = {}) {
  return loadProject({
    dir,
    env: {},
    objectTypes: OBJECT_TYPES,
    sourceKinds: SOURCE_KINDS,
    compileExpression,
    linter,
    ...options,
  });
}

/** `file:line:column rule`, one a diagnostic. */
async function said(options: Partial<LoadOptions> = {}): Promise<readonly string[]> {
  const { diagnostics } = await load(options);
  return diagnostics.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`);
}

const named = (name: string) => WHOLE.replace("name: crm-companies", `name: ${name}`);

describe("a project on disk", () => {
  test("is all .yaml and .yml below its folder, in a stable order", async () => {
    await put("syncs/b.yaml", named("b"));
    await put("syncs/a/z.yml", named("z"));
    await put("syncs/B.YAML", named("B"));
    await put("syncs/notes.md", "no definition");
    await put("syncs/.hidden.yaml", "no: definition");
    await put("syncs/node_modules/x/y.yaml", "no: definition");
    await put("elsewhere.yaml", "no: definition");
    const project = await load();
    expect(project.diagnostics).toEqual([]);
    expect(project.syncs.map(({ file }) => file)).toEqual(["syncs/B.YAML", "syncs/a/z.yml", "syncs/b.yaml"]);
    expect([...project.texts.keys()]).toEqual(["syncs/B.YAML", "syncs/a/z.yml", "syncs/b.yaml"]);
    expect(project.dir).toBe(dir);
  });

  test("may keep its definitions in another folder, or beside the settings", async () => {
    await put("planhat-sync.yaml", "version: 1\nsyncs: definitions/crm");
    await put("definitions/crm/a.yaml", named("a"));
    expect((await load()).syncs.map(({ name }) => name)).toEqual(["a"]);
    await put("planhat-sync.yaml", "version: 1\nsyncs: .");
    expect((await load()).syncs.map(({ file }) => file)).toEqual(["definitions/crm/a.yaml"]);
  });

  test("without definitions says so", async () => {
    expect(await said()).toEqual(["planhat-sync.yaml:1:1 no-definitions"]);
    await rm(join(dir, "syncs"), { recursive: true });
    expect(await said()).toEqual(["planhat-sync.yaml:1:1 no-definitions"]);
  });

  test("tells the faults of all its files at once, sorted", async () => {
    await put("planhat-sync.yaml", "version: 1\ntoken: x");
    await put("syncs/b.yaml", "a: @");
    await put("syncs/a.yaml", WHOLE.replace("mode: upsert", "mode: x"));
    expect(await said()).toEqual([
      "planhat-sync.yaml:2:1 schema",
      "syncs/a.yaml:13:7 schema",
      "syncs/b.yaml:1:4 yaml-syntax",
    ]);
  });

  test("[D19] of more files than are opened at a time is read whole", async () => {
    const files = Array.from({ length: 70 }, (_, index) => `n${index}`);
    await Promise.all(files.map((name) => put(`syncs/${name}.yaml`, named(name))));
    const { syncs, diagnostics } = await load();
    expect(diagnostics).toEqual([]);
    expect(syncs.map(({ name }) => name)).toEqual([...files].sort());
  });
});

describe("[D9, D12, D19] what is no readable file is told, and nothing hangs", () => {
  test("a folder with the name of a definition", async () => {
    await mkdir(join(dir, "syncs", "a.yaml"));
    expect(await said()).toEqual(["syncs/a.yaml:1:1 file-unreadable"]);
  });

  test("links out of the project, to a device, to nothing and to themselves", async () => {
    await put("syncs/good.yaml", WHOLE);
    await writeFile(join(base, "outside.yaml"), WHOLE);
    await mkdir(join(base, "more"));
    await symlink(join(base, "outside.yaml"), join(dir, "syncs", "a.yaml"));
    await symlink("/dev/zero", join(dir, "syncs", "b.yaml"));
    await symlink("nothing.yaml", join(dir, "syncs", "c.yaml"));
    await symlink("d.yaml", join(dir, "syncs", "d.yaml"));
    await symlink(join(base, "more"), join(dir, "syncs", "e"));
    expect(await said()).toEqual([
      "syncs/a.yaml:1:1 path-outside",
      "syncs/b.yaml:1:1 path-outside",
      "syncs/c.yaml:1:1 file-missing",
      "syncs/d.yaml:1:1 file-unreadable",
      "syncs/e:1:1 path-outside",
    ]);
    expect((await load()).syncs).toHaveLength(1);
  });

  test("[D13] links inside the project are followed, and circles of folders end", async () => {
    await put("shared/a.yaml", named("a"));
    await symlink("../shared/a.yaml", join(dir, "syncs", "linked.yaml"));
    await symlink("..", join(dir, "syncs", "up"));
    const { syncs, diagnostics } = await load();
    expect(diagnostics).toEqual([]);
    expect(syncs.map(({ file }) => file)).toContain("syncs/linked.yaml");
  });

  test("a file of more than 1 MiB", async () => {
    await put("syncs/a.yaml", "# ".padEnd(1024 * 1024 + 1, "x"));
    expect(await said()).toEqual(["syncs/a.yaml:1:1 file-too-large"]);
  });

  test.each([
    ["UTF-16 (little endian)", [0xff, 0xfe, 0x61, 0x00]],
    ["UTF-16 (big endian)", [0xfe, 0xff, 0x00, 0x61]],
    ["UTF-16 without its mark", [0x61, 0x00, 0x3a, 0x00]],
    ["Latin-1", [0x61, 0x3a, 0x20, 0xe9]],
    ["an overlong sequence", [0xc0, 0xaf]],
    ["a surrogate", [0xed, 0xa0, 0x80]],
  ])("%s", async (_name, bytes) => {
    await put("syncs/a.yaml", Uint8Array.from(bytes));
    expect((await said()).map((place) => place.split(" ")[1])).toEqual(["file-encoding"]);
  });

  test("UTF-8 with its mark and CRLF is fine", async () => {
    await put("syncs/a.yaml", `\uFEFF${WHOLE.replaceAll("\n", "\r\n")}`);
    expect(await said()).toEqual([]);
  });
});

describe("the environment", () => {
  const settings = `version: 1\nplanhat:\n  token: \${T}\n`;
  beforeEach(async () => {
    await put("planhat-sync.yaml", settings);
    await put("syncs/a.yaml", WHOLE);
  });

  test("is completed by a .env beside the settings, and wins over it", async () => {
    await put(".env", 'T="from-the-file" # comment\n');
    expect((await load()).settings.token).toEqual({ kind: "value", value: "from-the-file" });
    expect((await load({ env: { T: "from the process" } })).settings.token).toEqual({
      kind: "value",
      value: "from the process",
    });
    expect((await load({ env: { T: "" } })).settings.token).toEqual({
      kind: "value",
      value: "from-the-file",
    });
    expect((await load()).secrets).toContain("from-the-file");
  });

  test("may come from a file with another name, anywhere, which must then be there", async () => {
    await writeFile(join(base, "ci.env"), "T=from-another\n");
    await put(".env", "T=from-the-default\n");
    expect((await load({ envFile: join(base, "ci.env") })).settings.token).toMatchObject({
      value: "from-another",
    });
    expect(await said({ envFile: "missing.env" })).toEqual([
      "missing.env:1:1 file-missing",
      "planhat-sync.yaml:3:10 variable-unset",
    ]);
  });

  test("a .env that leads out of the project is not read", async () => {
    await writeFile(join(base, "secrets"), "T=of somebody else\n");
    await symlink(join(base, "secrets"), join(dir, ".env"));
    expect(await said()).toEqual([".env:1:1 path-outside", "planhat-sync.yaml:3:10 variable-unset"]);
  });
});
