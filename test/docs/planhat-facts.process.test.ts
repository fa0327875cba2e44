import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { OBJECT_TYPES } from "../../src/model/generated/objects.ts";
import { runMain } from "../support/cli.ts";
import { COMPANIES, companiesCsv, ENDUSERS, makeProject, makeSandbox } from "../support/project.ts";

const PAGE = readFileSync("docs/planhat-facts.md", "utf8");
const EXAMPLE = "examples/every-object";

/** The requests in the first column of the page's tables. */
const LISTED = new Set(
  [...PAGE.matchAll(/^\| `((?:GET|PUT|POST) [^`]+)`/gm)].map(([, request = ""]) => request),
);

/** `GET /companies/extid-a?x=1` → `GET /<objects>/<id>?x`. */
function shapeOf({ method, path }: { readonly method: string; readonly path: string }): string {
  const { pathname, searchParams } = new URL(path, "http://planhat");
  const [, root = "", ...rest] = pathname.split("/");
  const isObject = OBJECT_TYPES.some((type) => type.path === `/${root}` && type.stream === undefined);
  const below = rest.map((part) =>
    part === "sandbox-tenant" ? "<tenant>" : part === "bulk" ? part : "<id>",
  );
  const names = [...new Set(searchParams.keys())].sort();
  const query = names.length === 0 ? "" : `?${names.join("&")}`;
  return `${method} /${[isObject ? "<objects>" : root, ...below].join("/")}${query}`;
}

/** A definition for every object, with the rows that it reads. */
function everyObject(): Readonly<Record<string, string>> {
  const paths = ["syncs", "data"].flatMap((folder) =>
    readdirSync(join(EXAMPLE, folder)).map((name) => `${folder}/${name}`),
  );
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(EXAMPLE, path), "utf8")]));
}

/** Runs that make each kind of request there is. */
async function requestsOfEveryCommand() {
  // What the example's line items and timesheet refer to is there before the run.
  const { sandbox, env } = await makeSandbox({ seed: join(EXAMPLE, "planhat.json") });
  const all = await makeProject(everyObject());
  const few = await makeProject({
    "syncs/companies.yaml": COMPANIES.replace("upsert", "update"),
    "companies.csv": companiesCsv(1),
  });
  const bySource = await makeProject({
    "syncs/companies.yaml": COMPANIES.replaceAll("externalId", "sourceId").replace("upsert", "update"),
    "companies.csv": companiesCsv(1),
  });
  const contacts = await makeProject({
    "syncs/endusers.yaml": ENDUSERS.replace("upsert", "update"),
    "endusers.csv": "id,company,email\nnowhere,acme,a@x.example\n",
  });
  const many = await makeProject({ "syncs/companies.yaml": COMPANIES, "companies.csv": companiesCsv(9) });
  const apply = ["apply", "--auto-approve"];
  for (const [dir, ...argv] of [
    [all, ...apply],
    [all, ...apply, "--baseline", "none"],
    [all, "plan", "--baseline", "state"],
    [few, ...apply, "--baseline", "state"],
    [bySource, ...apply, "--baseline", "state"],
    [contacts, ...apply],
    [many, ...apply],
    [all, "introspect"],
    [all, "doctor"],
    [few, "init", "crm", "--from-planhat", "Company", "--yes"],
  ] as const) {
    const { code, stderr } = await runMain(argv, { dir, env });
    expect(code, `${argv.join(" ")}\n${stderr}`).toBe(0);
  }
  return sandbox.log;
}

describe("what is relied on of Planhat", () => {
  test("is listed for every request that a command makes, and for no other", async () => {
    const log = await requestsOfEveryCommand();
    expect(new Set(log.map(shapeOf))).toEqual(LISTED);
    // The one parameter that may hold several values.
    const several = log.flatMap(({ path }) =>
      [...new URL(path, "http://planhat").searchParams].filter(([, value]) => value.includes(",")),
    );
    expect(new Set(several.map(([name]) => name))).toEqual(new Set(["select"]));
  });

  test("is linked from the README", () => {
    expect(readFileSync("README.md", "utf8")).toContain("(docs/planhat-facts.md)");
  });
});
