import { describe, expect, test } from "vitest";
import { loadTexts, places } from "./load-text.ts";

const load = (text: string | undefined, env: Readonly<Record<string, string>> = {}) =>
  loadTexts(text === undefined ? {} : { "planhat-sync.yaml": text }, { env });

describe("settings", () => {
  test("have a default each, and no diagnostics, where there is no file", () => {
    const { settings, diagnostics } = load(undefined);
    expect(diagnostics).toEqual([]);
    expect(settings).toEqual({
      token: { kind: "missing", variables: ["PLANHAT_API_TOKEN"] },
      region: { kind: "value", value: "" },
      tenantUuid: { kind: "value", value: "" },
      syncs: "syncs",
      state: { kind: "value", value: ".planhat-sync/state.db" },
      connections: {},
      limits: { callsPerMinute: 200, concurrency: 1, readMinutes: 1440, refusals: 5 },
    });
  });

  test("come from the environment by default", () => {
    const { settings, secrets } = load("version: 1", { PLANHAT_API_TOKEN: "token-1", PLANHAT_REGION: "us1" });
    expect(settings.token).toEqual({ kind: "value", value: "token-1" });
    expect(settings.region).toEqual({ kind: "value", value: "us1" });
    expect(secrets).toEqual(["token-1"]);
  });

  test("are read from the file", () => {
    const { settings, diagnostics } = load(
      `version: 1
planhat: { token: "\${T}", region: us2, tenantUuid: "\${U:-}" }
syncs: ./definitions/
state: \${STATE_URL}
connections:
  warehouse: \${WAREHOUSE_URL}
  other: postgres://reader:\${PASSWORD}@db/x
limits: { callsPerMinute: "\${CALLS}", concurrency: 2, readMinutes: 90, refusals: 9 }
`,
      { T: "token-1", CALLS: "120", PASSWORD: "pass word" },
    );
    expect(settings).toEqual({
      token: { kind: "value", value: "token-1" },
      region: { kind: "value", value: "us2" },
      tenantUuid: { kind: "value", value: "" },
      syncs: "definitions",
      state: { kind: "missing", variables: ["STATE_URL"] },
      connections: {
        warehouse: { kind: "missing", variables: ["WAREHOUSE_URL"] },
        other: { kind: "value", value: "postgres://reader:pass word@db/x" },
      },
      limits: { callsPerMinute: 120, concurrency: 2, readMinutes: 90, refusals: 9 },
    });
    expect(places(diagnostics)).toEqual(["4:8 variable-unset", "6:14 variable-unset"]);
  });

  test.each([
    ["", ["1:1 yaml-syntax"]],
    ["# version: 1", ["1:1 yaml-syntax"]],
    ["planhat: {}", ["1:1 schema"]],
    ["version: 3", ["1:10 version-unsupported"]],
    ["version: 1\nplanhat: { tokn: x }", ["2:12 schema"]],
    ["version: 1\nplanhat: { token: 123456 }", ["2:19 schema"]],
    ["version: 1\nlimits: { callsPerMinute: 0, concurrency: many }", ["2:27 schema", "2:43 schema"]],
    ["version: 1\nconnections: { 'a b': x, c: 1 }", ["2:16 schema", "2:29 schema"]],
    ["version: 1\nsyncs: ../elsewhere", ["2:8 path-outside"]],
    ["version: 1\nsyncs: /etc", ["2:8 path-outside"]],
    [`version: 1\nlimits: { callsPerMinute: "\${CALLS}" }`, ["2:28 variable-unset"]],
    [`version: 1\nplanhat: { token: "\${GITHUB_TOKEN}" }`, ["2:20 variable-refused"]],
  ])("%j has its faults told, and its defaults filled in", (text, said) => {
    const { settings, diagnostics } = load(text);
    expect(places(diagnostics)).toEqual(said);
    expect(settings.limits).toEqual({ callsPerMinute: 200, concurrency: 1, readMinutes: 1440, refusals: 5 });
  });
});

describe("secrets", () => {
  test("are all values that no output may contain", () => {
    const { secrets } = load(
      `version: 1
planhat: { token: "\${T}", tenantUuid: "\${U}" }
state: postgres://ci:st%40te-pass@db/state
connections: { warehouse: "\${W}" }
`,
      { T: "token-1", U: "0000-1111", W: "postgres://me:p@ss:word@db.example/x?sslmode=require" },
    );
    expect(new Set(secrets)).toEqual(
      new Set([
        "token-1",
        "0000-1111",
        "postgres://me:p@ss:word@db.example/x?sslmode=require",
        "p@ss:word",
        "st%40te-pass",
        "st@te-pass",
      ]),
    );
  });

  test("[C3] a token that is too short to be hidden is an error, wherever it comes from", () => {
    expect(places(load(undefined, { PLANHAT_API_TOKEN: "abc" }).diagnostics)).toEqual(["1:1 secret-short"]);
    const named = load(`version: 1\nplanhat:\n  token: \${T}`, { T: "abcde" });
    expect(places(named.diagnostics)).toEqual(["3:10 secret-short"]);
    expect(JSON.stringify(named.diagnostics)).not.toContain("abcde");
    expect(load(undefined, { PLANHAT_API_TOKEN: "abcdef" }).diagnostics).toEqual([]);
  });

  test("so is a tenant's UUID, which stands in every path of the analytics host", () => {
    expect(places(load(undefined, { PLANHAT_TENANT_UUID: "abc" }).diagnostics)).toEqual(["1:1 secret-short"]);
    expect(load(undefined, { PLANHAT_TENANT_UUID: "abcdef" }).diagnostics).toEqual([]);
  });

  test.each([
    ['"quoted-token"', "is in quotes"],
    ["Bearer hidden-token", 'begins with "Bearer "'],
    ["hidden-token\n", "has a line end in it"],
    ["hidden token", "has a blank in it"],
  ])("a token that cannot be one is an error, wherever it comes from: %j", (value, what) => {
    const [byDefault] = load(undefined, { PLANHAT_API_TOKEN: value }).diagnostics;
    expect(byDefault).toMatchObject({ rule: "token-malformed", severity: "error", line: 1, column: 1 });
    expect(byDefault?.reason.what).toContain(`The API token ${what}`);
    expect(byDefault?.reason.fix).toContain("PLANHAT_API_TOKEN");
    const named = load(`version: 1\nplanhat:\n  token: \${T}\n  tenantUuid: \${T}`, { T: value });
    expect(places(named.diagnostics)).toEqual(["3:10 token-malformed", "4:15 token-malformed"]);
    expect(JSON.stringify(named.diagnostics)).not.toContain("hidden");
  });

  test("a password that is too short to be hidden is a warning", () => {
    const { diagnostics } = load(`version: 1\nconnections:\n  dev: \${W}`, {
      W: "postgres://me:pw@localhost/x",
    });
    expect(diagnostics).toMatchObject([{ rule: "secret-short", severity: "warning", line: 3, column: 8 }]);
  });

  test("no message shows a value that came from the environment", () => {
    const { diagnostics } = load(
      `version: 1\nplanhat: { region: "\${R}" }\nlimits: { concurrency: "\${L}" }\nsyncs: "\${S}"`,
      { R: "hidden-1", L: "hidden-2", S: "../hidden-3" },
    );
    expect(diagnostics).toHaveLength(2);
    expect(JSON.stringify(diagnostics)).not.toContain("hidden-");
  });
});
