import { describe, expect, test } from "vitest";
import { loadTexts } from "./load-text.ts";

const ENVIRONMENTS = `version: 1
state: shared.db
limits: { callsPerMinute: 100, concurrency: 2 }
environments:
  staging:
    planhat: { token: "\${STAGING_TOKEN}", region: us1, apiUrl: sandbox }
    state: .planhat-sync/staging.db
    limits: { callsPerMinute: "\${STAGING_CALLS:-7}" }
    guards: { maxChanges: 100% }
    variables: { FILE: staging.csv, TABLE: "\${STAGING_TABLE}" }
    connections: { warehouse: "postgres://reader:\${STAGING_PASSWORD}@db/x" }
  production:
    planhat: { token: "\${PRODUCTION_TOKEN}" }
    protected: true
`;
const SYNC = `version: 1
source: { csv: { path: "\${FILE}" } }
target: { object: Company }
mode: upsert
fields: { externalId: id }
`;
const ENV = {
  STAGING_TOKEN: "staging-token-1",
  PRODUCTION_TOKEN: "production-token-1",
  STAGING_PASSWORD: "pass-word-1",
  FILE: "of-the-shell.csv",
};

function load(text: string, { env = ENV, environment }: { env?: object; environment?: string } = {}) {
  return loadTexts(
    { "planhat-sync.yaml": text, "syncs/crm.yaml": SYNC },
    { env: env as Readonly<Record<string, string>>, ...(environment === undefined ? {} : { environment }) },
  );
}

const rules = (project: ReturnType<typeof load>) =>
  project.diagnostics.map(({ rule, severity, line }) => `${line} ${severity} ${rule}`);

describe("a chosen environment", () => {
  test("replaces what it says, and leaves the rest to the file and its defaults", () => {
    const { settings } = load(ENVIRONMENTS, { environment: "staging" });
    expect(settings).toMatchObject({
      token: { kind: "value", value: "staging-token-1" },
      region: { kind: "value", value: "us1" },
      apiUrl: "sandbox",
      state: { kind: "value", value: ".planhat-sync/staging.db" },
      limits: { callsPerMinute: 7, concurrency: 2 },
      connections: { warehouse: { kind: "value", value: "postgres://reader:pass-word-1@db/x" } },
      environment: {
        kind: "chosen",
        name: "staging",
        isProtected: false,
        guards: { maxChanges: { share: 1 } },
      },
    });
    expect(load(ENVIRONMENTS, { environment: "production" }).settings).toMatchObject({
      token: { kind: "value", value: "production-token-1" },
      region: { kind: "value", value: "" },
      apiUrl: undefined,
      state: { kind: "value", value: "shared.db" },
      limits: { callsPerMinute: 100 },
      connections: {},
      environment: { kind: "chosen", isProtected: true },
    });
  });

  test("has a state of its own where the file names none", () => {
    const text = ENVIRONMENTS.replace("state: shared.db\n", "");
    expect(load(text, { environment: "production" }).settings.state).toEqual({
      kind: "value",
      value: ".planhat-sync/production.db",
    });
  });

  test("is the one that PLANHAT_SYNC_ENV names, unless somebody names another", () => {
    const env = { ...ENV, PLANHAT_SYNC_ENV: "production" };
    expect(load(ENVIRONMENTS, { env }).settings.environment).toMatchObject({ name: "production" });
    const both = load(ENVIRONMENTS, { env, environment: "staging" });
    expect(both.settings.environment).toMatchObject({ name: "staging" });
  });

  test("fills its variables into definitions, over those of the process", () => {
    const [sync] = load(ENVIRONMENTS, { environment: "staging" }).syncs;
    expect(sync?.source.settings).toMatchObject({ path: "staging.csv" });
  });

  test("leaves a variable unset whose own value is not known, whatever the process says", () => {
    const text = ENVIRONMENTS.replace("FILE: staging.csv", `FILE: "\${STAGING_FILE}"`);
    const [sync] = load(text, { environment: "staging" }).syncs;
    expect(sync?.missingVariables).toEqual(["FILE"]);
  });

  test("misses its own variables, and not those of the others", () => {
    const env = { STAGING_TOKEN: "staging-token-1", STAGING_PASSWORD: "pass-word-1", STAGING_TABLE: "t" };
    expect(rules(load(ENVIRONMENTS, { env, environment: "staging" }))).toEqual([]);
    expect(rules(load(ENVIRONMENTS, { env, environment: "production" }))).toEqual([
      "13 warning variable-unset",
      "2 warning variable-unset",
    ]);
  });
});

describe("without a choice", () => {
  test("what an environment could say is open, and nothing of it is missed", () => {
    const project = load(ENVIRONMENTS, { env: {} });
    const open = { kind: "open", environments: ["staging", "production"] };
    expect(project.settings).toMatchObject({
      token: open,
      region: open,
      tenantUuid: open,
      state: open,
      connections: { warehouse: open },
      environment: { kind: "open", names: ["staging", "production"] },
    });
    expect(rules(project)).toEqual([]);
  });

  test("an unknown name leaves it open too", () => {
    const { settings } = load(ENVIRONMENTS, { environment: "prod" });
    expect(settings.environment).toEqual({ kind: "unknown", name: "prod", names: ["staging", "production"] });
    expect(settings.token.kind).toBe("open");
  });

  test("a project without environments is as it was", () => {
    expect(load("version: 1\n").settings).not.toHaveProperty("environment");
  });
});

describe("what is checked of all environments", () => {
  test("the secrets of each are hidden, whichever is chosen", () => {
    for (const environment of ["staging", "production"]) {
      const { secrets } = load(ENVIRONMENTS, { environment });
      expect(secrets).toEqual(
        expect.arrayContaining(["staging-token-1", "production-token-1", "pass-word-1"]),
      );
    }
  });

  test("a shared token and a shared state are warned of on the later one", () => {
    const text = `version: 1
state: one.db
environments:
  staging: { planhat: { token: "\${A_TOKEN}" } }
  production: { planhat: { token: "\${A_TOKEN}" } }
`;
    expect(rules(load(text))).toEqual(["5 warning environment-shared", "5 warning environment-shared"]);
  });

  test("a malformed token of another environment is a warning, of the chosen one an error", () => {
    const env = { ...ENV, STAGING_TABLE: "t", PRODUCTION_TOKEN: '"production-token-1"' };
    expect(rules(load(ENVIRONMENTS, { env, environment: "staging" }))).toEqual([
      "13 warning token-malformed",
    ]);
    expect(rules(load(ENVIRONMENTS, { env, environment: "production" }))).toEqual([
      "13 error token-malformed",
    ]);
  });

  test("a region that is none is found in each", () => {
    const text = ENVIRONMENTS.replace("region: us1", "region: us1, tenantUuid: ab");
    expect(rules(load(text, { environment: "production" }))).toContain("6 warning secret-short");
  });
});

describe("the address of an environment", () => {
  const withUrl = (url: string, more = "") => `version: 1
environments:
  staging:
    planhat: { token: "\${STAGING_TOKEN}", apiUrl: "${url}" }
${more}`;
  const at = (url: string, env: object = {}, more = "") =>
    load(withUrl(url, more), { env: { ...ENV, ...env }, environment: "staging" });

  test.each(["sandbox", "http://127.0.0.1:4010", "https://api-us1.planhat.com", `\${URL:-}`])(
    "%s may be written out",
    (url) => {
      const { settings, diagnostics } = at(url);
      expect(settings.addressFault).toBeUndefined();
      expect(diagnostics).toEqual([]);
    },
  );

  test("of another host may come from a variable of the process, and from nowhere else", () => {
    const proxy = "https://proxy.example.com";
    expect(at(`\${URL}`, { URL: proxy }).settings).toMatchObject({ apiUrl: proxy });
    expect(at(`\${URL}`, { URL: proxy }).settings.addressFault).toBeUndefined();
    const own = `    variables: { URL: "${proxy}" }\n`;
    for (const project of [
      at(proxy),
      at(`\${URL:-${proxy}}`),
      at(`https://\${URL}`, { URL: "proxy.example.com" }),
      at(`\${URL}`, { URL: proxy }, own),
      at(`\${URL}`, {}, own),
      at("https://planhat.com.example.com"),
    ]) {
      expect(project.settings.addressFault?.kind).toBe("foreign");
      expect(rules(project)).toEqual(["4 error environment-address"]);
    }
  });

  test("is none while its variable is not set: Planhat itself was not meant", () => {
    expect(at(`\${URL}`).settings.addressFault?.kind).toBe("unset");
  });
});
