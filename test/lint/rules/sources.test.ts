import { describe, expect, test } from "vitest";
import { exampleHttp, exampleQuery } from "../../../src/lint/examples/definition-example.ts";
import { WORKFLOW } from "../../../src/lint/examples/workflow-example.ts";
import { lint } from "./lint.ts";

/** `rule «what is marked»`, of the query or the workflow. */
function said(text: string): readonly string[] {
  return lint(text).map(({ rule }) => rule);
}

describe("rules of queries", () => {
  test.each<[string, ...string[]]>([
    ["SELECT account_id, name FROM a WHERE note = '; delete from x'"],
    ["SELECT account_id, name FROM a -- limit 5"],
    ["SELECT account_id, name FROM (SELECT * FROM a LIMIT 5) a"],
    ["SELECT account_id, name, price * 2 AS double FROM a"],
    ["SELECT account_id, name, tags[1:2] AS tags FROM a"],
    ["SELECT account_id, name FROM a WHERE d > '2026-01-01'::date"],
    ["SELECT account_id, name, count(*) AS n FROM a GROUP BY 1, 2;"],
    ["SELECT account_id, name FROM a WHERE updated_at IS NOT NULL"],
    ["SELECT account_id, name FROM a FETCH FIRST 5 ROWS ONLY", "query-limited"],
    ["SELECT account_id, name FROM a FOR SHARE", "query-writes"],
    ["SELECT account_id, name INTO b FROM a", "query-writes"],
    ["WITH x AS (DELETE FROM a RETURNING *) SELECT account_id, name FROM x", "query-writes"],
    ["TRUNCATE a", "query-writes"],
    ["SELECT a.*, name FROM a", "query-select-star"],
    ["SELECT account_id, name FROM a WHERE r = :region", "query-param-mismatch"],
    ["SELECT account_id, name FROM a WHERE r = %s", "query-param-mismatch"],
  ])("%s: %j", (query, ...rules) => {
    expect(said(exampleQuery(JSON.stringify(query)))).toEqual(rules);
  });
});

test("a connection in the form of libpq is answered with the form that is read, and not repeated", () => {
  const definition = exampleQuery("SELECT account_id, name FROM a").replace(
    "connection: warehouse",
    'connection: "host=h password=canary dbname=d"',
  );
  const [found] = lint(definition).filter(({ rule }) => rule === "connection-unknown");
  expect(found?.reason.what).toBe("This is neither the name of a connection nor a URL of a database.");
  expect(found?.reason.fix).toContain("postgres://user:password@host:5432/database");
  expect(`${found?.reason.what}${found?.reason.fix}`).not.toContain("canary");
});

describe("rules of HTTP sources", () => {
  const URL_LINE = "url: https://api.example.com/accounts";
  const IN_BODY = "pagination: { cursor: { param: variables.after, in: body, next: next } }";
  test.each<[string, readonly string[], ...string[]]>([
    ["a path through a list", ["records: list.customer"]],
    ["a filter in brackets", ['records: "[data[active]]"']],
    ["one of several lists", ["records: lists[0]"]],
    ["a filter", ["records: data[active]"], "records-may-collapse"],
    ["a filter that compares", ["records: 'data[type = \"user\"]'"], "records-may-collapse"],
    ["a filter behind a path", ["records: result.rows[deleted = false]"], "records-may-collapse"],
    [
      "a filter in next, which picks one value",
      ["pagination: { nextUrl: { next: 'links[rel = \"next\"].href' } }"],
    ],
    ["a cursor in the body", ["method: POST", "body: { query: x, variables: { after: null } }", IN_BODY]],
    ["a cursor in a body that it makes", ["method: POST", IN_BODY]],
    ["a cursor in the body of a GET", [IN_BODY], "param-in-body"],
    ["a cursor in a body of text", ["method: POST", "body: a=1", IN_BODY], "param-in-body"],
    [
      "what changed, in a body that is a list",
      ["method: POST", "body: [1]", "cursor: { column: at, param: since, in: body, lag: 5m }"],
      "param-in-body",
    ],
    [
      "a parameter of the query that has the name of one in the body",
      ["method: POST", "query: { page: 1 }", "pagination: { page: { param: page, start: 1, in: body } }"],
    ],
    [
      "a parameter of the query that is set twice",
      [
        "query: { per_page: 5 }",
        "pagination: { page: { param: p, start: 1, size: 9, sizeParam: per_page } }",
      ],
      "pagination-param-twice",
    ],
  ])("%s", (_name, lines, ...rules) => {
    expect(said(exampleHttp(URL_LINE, ...lines))).toEqual(rules);
  });
});

describe("a lag that does not fit its cursor", () => {
  const query = (select: string, lag: string) =>
    exampleQuery(JSON.stringify(`SELECT account_id, name, ${select} FROM a`), {
      more: [`cursor: { column: changed, lag: ${lag} }`],
    });
  test.each<[string, string, ...string[]]>([
    ["changed", "5m"],
    ["changed", "1000"],
    ["updated::timestamptz AS changed", "5m"],
    ["updated::date AS changed", "7", "cursor-lag-mismatch"],
    ["updated::timestamp AS changed", "300", "cursor-lag-mismatch"],
    ["CAST(revision AS bigint) AS changed", "5m", "cursor-lag-mismatch"],
    ["CAST(revision AS bigint) AS changed", "500"],
    ["(revision + 1)::int8 AS changed", "1h", "cursor-lag-mismatch"],
    ["EXTRACT(EPOCH FROM updated) AS changed", "5m", "cursor-lag-mismatch"],
    ["date_trunc('day', updated) AS changed", "86400", "cursor-lag-mismatch"],
    ["to_timestamp(seconds) AS changed", "1d"],
    ["id::uuid AS changed", "5", "cursor-lag-mismatch"],
    ["etag::text AS changed", "5m", "cursor-lag-mismatch"],
    ["coalesce(revision, 0) AS changed", "5m"],
    ["updated::date AS changed", "0", "cursor-without-lag"],
  ])("%s with a lag of %s: %j", (select, lag, ...rules) => {
    expect(said(query(select, lag))).toEqual(rules);
  });

  test.each<[string, string, string, ...string[]]>([
    ["http", "5m", '"2026-01-31T10:00:00Z"'],
    ["http", "5m", "17", "cursor-lag-mismatch"],
    ["http", "5m", '"17"', "cursor-lag-mismatch"],
    ["http", "300", '"2026-01-31"', "cursor-lag-mismatch"],
    ["http", "300", "1767225600"],
    ["http", "5m", '"v17"', "cursor-lag-mismatch"],
    ["http", "5m", "null"],
  ])("of %s is known by the rows of the tests: %s and %s", (_kind, lag, value, ...rules) => {
    const text = `version: 1
source:
  http:
    url: https://api.example.com/accounts
    cursor: { column: changed, param: since, lag: ${lag} }
target: { object: Company }
mode: upsert
key: externalId
fields:
  externalId: id
  name: name
tests:
  - name: a row
    row: { id: a1, name: Acme, changed: ${value} }
    expect: { externalId: a1, name: Acme }
`;
    expect(said(text)).toEqual(rules);
  });

  test("a cursor of numbers is told of a lag that it can have", () => {
    const [found] = lint(query("revision::int AS changed", "0"));
    expect(found).toMatchObject({
      rule: "cursor-without-lag",
      reason: { fix: expect.stringContaining("lag: 1000") },
    });
  });
});

describe("rules of workflows", () => {
  test.each<[string, string, ...string[]]>([
    ["an apply over two lines", "apply \\\n            --auto-approve"],
    ["a plan that is saved", "plan --out plan.json"],
    ["a saved plan", "apply plan.json"],
    ["a comment", "validate\n          # planhat-sync apply asks"],
    ["another command behind it", "validate && npx planhat-sync@0.1.0 apply", "ci-apply-asks"],
    ["options in front of the command", "--project crm apply", "ci-apply-asks"],
    ["a retry that asks", "rejects retry", "ci-apply-asks"],
  ])("%s", (_, command, ...rules) => {
    const run = `|\n          npx planhat-sync@0.1.0 ${command}`;
    expect(said(WORKFLOW.replace("npx planhat-sync@0.1.0 apply --auto-approve", () => run))).toEqual(rules);
  });

  test("a workflow of others is none of our business, nor is one that is no YAML", () => {
    expect(
      said(WORKFLOW.replace(/planhat-sync@0\.1\.0 .*/, "another-tool apply").replaceAll("planhat", "x")),
    ).toEqual([]);
    expect(said(WORKFLOW.replace("on:", "on: ["))).toEqual([]);
  });

  test.each([
    [
      "bash sets pipefail",
      "      - shell: bash\n        run: npx planhat-sync@0.1.0 apply --auto-approve | tee log",
    ],
    ["a package-lock pins", "      - run: npm ci\n      - run: npx planhat-sync apply --auto-approve"],
    ["its own machine keeps the state", "      - run: npx planhat-sync@0.1.0 apply --auto-approve"],
  ])("%s", (name, step) => {
    const text = WORKFLOW.replace("      - run: npx planhat-sync@0.1.0 apply --auto-approve", () => step);
    expect(said(name.startsWith("its own") ? text.replace("ubuntu-latest", "self-hosted") : text)).toEqual(
      [],
    );
  });
});
