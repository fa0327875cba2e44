import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  isSecretName,
  isSecretVariable,
  looksLikeCredential,
  secretSpans,
} from "../../src/model/secret-text.ts";

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

describe("isSecretVariable", () => {
  test.each([
    "CRM_TOKEN",
    "CRM_KEY",
    "API_KEY",
    "DB_PASS",
    "SLACK_WEBHOOK",
    "SLACK_WEBHOOK_URL",
    "WAREHOUSE_DSN",
  ])("%s is one", (name) => {
    expect(isSecretVariable(name)).toBe(true);
  });

  test.each([
    "CRM_URL",
    "KEY",
    "SORT_KEY",
    "PUBLIC_KEY",
    "REGION",
    "PAGE_SIZE",
    "TOKEN_URL",
    "AUTHOR",
    "MONKEY",
  ])("%s is none", (name) => {
    expect(isSecretVariable(name)).toBe(false);
  });
});

describe("[C4] looksLikeCredential", () => {
  test.each([
    "aB3xK9mQ7zR2pL5v",
    "9f86d081884c7d659a2feaa0c55ad015",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dozjgNryP4J3",
    "f47ac10b-58cc-4372-a567-0e02b2c3d479",
    "sk_live_51HxyzABCdefGHI789",
  ])("%s does", (word) => {
    expect(looksLikeCredential(word)).toBe(true);
  });

  test.each([
    "customer-success",
    "customers-2024-export",
    "2024-01-01T00:00:00Z",
    "db1.prod2.example.com",
    "https://example.com/a1b2c3d4e5",
    "1234567890123",
    "eu-north-1",
    "sandbox-token",
    "a phrase with 1 number 2",
    "crm_companies_v2",
  ])("%s does not", (word) => {
    expect(looksLikeCredential(word)).toBe(false);
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

  test.each([
    `ApiKey \${T}`,
    `Key \${T}`,
    `v1 \${T}`,
    `session=\${T}`,
    `theme=dark; session=\${T}; Path=/`,
    `Token token=\${T}`,
    `Token token="\${T}", nonce="\${N}"`,
    `Digest username="bob", response="\${T}"`,
    `sk_live_\${T}`,
    `user:\${T}`,
    `AWS4-HMAC-SHA256 Credential=\${A}/20240101/eu-north-1/s3, Signature=\${T}`,
    `\${A}.\${B}`,
    ` \${T} `,
  ])("the frame of a variable is no secret: %s", (text) => {
    expect(found(text, "Authorization")).toEqual([]);
  });

  test.each([
    [`hunter2\${T}`, ["hunter2"]],
    [`\${T}hunter2`, ["hunter2"]],
    [`ApiKey aB3xK9mQ7zR2pL5v \${T}`, ["aB3xK9mQ7zR2pL5v"]],
    [`Bearer abc def \${T}`, ["abc", "def"]],
    [`key=aB3xK9mQ7zR2pL5v; session=\${T}`, ["key=aB3xK9mQ7zR2pL5v;"]],
    [`token=hunter2; session=\${T}`, ["token=hunter2;"]],
    [`ApiKey \${T:-hunter2}`, ["hunter2"]],
    [`aB3xK9mQ7zR2pL5v_\${T}`, ["aB3xK9mQ7zR2pL5v_"]],
  ])("what is more than a frame is one: %s", (text, secrets) => {
    expect(found(text, "Authorization")).toEqual(secrets);
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
