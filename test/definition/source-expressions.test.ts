import { expect, test } from "vitest";
import { projectLinter } from "../../src/app/rules.ts";
import { compileProject } from "../../src/definition/compile-project.ts";
import { compileExpression } from "../../src/expression/compile-expression.ts";
import { OBJECT_TYPES } from "../../src/model/generated/objects.ts";
import { SOURCE_KINDS } from "../../src/sources/index.ts";

const DEFINITION = `version: 1
source:
  http:
    url: https://api.example.com/people
    records: data
    auth: { bearer: "\${API_TOKEN}" }
    pagination: { cursor: { param: c, next: meta.next } }
target: { object: Company }
mode: upsert
fields: { externalId: id, name: name }
`;

function projectOf(text: string, env = { API_TOKEN: "a-token-of-the-api" }) {
  const files = new Map([["syncs/people.yaml", text]]);
  return compileProject({
    dir: "/p",
    files,
    env,
    objectTypes: OBJECT_TYPES,
    sourceKinds: SOURCE_KINDS,
    compileExpression,
    linter: projectLinter(),
  });
}

test.each([
  ["records: data", "records: data[", "expression-syntax 5:18"],
  ["records: data", "records: data\n    total: meta.(all", "expression-syntax 6:20"],
  ["next: meta.next", "next: $random()", "expression-impure 7:45"],
])("an expression over a page is checked like one over a row: %s → %s", (good, bad, expected) => {
  expect(projectOf(DEFINITION).diagnostics).toEqual([]);
  const found = projectOf(DEFINITION.replace(good, bad)).diagnostics;
  expect(found.map(({ rule, line, column }) => `${rule} ${line}:${column}`)).toEqual([expected]);
});

test("everything under auth is a secret, whatever its key is called", () => {
  expect(projectOf(DEFINITION).secrets).toContain("a-token-of-the-api");
});

test("where a token is asked for is no secret, and what is sent there is", () => {
  const auth = `auth: { oauth2: { tokenUrl: "https://login.example.com/token", clientId: me, clientSecret: "\${API_TOKEN}", scope: read } }`;
  const { secrets } = projectOf(DEFINITION.replace(/auth: .*/, auth));
  // Who asks is no secret either, unless the id looks like a key.
  expect(secrets).toEqual(["a-token-of-the-api"]);
  const keyed = projectOf(
    DEFINITION.replace(/auth: .*/, auth.replace("clientId: me", "clientId: k7Jq2mZx81Tp")),
  );
  expect(keyed.secrets.toSorted()).toEqual(["a-token-of-the-api", "k7Jq2mZx81Tp"]);
});

test("the name of a variable that is not set is no secret", () => {
  expect(projectOf(DEFINITION, {} as never).secrets).toEqual([]);
});
