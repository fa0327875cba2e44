import { exampleOf, type LoadRule, loadRules } from "../../model/load-rule.ts";

const CONTACTS = `version: 1
source:
  csv: { path: contacts.csv }
target: { object: Enduser }
mode: upsert
key: email
fields:
  email: $lowercase($trim(mail))
  companyId: '"extid-" & account_id'
`;

/** What mapping a row reports. It is also rejected under the linter's ids type-mismatch, required-field and reference-missing. */
export const ROW_RULES: readonly LoadRule[] = loadRules([
  {
    id: "key-missing-value",
    family: "run",
    severity: "error",
    description:
      "A row gives the key of the sync no value: it is null, empty or blank. Such a record could not be found again, and every apply would create it anew; it is rejected and never sent.",
    bad: `${exampleOf("  externalId: account_id")}tests:
  - name: a company without an id
    row: { account_id: " ", name: Acme }
    expect: { externalId: " ", name: Acme }
`,
    good: `${exampleOf("  externalId: account_id")}tests:
  - name: a company without an id
    row: { account_id: " ", name: Acme }
    expectError: key-missing-value
`,
  },
  {
    id: "key-placeholder",
    family: "run",
    severity: "error",
    description:
      'A row gives a field that identifies a record a placeholder: "null", "undefined", "#N/A", "n/a", "[object Object]", an id of zeros or a dash. It stands for a missing value, and all such rows would become one record of that name, so the row is rejected. Fill in the id in the source, or leave such rows out. To let the text count as no value, list it under `nulls:` of a CSV source, write NULLIF in a query, or compare it in the expression. The key, other keyables and references are checked, and what points and events are known by.',
    bad: `${exampleOf("  externalId: account_id")}tests:
  - name: an export that writes null
    row: { account_id: "null", name: Acme }
    expect: { externalId: "null", name: Acme }
`,
    good: `${exampleOf("  externalId: account_id")}tests:
  - name: an export that writes null
    row: { account_id: "null", name: Acme }
    expectError: key-placeholder
`,
  },
  {
    id: "key-formula",
    family: "run",
    severity: "error",
    description:
      'A row gives a field that identifies a record the formula of a spreadsheet: ="0012", as exports write it so that the zeros stay, =HYPERLINK(…) or =A2&"-1". Planhat would keep the formula as the key, of another record than the one that has the value, so the row is rejected. The message says which expression takes the text out, where the formula holds nothing but a text; otherwise export the values.',
    bad: `${exampleOf("  externalId: account_id")}tests:
  - name: an id that keeps its zeros
    row: { account_id: '="0012"', name: Acme }
    expect: { externalId: '="0012"', name: Acme }
`,
    good: `${exampleOf("  externalId: account_id")}tests:
  - name: an id that keeps its zeros
    row: { account_id: '="0012"', name: Acme }
    expectError: key-formula
`,
  },
  {
    id: "email-invalid",
    family: "run",
    severity: "error",
    description:
      "A row gives an e-mail field something that is not one address: a text with a blank at an end or an invisible character, a name beside the address, a mailto: link, two addresses in one cell, or no address at all. Planhat would keep it as another contact than the one that has the address, or as one that nobody can write to, so the row is rejected. The message says which of these it is, and which expression takes the address out of the text.",
    bad: `${CONTACTS}tests:
  - name: an address copied from a message
    row: { mail: "Ada <ada@x.example>", account_id: a1 }
    expect: { email: "ada <ada@x.example>", companyId: extid-a1 }
`,
    good: `${CONTACTS}tests:
  - name: an address copied from a message
    row: { mail: "Ada <ada@x.example>", account_id: a1 }
    expectError: email-invalid
`,
  },
  {
    id: "expression-failed",
    severity: "error",
    description:
      "An expression failed on a row, for example because a text is no number. The row is rejected, and the others go on. Guard the expression, or let the source give clean data.",
    bad: `${exampleOf("  externalId: account_id\n  custom.MRR: $number(mrr)")}tests:
  - name: a company without revenue
    row: { account_id: a1, name: Acme, mrr: "n/a" }
    expect: { externalId: a1, name: Acme }
`,
    good: `${exampleOf("  externalId: account_id\n  custom.MRR: 'mrr != \"n/a\" ? $number(mrr)'")}tests:
  - name: a company without revenue
    row: { account_id: a1, name: Acme, mrr: "n/a" }
    expect: { externalId: a1, name: Acme }
`,
    family: "run",
  },
]);
