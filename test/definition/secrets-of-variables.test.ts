import { describe, expect, test } from "vitest";
import { loadSync, loadTexts } from "./load-text.ts";

const T = "aB3xK9mQ7zR2pL5v";

function secretsOf(http: string, env: Readonly<Record<string, string>>): readonly string[] {
  return loadSync(
    `version: 1
source:
  http: ${http}
target: { object: Company }
mode: upsert
fields: { externalId: id, name: name }
`,
    { env },
  ).secrets;
}

describe("what comes out of a variable is secret, wherever the definition has it", () => {
  test.each([
    [
      "a header behind a scheme",
      `{ url: https://a.example.com/x, headers: { Authorization: "Token \${T}" } }`,
    ],
    ["a header of any name", `{ url: https://a.example.com/x, headers: { X-Pass: "v1 \${T}" } }`],
    [
      "auth.header",
      `{ url: https://a.example.com/x, auth: { header: { name: X-Pass, value: "ApiKey \${T}" } } }`,
    ],
    ["the query", `{ url: https://a.example.com/x, query: { pass: "\${T}" } }`],
    ["a list in the query", `{ url: https://a.example.com/x, query: { pass: [a, "\${T}"] } }`],
    ["a step of the path", `{ url: "https://a.example.com/hooks/\${T}/rows" }`],
    ["the query of the address", `{ url: "https://a.example.com/rows?p=\${T}" }`],
    ["the body", `{ url: https://a.example.com/x, method: POST, body: { filter: { pass: "\${T}" } } }`],
    ["a pair", `{ url: https://a.example.com/x, headers: { Cookie: "session=\${T}; theme=dark" } }`],
  ])("in %s", (_, http) => {
    expect(secretsOf(http, { T: "plain-words" })).toContain("plain-words");
  });

  test("with the part behind its scheme, also where the scheme is in the value", () => {
    const http = `{ url: https://a.example.com/x, headers: { Authorization: "\${T}" } }`;
    expect(secretsOf(http, { T: `ApiKey ${T}` })).toEqual(expect.arrayContaining([T, `ApiKey ${T}`]));
  });

  test("and where nothing but the value itself or the variable's name tells", () => {
    const plain = `{ url: "\${BASE}/rows" }`;
    expect(secretsOf(plain, { BASE: `https://hooks.example.com/${T}` })).toContain(T);
    const csv = (path: string, env: Readonly<Record<string, string>>) =>
      loadSync(
        `version: 1\nsource: { csv: { path: "${path}" } }\ntarget: { object: Company }\nmode: upsert\nfields: { externalId: id }\n`,
        { env },
      ).secrets;
    expect(csv(`data/\${CRM_TOKEN}.csv`, { CRM_TOKEN: "plain-words" })).toEqual(["plain-words"]);
    expect(csv(`data/\${FOLDER}.csv`, { FOLDER: T })).toEqual([T]);
    expect(csv(`data/\${FOLDER}.csv`, { FOLDER: "customers" })).toEqual([]);
  });
});

test.each([
  ["a host", `{ url: "https://\${HOST}/rows" }`, { HOST: "api.example.com" }],
  ["a base address", `{ url: "\${BASE}/rows" }`, { BASE: "https://api.example.com/v2" }],
  [
    "a version in the path",
    `{ url: "https://a.example.com/\${API_VERSION}/rows" }`,
    { API_VERSION: "2024-10-preview" },
  ],
  [
    "a team in the query",
    `{ url: https://a.example.com/rows, query: { team: "\${TEAM}" } }`,
    { TEAM: "customer-success" },
  ],
  [
    "a default, which the file shows",
    `{ url: https://a.example.com/rows, query: { q: "\${Q:-active-ones}" } }`,
    {},
  ],
])("%s is no secret, and stays readable", (_, http, env) => {
  expect(secretsOf(http, env)).toEqual([]);
});

test("settings: the token, a connection with its password, the plan key in either spelling", () => {
  const key = Buffer.alloc(32, 5);
  const { secrets } = loadTexts(
    { "planhat-sync.yaml": `version: 1\nconnections: { warehouse: "\${WAREHOUSE}" }\n` },
    {
      env: {
        PLANHAT_API_TOKEN: "planhat-token-1",
        WAREHOUSE: "postgres://loader:p-word-1@db/crm",
        PLANHAT_SYNC_PLAN_KEY: key.toString("hex"),
      },
    },
  );
  expect(secrets).toEqual(
    expect.arrayContaining([
      "planhat-token-1",
      "p-word-1",
      key.toString("hex"),
      key.toString("base64").replace(/=+$/, ""),
    ]),
  );
});

test("a secret that is too short to be kept out is warned of, by the name of its variable", () => {
  const text = `version: 1
source:
  http:
    url: https://a.example.com/x
    auth: { bearer: "\${SHORT}" }
    query: { page: "\${PAGE}" }
target: { object: Company }
mode: upsert
fields: { externalId: id, name: name }
`;
  const { diagnostics } = loadSync(text, { env: { SHORT: "abc", PAGE: "7" } });
  expect(diagnostics).toMatchObject([{ rule: "secret-short", severity: "warning", line: 5 }]);
  expect(JSON.stringify(diagnostics)).not.toContain("abc");
});
