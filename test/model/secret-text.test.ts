import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isSecretName, secretSpans } from "../../src/model/secret-text.ts";

describe("isSecretName", () => {
  test.each([
    "token",
    "API_TOKEN",
    "accessToken",
    "password",
    "dbPassword",
    "secret",
    "clientSecret",
    "api_key",
    "apiKey",
    "x-api-key",
    "Authorization",
    "Cookie",
    "Set-Cookie",
    "credentials",
    "private_key",
    "tenantUuid",
    "pwd",
    "TokenValue",
  ])("%s is one", (name) => {
    expect(isSecretName(name)).toBe(true);
  });

  test.each([
    "",
    "name",
    "key",
    "url",
    "tokenUrl",
    "token_param",
    "passwordFile",
    "authorName",
    "page",
    "cursor",
    "cwd",
    "X-Api-Key-Name",
    "delimiter",
    "path",
    "tokens_count",
  ])("%s is none", (name) => {
    expect(isSecretName(name)).toBe(false);
  });
});

describe("secretSpans", () => {
  const found = (text: string, name?: string) =>
    secretSpans(text, name).map(({ offset, length }) => text.slice(offset, offset + length));

  test("marks the secret alone, not what stands around it", () => {
    expect(found("postgres://u:pw@a/x and https://b/?token=t0&n=1")).toEqual(["pw", "t0"]);
    expect(found(`Bearer abc \${X}`, "Authorization")).toEqual(["abc"]);
    expect(found("Basic dXNlcjpwYXNz", "header")).toEqual(["dXNlcjpwYXNz"]);
  });

  test(`what a variable stands for is not written out, its default is, and $\${ is text`, () => {
    expect(found(`\${SECRET}`, "token")).toEqual([]);
    expect(found(`Bearer \${SECRET}`, "Authorization")).toEqual([]);
    expect(found(`\${SECRET:-}`, "token")).toEqual([]);
    expect(found(`\${SECRET:-abc}`, "token")).toEqual(["abc"]);
    expect(found(`$\${SECRET}`, "token")).toEqual([`$\${SECRET}`]);
  });

  test("prose, SQL and paths hold none", () => {
    const texts = [
      "select password, token from users where token = $1 and api_key is not null",
      "data/exports/2026/customer_success_accounts_full_export_final_v2.csv",
      "https://api.example.com/v2/customers?page=1&per_page=100&sort=-updated_at",
      "a description of what customerLifetimeValueForReportingPurposes2026 is for",
      "0b5a7c1e-1111-4222-8333-444455556666",
    ];
    expect(texts.flatMap((text) => found(text))).toEqual([]);
  });

  test("spans lie inside the text and do not overlap, whatever the text", () => {
    const piece = fc.constantFrom(
      "postgres://u:",
      "@h",
      `\${A:-`,
      "}",
      "token=",
      "?",
      "&",
      "Bearer ",
      "eyJ",
      ".",
      "$$",
      "x".repeat(12),
      "aB3xK9mQ7zR2pL5vN8tW4yC6dF1gH0jS",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string())), fc.constantFrom("", "token"), (pieces, name) => {
        const text = pieces.join("");
        let end = 0;
        for (const { offset, length } of secretSpans(text, name)) {
          expect(offset).toBeGreaterThanOrEqual(end);
          expect(length).toBeGreaterThan(0);
          end = offset + length;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
