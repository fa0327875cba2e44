import { describe, expect, test } from "vitest";
import { secretParts, secretsIn, secretsOfUrl } from "../../src/model/secret-values.ts";

const T = "aB3xK9mQ7zR2pL5v";

describe("the parts of a secret value that may turn up alone", () => {
  test.each([
    [T, [T]],
    [`Bearer ${T}`, [T]],
    [`ApiKey ${T}`, [T]],
    [`Key ${T}`, [T]],
    [`v1 ${T}`, [T]],
    [`Token token=${T}`, [T]],
    [`session=${T}`, [T]],
    [`session=${T}; theme=dark-mode`, [T]],
    [`Digest username="bob", response="${T}"`, [T]],
    [`Basic ${btoa(`sync:pass word ${T}`)}`, [`pass word ${T}`, `sync:pass word ${T}`]],
    [`key-id:${T}`, [T]],
    [`postgres://loader:p%40ss-word@db.example.com/crm`, ["p%40ss-word", "p@ss-word"]],
    [`host=db password=hunter-2-x user=u`, ["hunter-2-x"]],
    [`https://hooks.example.com/services/T00AAA11/B00BBB22/${T}`, [T, `T00AAA11/B00BBB22/${T}`]],
    [`https://example.com/in?token=${T}&page=2`, [T]],
    [` ${T}\n`, [T]],
    [
      "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0B\nAQEFAASCBKcwggSjAgEAAoIB\n-----END PRIVATE KEY-----",
      ["MIIEvQIBADANBgkqhkiG9w0B", "AQEFAASCBKcwggSjAgEAAoIB"],
    ],
  ])("of %j", (value, parts) => {
    const found = secretParts(value);
    expect(found).toContain(value);
    for (const part of parts) expect(found).toContain(part);
  });

  test("are no words that anybody writes", () => {
    for (const value of [
      "correct horse battery staple",
      `session=${T}; theme=dark-mode; lang=english`,
      "postgres://loader:hunter-2-x@warehouse/customers",
    ]) {
      for (const word of [
        "staple",
        "battery staple",
        "dark-mode",
        "english",
        "warehouse",
        "customers",
        "loader",
      ]) {
        expect(secretParts(value)).not.toContain(word);
      }
    }
  });
});

test("an address that is no secret itself may hold some", () => {
  expect(secretsOfUrl("https://api.example.com/v1/accounts?page=2")).toEqual([]);
  expect(secretsOfUrl(`https://api.example.com/v1/${T}?page=2`)).toEqual([T]);
  expect(secretsOfUrl("http://proxy-user:proxy-pass@proxy:3128")).toEqual(["proxy-pass"]);
  expect(secretsOfUrl(`https://${T}@api.example.com/`)).toEqual([T]);
});

describe("a value is secret by its place", () => {
  test("below auth, under a secret's name, and who asks only where it looks like a key", () => {
    const secrets = secretsIn({
      auth: {
        oauth2: {
          tokenUrl: "https://login.example.com",
          clientId: "planhat-sync",
          clientSecret: "s-1",
          scope: "read",
        },
      },
      headers: { "X-Api-Key": "h-1", Accept: "text/plain" },
      query: { token: ["q-1", 42], page: "2" },
    });
    expect(secrets).toEqual(["s-1", "h-1", "q-1", "42"]);
    const basic = (username: string, password: string) =>
      secretsIn({ auth: { basic: { username, password } } });
    expect(basic("warehouse", "p-1")).toEqual(["p-1"]);
    expect(basic(T, "x")).toEqual([T, "x"]);
    expect(basic("key-of-crm", "")).toEqual(["key-of-crm"]);
  });
});
