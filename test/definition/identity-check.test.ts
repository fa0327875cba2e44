import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressProblem } from "../../src/definition/transform/address-problem.ts";
import { isPlaceholder } from "../../src/definition/transform/placeholder.ts";
import { compileExpression } from "../../src/expression/compile-expression.ts";
import type { JsonObject } from "../../src/model/json.ts";
import { runs } from "../support/effort.ts";
import { loadSync } from "./load-text.ts";

async function transformed(definition: string, row: JsonObject) {
  const [sync] = loadSync(definition).syncs;
  if (sync === undefined) throw new Error(`no sync: ${definition}`);
  const [result] = await sync.transform([{ position: { row: 1 }, data: row }], 0);
  return result;
}

function definition(object: string, fields: readonly string[], source = "csv: { path: rows.csv }"): string {
  const lines = ["version: 1", `source: { ${source} }`, `target: { object: ${object} }`];
  return [...lines, "mode: upsert", "fields:", ...fields.map((field) => `  ${field}`), ""].join("\n");
}

const COMPANY = definition("Company", ["externalId: id", "name: name"]);

describe("[S9] a key that stands for no value", () => {
  test.each([
    "null",
    "NULL",
    " Null ",
    "(null)",
    "<null>",
    "\\N",
    "nil",
    "None",
    "undefined",
    "NaN",
    "-nan",
    "<NA>",
    "NaT",
    "n/a",
    "N/A",
    "#N/A",
    "#n/a",
    "#N/A N/A",
    "#REF!",
    "#VALUE!",
    "#NAME?",
    "#DIV/0!",
    "#NUM!",
    "#NULL!",
    "1.#QNAN",
    "[object Object]",
    "[object Undefined]",
    "DBNull",
    "(blank)",
    "-",
    "--",
    "—",
    "?",
    "...",
    "00000000-0000-0000-0000-000000000000",
    "{00000000-0000-0000-0000-000000000000}",
    "000000000000000000000000",
  ])("%j rejects its row, with the value and the way out", async (id) => {
    expect(await transformed(COMPANY, { id, name: "Acme" })).toMatchObject({
      kind: "reject",
      rejection: {
        rule: "key-placeholder",
        field: "externalId",
        key: id,
        reason: {
          detail: `The value is ${JSON.stringify(id)}.`,
          fix: expect.stringContaining("Fill in the id"),
        },
      },
    });
  });

  test.each([
    "NA",
    "na",
    "0",
    "-1",
    "000",
    "null-42",
    "Nullsoft",
    "N/A Corp",
    "nilsson",
    "none-of-these",
    "undefined-behaviour",
    "unknown",
    "#1",
    "#N/A-7",
    "object Object",
    "[object]",
    "a-",
    "00000000-0000-0000-0000-000000000001",
    "0000000000000000000000000",
    "😀",
    "né",
    "false",
  ])("%j is an id, and is read as it is", async (id) => {
    expect(await transformed(COMPANY, { id, name: "Acme" })).toMatchObject({
      kind: "record",
      record: { key: id },
    });
  });

  test.each([
    ["csv: { path: rows.csv }", 'With nulls: ["null"] under source.csv, it counts as no value'],
    ["postgres: { connection: db, query: select 1 }", "With NULLIF(column, 'null') in the query, it counts"],
    ["http: { url: https://api.example.com }", 'With x = "null" ? null : x as the expression, it counts'],
  ])("from %s is told what to do there", async (source, advice) => {
    const text = definition("Company", ["externalId: id", "name: name"], source);
    expect(await transformed(text, { id: "null", name: "Acme" })).toMatchObject({
      rejection: { reason: { fix: expect.stringContaining(advice) } },
    });
  });

  test("that the expression made of null is told to be guarded, and the guard helps", async () => {
    const made = definition("Company", ["externalId: $string(id)", "name: name"]);
    expect(await transformed(made, { id: null, name: "Acme" })).toMatchObject({
      rejection: {
        rule: "key-placeholder",
        reason: { fix: expect.stringContaining("guard it with x != null ? …") },
      },
    });
    const guarded = definition("Company", ["externalId: id != null ? $string(id)", "name: name"]);
    expect(await transformed(guarded, { id: null, name: "Acme" })).toMatchObject({
      rejection: { rule: "key-missing-value" },
    });
  });

  test("no id of letters and digits is one, but the words that are listed", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Z0-9]{1,30}$/), (id) => {
        const listed = /^(null|nil|none|undefined|nan|nat|dbnull|0{24})$/i.test(id);
        expect(isPlaceholder(id)).toBe(listed);
      }),
    );
  });
});

describe("whatever else identifies a record is checked too", () => {
  test.each<[string, string, readonly string[], JsonObject, string]>([
    [
      "another keyable, by which Planhat matches first",
      "Company",
      ["externalId: id", "sourceId: crm", "name: name"],
      { id: "a1", crm: "#N/A", name: "Acme" },
      "sourceId",
    ],
    [
      "a reference by externalId",
      "Asset",
      ["externalId: id", "name: name", "companyId: { expr: company, by: externalId }"],
      { id: "a1", name: "Acme", company: "null" },
      "companyId",
    ],
    [
      "a reference whose prefix was put in front of null",
      "Asset",
      ["externalId: id", "name: name", `companyId: '"extid-" & company'`],
      { id: "a1", name: "Acme", company: null },
      "companyId",
    ],
    [
      "one of several references",
      "Issue",
      ["sourceId: id", "title: name", "companyIds: { expr: companies, by: externalId }"],
      { id: "a1", name: "Acme", companies: ["c1", "undefined"] },
      "companyIds",
    ],
  ])("%s", async (_, object, fields, row, field) => {
    const text = definition(object, fields).replace("fields:", "key: KEY\nfields:");
    const key = fields[0]?.split(":")[0] ?? "";
    expect(await transformed(text.replace("KEY", key), row)).toMatchObject({
      rejection: { rule: "key-placeholder", field },
    });
  });

  test("the record that a metric point belongs to, and the person of an activity", async () => {
    const point = definition("Metric", [
      "dimensionId: { value: logins }",
      "externalId: account",
      "value: n",
      "date: day",
    ]).replace("upsert", "insert");
    expect(await transformed(point, { account: "undefined", n: 1, day: "2026-01-01" })).toMatchObject({
      rejection: { rule: "key-placeholder", field: "externalId" },
    });
    const activity = definition("UserActivity", ["email: mail", "action: what", "date: day"]);
    expect(
      await transformed(activity.replace("upsert", "insert"), {
        mail: "n/a",
        what: "Login",
        day: "2026-01-01",
      }),
    ).toMatchObject({ rejection: { rule: "key-placeholder", field: "email" } });
  });

  test("a name is no id: Null is a family", async () => {
    expect(await transformed(COMPANY, { id: "a1", name: "Null" })).toMatchObject({ kind: "record" });
  });
});

const CONTACT = definition("Enduser", ["email: mail", "companyId: { value: extid-c1 }"]);

/** What is wrong with an address, in a word of its message; and whether its hint gives the address, or which. */
const BROKEN: readonly (readonly [string, string, string | undefined])[] = [
  ["ann@x.example ", "begins or ends with a blank", "ann@x.example"],
  ["  ann@x.example", "begins or ends with a blank", "ann@x.example"],
  ["ann@x.example\n", "begins or ends with a blank", "ann@x.example"],
  ["\u200bann@x.example", "invisible", "ann@x.example"],
  ["ann@x.example\u00a0", "invisible", "ann@x.example"],
  ["\ufeffann@x.example", "invisible", "ann@x.example"],
  ["ann\u00ad@x.example", "invisible", "ann@x.example"],
  ["ann@x.exam\u2060ple", "invisible", "ann@x.example"],
  ["\u202aann@x.example\u202c", "invisible", "ann@x.example"],
  ["ann@x.example\u0000", "invisible", "ann@x.example"],
  ["ann@x.example \u200b", "invisible", "ann@x.example"],
  ["mailto:ann@x.example", "mailto: link", "ann@x.example"],
  ["MAILTO:ann@x.example?subject=Hi", "mailto: link", "ann@x.example"],
  ["Ann Lee <ann@x.example>", "more than that", "ann@x.example"],
  ['"Lee, Ann" <ann@x.example>', "more than that", "ann@x.example"],
  ["<ann@x.example>", "more than that", "ann@x.example"],
  ["ann@x.example (Ann)", "more than that", "ann@x.example"],
  ["Ann ann@x.example", "more than that", "ann@x.example"],
  ["Ann\u00a0ann@x.example", "more than that", "ann@x.example"],
  ["ann@x.example,", "more than that", "ann@x.example"],
  ["ann@x.example; bob@y.example", "several", "ann@x.example"],
  ["ann@x.example, bob@y.example", "several", "ann@x.example"],
  ["ann@x.example/bob@y.example", "several", "ann@x.example"],
  ["ann@x.example bob@y.example", "several", "ann@x.example"],
  ["ann@x.example\u00a0bob@y.example", "several", "ann@x.example"],
  ["Ann <ann@x.example>, Bob <bob@y.example>", "several", "ann@x.example"],
  ["ann", "is not one", undefined],
  ["ann@", "is not one", undefined],
  ["@x.example", "is not one", undefined],
  ["ann@@x.example", "is not one", undefined],
  ["ann(at)x.example", "is not one", undefined],
  ["ann@x..example", "is not one", undefined],
  ["ann@x.example.", "is not one", undefined],
  ["ann@-x.example", "is not one", undefined],
  ["ann%40x.example", "is not one", undefined],
  ["ann\uff20x.example", "is not one", undefined],
];

const SOUND = [
  "ann@x.example",
  "ANN@X.EXAMPLE",
  "ann.lee+news@sub.x.example",
  "o'brien@x.example",
  "a/b=c@x.example",
  "a..b.@docomo.example",
  "root@localhost",
  "ann@x_y.example",
  "ann@xn--mller-kva.example",
  "jörg@müller.example",
  "用户@例子.公司",
  "ann@[192.0.2.1]",
  "a@b",
  "null@x.example",
];

describe("an address that is broken", () => {
  test.each(BROKEN)("%j %s", async (mail, what) => {
    expect(await transformed(CONTACT, { mail })).toMatchObject({
      kind: "reject",
      rejection: { rule: "email-invalid", field: "email", reason: { what: expect.stringContaining(what) } },
    });
  });

  test.each([...SOUND, '"ann lee"@x.example'])("%j is none, and is read as it is", async (mail) => {
    expect(await transformed(CONTACT, { mail })).toMatchObject({ record: { key: mail } });
  });

  test("is shown with what nobody could see", async () => {
    expect(await transformed(CONTACT, { mail: "ann@x.example\u200b" })).toMatchObject({
      rejection: { reason: { detail: 'The value is "ann@x.example\\u200b".' } },
    });
  });

  test.each(["n/a", "null", "-"])("%j is a placeholder", async (mail) => {
    expect(await transformed(CONTACT, { mail })).toMatchObject({ rejection: { rule: "key-placeholder" } });
  });

  test("is no key in any other field that holds addresses either", async () => {
    const user = definition("Enduser", [
      "externalId: id",
      "email: mail",
      "otherEmails: others",
      "companyId: { value: extid-c1 }",
    ]).replace("fields:", "key: externalId\nfields:");
    const row = { id: "u1", mail: "ann@x.example", others: ["a@x.example"] };
    expect(await transformed(user, row)).toMatchObject({ kind: "record" });
    expect(await transformed(user, { ...row, mail: "ann @x.example" })).toMatchObject({
      rejection: { rule: "email-invalid", field: "email", key: "u1" },
    });
    expect(await transformed(user, { ...row, others: ["a@x.example", "b"] })).toMatchObject({
      rejection: { rule: "email-invalid", field: "otherEmails" },
    });
    // Planhat takes a contact with an id of one's own alone.
    expect(await transformed(user, { ...row, mail: null })).toMatchObject({ kind: "record" });
    const byAddress = user
      .replace("externalId: id", "firstName: id")
      .replace("key: externalId", "key: email");
    expect(await transformed(byAddress, { ...row, mail: null })).toMatchObject({ kind: "reject" });
  });
});

describe("the advice of a broken address", () => {
  function advised(mail: string): string | undefined {
    const ways = addressProblem(mail)?.advice.ways;
    return ways?.[0]?.write("mail", { texts: true, nulls: false });
  }

  async function follow(mail: string, value: string): Promise<unknown> {
    const expression = advised(mail);
    if (expression === undefined) return undefined;
    const compiled = compileExpression(expression);
    if (!compiled.ok) throw new Error(`${expression}: ${JSON.stringify(compiled.problems)}`);
    return compiled.expression.evaluate({ mail: value }, { runStart: 0 });
  }

  test.each(BROKEN)("%j, followed, gives the address", async (mail, _, address) => {
    expect(await follow(mail, mail)).toBe(address);
  });

  test.each(BROKEN.filter(([, , address]) => address !== undefined))(
    "%j, followed, leaves every sound address as it is",
    async (mail) => {
      for (const sound of SOUND) expect(await follow(mail, sound)).toBe(sound);
    },
  );
});

test("the check of an address ends in no time, whatever the text", () => {
  const part = fc.constantFrom("a", "@", ".", "-", " ", "\u200b", "(", ">", '"', ",", "mailto:", "é");
  fc.assert(
    fc.property(fc.array(part, { maxLength: 4 }), fc.nat(20_000), (parts, times) => {
      addressProblem(parts.join("").repeat(times / Math.max(1, parts.length)));
    }),
    { numRuns: runs(50) },
  );
});

describe("a key that is the formula of a spreadsheet", () => {
  const GENERATED = fc.stringMatching(/^[A-Za-z0-9 _.-]{1,20}$/);

  test("that holds a text is answered with the expression that takes it out, which gives that text", async () => {
    await fc.assert(
      fc.asyncProperty(GENERATED, async (text) => {
        const id = `="${text}"`;
        const result = await transformed(COMPANY, { id, name: "Acme" });
        expect(result).toMatchObject({ kind: "reject", rejection: { rule: "key-formula", key: id } });
        const [rewrite] = (result?.kind === "reject" && result.rejection.reason.rewrites) || [];
        const followed = compileExpression(rewrite?.text ?? "");
        if (!followed.ok) throw new Error(`${rewrite?.text}: ${JSON.stringify(followed.problems)}`);
        for (const row of [{ id }, { id: text }]) {
          expect(await followed.expression.evaluate(row, { runStart: 0 })).toBe(text);
        }
      }),
      { numRuns: runs(100) },
    );
  });

  test.each(['=HYPERLINK("https://a.example","a1")', "=A2&B2", "=SUM(A1)", '= "a" & "b"', "=$A$1+1"])(
    "%s rejects its row",
    async (id) => {
      expect(await transformed(COMPANY, { id, name: "Acme" })).toMatchObject({
        kind: "reject",
        rejection: { rule: "key-formula", reason: { fix: "Export the values instead of the formulas." } },
      });
    },
  );

  test.each(["==YWJj", "=abc", "=", "a=1", '"0012"', "=42"])("%s is none", async (id) => {
    expect(await transformed(COMPANY, { id, name: "Acme" })).not.toMatchObject({
      rejection: { rule: "key-formula" },
    });
  });
});
