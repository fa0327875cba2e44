import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { JsonObject } from "../../src/model/json.ts";
import { runMain } from "../support/cli.ts";
import { COMPANIES, companiesCsv, ENDUSERS, FAST, makeProject, makeSandbox } from "../support/project.ts";

/** Each line: what people see, why, what to do. */
const PAGE = readFileSync("docs/troubleshooting.md", "utf8");
const SEEN = [...PAGE.matchAll(/^\| ([^|]*)/gm)].flatMap(([, cell = ""]) =>
  [...cell.matchAll(/(?:^|, )`([^`]+)`/g)].map(([, text = ""]) => text.replace("…", "")),
);

/** The line of the page that stands for what a command has printed. */
function lineFor(printed: string): string | undefined {
  const text = printed.replace(/\s+/g, " ");
  return SEEN.find((seen) => text.includes(seen));
}

async function validate(files: Readonly<Record<string, string>>): Promise<string> {
  const dir = await makeProject({ "companies.csv": companiesCsv(1), "endusers.csv": "", ...files });
  const { code, stdout } = await runMain(["validate"], { dir, env: { PLANHAT_API_TOKEN: "sandbox-token" } });
  expect(code).toBe(3);
  return stdout;
}

/** An apply to a Planhat that behaves like this, and what the command and its rejects say. */
async function apply(
  options: Parameters<typeof makeSandbox>[0],
  env: Readonly<Record<string, string>> = {},
  held: readonly JsonObject[] = [],
) {
  const served = await makeSandbox(options);
  served.sandbox.seed("Company", held);
  const dir = await makeProject({
    "planhat-sync.yaml": FAST,
    "syncs/companies.yaml": COMPANIES,
    "companies.csv": companiesCsv(3),
  });
  const all = { ...served.env, ...env };
  const applied = await runMain(["apply", "--auto-approve"], { dir, env: all });
  const rejects = await runMain(["rejects"], { dir, env: all });
  return { code: applied.code, printed: applied.stdout + applied.stderr + rejects.stdout };
}

test("duplicates, because nothing identifies a record", async () => {
  const said = await validate({
    "syncs/companies.yaml": COMPANIES.replace("key: externalId\n", "").replace("  externalId: id\n", ""),
  });
  expect(lineFor(said)).toBe(
    "No field identifies the Company. Without one, every run would create duplicates.",
  );
});

test("the region in the wrong place", async () => {
  const inTheDefinition = await validate({
    "syncs/companies.yaml": COMPANIES.replace("object: Company", "object: Company, region: us1"),
  });
  expect(lineFor(inTheDefinition)).toBe('it belongs in planhat-sync.yaml, under "planhat"');
  const asAddress = await validate({
    "planhat-sync.yaml": "version: 1\nplanhat: { region: app-us1.planhat.com }\n",
    "syncs/companies.yaml": COMPANIES,
  });
  expect(lineFor(asAddress)).toBe("This is not the name of a region.");
});

test("a token at the wrong region, or a wrong one", async () => {
  const { code, printed } = await apply({}, { PLANHAT_API_TOKEN: "another-token" });
  expect(code).toBe(4);
  expect(lineFor(printed)).toBe("Planhat did not accept the API token (401 ");
});

test("an enduser without a company", async () => {
  const said = await validate({ "syncs/endusers.yaml": ENDUSERS.replace(/ {2}companyId.*\n/, "") });
  expect(lineFor(said)).toBe("Planhat creates no Enduser without the company it belongs to.");
});

/** A plan of endusers, one of whose rows has this company, beside one company that is new. */
async function planEnduserOf(company: string): Promise<string> {
  const { env } = await makeSandbox();
  const dir = await makeProject({
    "planhat-sync.yaml": FAST,
    "syncs/companies.yaml": COMPANIES,
    "syncs/endusers.yaml": ENDUSERS.replace(`'"extid-" & company'`, `'company != "" ? "extid-" & company'`),
    "companies.csv": companiesCsv(1),
    "endusers.csv": `id,company,email\nu1,${company},a@x.example\n`,
  });
  const { code, stdout } = await runMain(["plan"], { dir, env });
  expect(code).toBe(6);
  return stdout;
}

test("an enduser whose row has no company", async () => {
  expect(lineFor(await planEnduserOf(""))).toBe(
    '"companyId" says which company the record belongs to, and the row gives none',
  );
});

test("an enduser whose company is neither in Planhat nor about to be", async () => {
  expect(lineFor(await planEnduserOf("gone"))).toBe(
    '"companyId" refers to a Company that Planhat does not have and this run does not create',
  );
});

test("syncs that refer to each other", async () => {
  const dir = await makeProject({
    "planhat.fields.json":
      '{ "version": 1, "objects": { "Company": { "Champion": { "type": "enduser" } } } }',
    "syncs/companies.yaml": `${COMPANIES}  custom.Champion: champion_planhat_id\n`,
    "syncs/endusers.yaml": ENDUSERS,
    "companies.csv": "id,name,phase,champion_planhat_id\n",
    "endusers.csv": "id,company,email\n",
  });
  const { stdout } = await runMain(["validate"], { dir, env: { PLANHAT_API_TOKEN: "sandbox-token" } });
  expect(lineFor(stdout)).toBe("The syncs refer to each other in a circle");
});

test("a field's name in the wrong case", async () => {
  const said = await validate({ "syncs/companies.yaml": COMPANIES.replace("  externalId", "  externalID") });
  expect(said).toContain("did you mean externalId?");
  expect(lineFor(said)).toBe(
    "Planhat drops names it does not know without an error, so the values would be missing",
  );
});

test.each([
  ['"sandbox-token"', "The API token is in quotes"],
  ["Bearer sandbox-token", 'The API token begins with "Bearer "'],
  ["sandbox-token\n", "The API token has a line end in it"],
])("a token that holds more than the token: %j", async (token, seen) => {
  const { code, printed } = await apply({}, { PLANHAT_API_TOKEN: token });
  expect(code).toBe(4);
  expect(lineFor(printed)).toBe(seen);
});

test("a body that is too large", async () => {
  const { code, printed } = await apply({
    limits: { callsPerMinute: 100_000, callsPerSecond: 100_000, bodyBytes: 40 },
  });
  expect(code).toBe(6);
  expect(lineFor(printed)).toBe("The record alone is larger than Planhat takes in one request (413)");
});

test("a token that may not write, with the permission that is missing", async () => {
  const { code, printed } = await apply({ permissions: { Company: { create: false, update: false } } });
  expect(code).toBe(4);
  expect(lineFor(printed)).toBe("The API token may not write companies (403)");
  expect(printed.replace(/\s+/g, " ")).toContain(
    "give the app of this token the permission to write companies",
  );
});

test("a token that may update and not create", async () => {
  const { code, printed } = await apply({ permissions: { Company: { create: false } } }, {}, [
    { externalId: "c1", name: "Old" },
  ]);
  expect(code).toBe(6);
  expect(lineFor(printed)).toBe("Planhat refused the record: the API token lacks a permission");
  expect(printed.replace(/\s+/g, " ")).toContain(
    "In Planhat, Settings > Private Apps, give the app of this token that permission.",
  );
});

test.each([
  [3, "id;name;phase\nc1;A;Trial\n", "is the delimiter"],
  [3, "\ufeffid,name,phase\nc1,A,Trial\n", "is not utf-8: it starts with the mark of utf-16le", "utf16le"],
  [4, 'id,name,phase\nc1,"A,Trial\n', "A quote opens at"],
  [4, "id,name,phase\nc1,A,Trial\nid,name,phase\n", "stands there again in line"],
  [4, "id,name,phase\nc1,A,Trial\n\ufeffc2,A,Trial\n", "There is a byte order mark in the middle of"],
] satisfies readonly (readonly [number, string, string, BufferEncoding?])[])(
  "a CSV that cannot be read, with exit code %i: %j",
  async (exit, csv, seen, encoding?: BufferEncoding) => {
    const { env } = await makeSandbox();
    const dir = await makeProject({ "syncs/companies.yaml": COMPANIES });
    await writeFile(join(dir, "companies.csv"), Buffer.from(csv, encoding));
    const { code, stderr } = await runMain(["plan"], { dir, env });
    expect(code).toBe(exit);
    expect(lineFor(stderr)).toBe(seen);
  },
);

test("an API that wants credentials", async () => {
  const { sandbox, env } = await makeSandbox();
  const dir = await makeProject({
    "syncs/companies.yaml": COMPANIES.replace(/source: .*/, `source: { http: { url: "${sandbox.url}/" } }`),
  });
  const { code, stderr } = await runMain(["plan"], { dir, env });
  expect(code).toBe(4);
  expect(lineFor(stderr)).toBe("The server does not accept the credentials for page");
});

test("every line of the page says what to do", () => {
  const lines = PAGE.split("\n").filter((line) => line.startsWith("| ") && !line.startsWith("| ---"));
  for (const line of lines) expect(line.split(" | ")).toHaveLength(3);
});
