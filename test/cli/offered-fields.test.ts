import { expect, test } from "vitest";
import { runMain } from "../support/cli.ts";
import { makeProject } from "../support/project.ts";

/** What other tools that write to Planhat map by default, with what a source would hold. */
const OFFERED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Company: {
    name: "Acme",
    externalId: "a1",
    phase: "Onboarding",
    industry: "Steel",
    mr: "120.5",
    renewalDate: "2026-12-31",
  },
  Enduser: {
    email: "ann@acme.example",
    firstName: "Ann",
    lastName: "Lee",
    externalId: "u1",
    companyId: "65a1f0c2d3e4f5a6b7c8d9e0",
  },
  Asset: { name: "Press", externalId: "p1", companyId: "65a1f0c2d3e4f5a6b7c8d9e0" },
};

function project(object: string, fields: Readonly<Record<string, string>>) {
  const lines = Object.keys(fields).map((field) => `  ${field}: ${field === "mr" ? "$number(mr)" : field}`);
  const head = `version: 1\nsource: { csv: { path: rows.csv } }\ntarget: { object: ${object} }\nmode: upsert\nkey: externalId`;
  return makeProject({
    "syncs/offered.yaml": `${head}\nfields:\n${lines.join("\n")}\n`,
    "rows.csv": `${Object.keys(fields).join()}\n${Object.values(fields).join()}\n`,
    ".gitignore": ".planhat-sync/\n",
  });
}

test.each(Object.entries(OFFERED))(
  "every field of %s that is offered by default passes validate --strict",
  async (object, fields) => {
    const dir = await project(object, fields);
    const { code, stdout, stderr } = await runMain(["validate", "--strict", "--format", "json"], { dir });
    const { valid, diagnostics } = JSON.parse(stdout);
    expect({ code, valid }, stdout + stderr).toEqual({ code: 0, valid: true });
    for (const { severity } of diagnostics) expect(severity).toBe("warning");
  },
);

test("what else is a warning fails there", async () => {
  const dir = await project("Enduser", { externalId: "u1", companyId: "65a1f0c2d3e4f5a6b7c8d9e0" });
  const { code, stdout } = await runMain(["validate", "--strict", "--format", "json"], { dir });
  const [{ rule, severity }] = JSON.parse(stdout).diagnostics;
  expect({ code, rule, severity }).toEqual({ code: 3, rule: "required-field", severity: "error" });
});
