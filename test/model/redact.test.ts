import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeRedact, Redactor } from "../../src/model/redact.ts";
import { runs } from "../support/effort.ts";
import { SPELLINGS, tracesOf } from "../support/secret-spellings.ts";

const SECRETS = [
  "canary/token+with=specials~0123456789abcdef",
  "sk_live_51HxyzABCdefGHI789",
  "f47ac10b-58cc-4372-a567-0e02b2c3d479",
  `p"a's\\s<w>&o%41r$d{x}`,
  "pässwörd-für-ümläute-7",
  "hunter",
];

describe.each(Object.entries(SPELLINGS))("[C1] a secret %s", (_, spell) => {
  test.each(SECRETS)("is not in what is left of a text: %s", (secret) => {
    const redact = makeRedact([secret]);
    const text = `before (${spell(secret)}) behind`;
    const clean = redact(text);
    expect(clean).toContain("***");
    expect(clean).toMatch(/^before \(.*\) behind$/s);
    for (const trace of tracesOf(secret)) expect(clean).not.toContain(trace);
  });
});

test("a secret is found wherever it stands, and nothing but the secret is replaced", () => {
  const redact = makeRedact(["canary-value-1"]);
  expect(redact("canary-value-1")).toBe("***");
  expect(redact("a canary-value-1 b CANARY%2Dvalue-1.")).toBe("a *** b ***.");
  expect(redact('{"a":"canary\\u002dvalue-1","b":"x\\"y"}')).toBe('{"a":"***","b":"x\\"y"}');
  expect(redact("canary-value-1canary-value-1")).toBe("***");
  expect(redact("canary-value-")).toBe("canary-value-");
});

test("a secret across the parts of a long text is found", () => {
  const secret = "canary-value-across-parts";
  const redact = makeRedact([secret]);
  for (const before of [0, 1, 5, 12, 24, 25]) {
    const text = `${"x".repeat((1 << 20) - before)}${secret}${"y".repeat(10)}`;
    expect(redact(text)).toBe(`${"x".repeat((1 << 20) - before)}***${"y".repeat(10)}`);
  }
});

test("[C1] whatever the secret and what stands around it, each spelling of it is replaced", () => {
  const secret = fc
    .string({ unit: "grapheme-ascii", minLength: 8, maxLength: 60 })
    .filter((text) => text.trim() === text);
  const around = fc.string({ unit: fc.constantFrom(..."ab 01.,:;/-_\n"), maxLength: 12 });
  const spellings = fc.constantFrom(...Object.entries(SPELLINGS).filter(([name]) => !name.includes("lines")));
  fc.assert(
    fc.property(secret, around, around, spellings, (hidden, before, behind, [, spell]) => {
      const redact = makeRedact([hidden]);
      const clean = redact(`${before} (${spell(hidden)}) ${behind}`);
      expect(clean).toContain("***");
      expect(clean.toLowerCase()).not.toContain(hidden.toLowerCase());
    }),
    { numRuns: runs(2000) },
  );
});

test("[C3] ordinary text stays as it is", () => {
  const prose = ["README.md", "CHANGELOG.md", "docs/definitions.md", "docs/decisions.md", "docs/objects.md"]
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  const redact = makeRedact(SECRETS.slice(0, 5));
  expect(redact(prose)).toBe(prose);
  const data = JSON.stringify({ text: prose, nested: JSON.stringify({ prose }) });
  expect(redact(data)).toBe(data);
});

test("[C3] a secret that is a word is replaced as a word, and longer words that contain it stay", () => {
  const redact = makeRedact(["postgres"]);
  expect(redact("PostgreSQL says: user postgres, password=postgres&x")).toBe(
    "PostgreSQL says: user ***, password=***&x",
  );
  expect(redact(JSON.stringify("postgres\n"))).toBe('"***\\n"');
});

test("texts without a secret are given back unchanged, whatever they are", () => {
  const redact = makeRedact(["qZ7!-canary-never-drawn-0x"]);
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
      expect(redact(text)).toBe(text);
    }),
  );
});

test("[C3] secrets of fewer than six characters are left alone, and later ones join the earlier", () => {
  const redactor = new Redactor();
  redactor.hide(["short", ""]);
  expect(redactor.redact("a short text")).toBe("a short text");
  redactor.hide(["first-secret"]);
  redactor.hide(["second-secret"]);
  expect(redactor.redact("first-secret, second-secret")).toBe("***, ***");
});

test("a secret that is a word is replaced, and is no reason to refuse a record", () => {
  const redactor = new Redactor();
  redactor.hide(["customer", "k3y-of-the-api"]);
  expect(redactor.redact("a customer")).toBe("a ***");
  expect(redactor.holdsSecret("a customer")).toBe(false);
  expect(redactor.holdsSecret("x k3y-of-the-api")).toBe(true);
  expect(redactor.holdsSecret(Buffer.from("x k3y-of-the-api").toString("base64"))).toBe(true);
});
