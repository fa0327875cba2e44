import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectLinter } from "../../src/app/rules.ts";
import { loadProject } from "../../src/definition/load-project.ts";
import { compileExpression } from "../../src/expression/compile-expression.ts";
import { OBJECT_TYPES } from "../../src/model/generated/objects.ts";
import { SOURCE_KINDS } from "../../src/sources/index.ts";
import { makeProject } from "../support/project.ts";

test("[D12] a pipe in place of a project's file is told, and nothing hangs", async () => {
  const dir = await makeProject({ "syncs/.keep": "" });
  execFileSync("mkfifo", [join(dir, "syncs", "a.yaml"), join(dir, "planhat-sync.yaml")]);
  const options = {
    dir,
    env: {},
    objectTypes: OBJECT_TYPES,
    sourceKinds: SOURCE_KINDS,
    compileExpression,
    linter: projectLinter([]),
  };
  const { diagnostics } = await loadProject(options);
  expect(diagnostics.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`)).toEqual([
    "planhat-sync.yaml:1:1 file-unreadable",
    "syncs/a.yaml:1:1 file-unreadable",
  ]);
});
