import { describe, expect, test } from "vitest";
import { definition, lint } from "./lint.ts";

const SYNC = `# syncs/a.yaml\n${definition({ fields: ["externalId: id", "name: name"] })}`;
const ENV = { PASSWORD: "from-the-environment", WAREHOUSE_URL: "postgres://u:from-there@db/x" };
const JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N";

function lintSettings(lines: readonly string[]) {
  return lint(`# planhat-sync.yaml\nversion: 1\n${lines.join("\n")}\n${SYNC}`, { env: ENV });
}

describe("[C4] secret-literal", () => {
  test.each([
    [["planhat:", "  token: my-own-token"], "my-own-token", "error"],
    [["planhat:", `  token: \${PASSWORD:-a-default-token}`], "a-default-token", "error"],
    [["planhat:", "  tenantUuid: 0b5a7c1e-1111-4222-8333-444455556666"], "0b5a7c1e", "error"],
    [["connections:", "  db: postgres://u:hunter2@db.example.com/x"], "hunter2", "error"],
    [["connections:", "  db: postgres://u:pa@ssword@db.example.com/x"], "pa@ssword", "error"],
    [["connections:", "  db: host=db password=hunter2 user=u"], "hunter2", "error"],
    [["connections:", "  api: https://example.com/?api_key=hunter2&page=1"], "hunter2", "error"],
    [["connections:", `  api: "${JWT}"`], JWT, "error"],
    [["connections:", "  api: Bearer abcdefgh12345678"], "abcdefgh12345678", "error"],
    [["connections:", "  api: ghp_abcdefghijklmnop1234"], "ghp_abcdefghijklmnop1234", "error"],
    [["connections:", "  api_token: hunter2"], "hunter2", "error"],
    [["connections:", "  api: 9f86d081884c7d659a2feaa0c55ad015"], "9f86d081", "warning"],
    [["connections:", "  api: aB3xK9mQ7zR2pL5vN8tW4yC6dF1gH0jS"], "aB3xK9mQ7", "warning"],
  ])("%j: the secret is found and never printed", (lines, secret, severity) => {
    const found = lintSettings(lines);
    expect(found.map((one) => [one.rule, one.severity, one.line])).toEqual([["secret-literal", severity, 3]]);
    const [diagnostic] = found;
    expect(JSON.stringify(diagnostic)).not.toContain(secret);
    const source = lines[1] ?? "";
    expect(source.slice((diagnostic?.column ?? 0) - 1)).toMatch(
      new RegExp(`^${secret.replace(/[.@]/g, "\\$&")}`),
    );
  });

  test.each([
    [["planhat:", `  token: \${PASSWORD}`]],
    [["planhat:", "  token: sandbox-token"]],
    [["planhat:", `  token: \${PASSWORD:-sandbox-token}`]],
    [["planhat:", `  tenantUuid: \${TENANT:-}`]],
    [["connections:", `  db: \${WAREHOUSE_URL}`]],
    [["connections:", `  db: postgres://u:\${PASSWORD}@db.example.com/x`]],
    [["connections:", "  db: postgres://u@db.example.com/x"]],
    [["connections:", `  db: host=db password=\${PASSWORD} user=u`]],
    [["connections:", "  token_url: https://example.com/oauth/token"]],
    [["connections:", `  api: ApiKey \${PASSWORD}`]],
    [["connections:", `  api_token: v1 \${PASSWORD}`]],
    [["connections:", `  api_token: session=\${PASSWORD}`]],
    [["state: .planhat-sync/state-of-the-customer-success-project-in-production-2026.db"]],
  ])("%j holds none", (lines) => {
    expect(lintSettings(lines)).toEqual([]);
  });

  test("a source's settings are looked at, fields, tests and descriptions are not", () => {
    const text = definition({
      fields: [
        "externalId: id",
        "name: name",
        "custom.token: token",
        'custom.x: { value: "9f86d081884c7d659a2feaa0c55ad015" }',
      ],
    }).replace("version: 1\n", `version: 1\ndescription: "${JWT}"\n`);
    expect(lint(text)).toEqual([]);
    const found = lint(text.replace("path: rows.csv", 'path: "rows-ghp_abcdefghijklmnop1234.csv"'));
    expect(found.map(({ rule, line }) => [rule, line])).toEqual([["secret-literal", 4]]);
  });
});
