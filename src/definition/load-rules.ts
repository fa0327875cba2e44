import type { RuleDoc } from "../model/rule.ts";

const POINTS = `version: 1
source:
  csv: { path: usage.csv }
target: { object: Metric }
mode: insert
fields:
  dimensionId: { value: logins }
  externalId: account_id
  value: $number(logins)
  date: day
`;

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

interface LoadRule extends RuleDoc {
  readonly bad: string;
  readonly good: string;
}

/**
 * What loading a project and mapping its rows reports besides the linter's rules, for `planhat-sync explain`. A row
 * is also rejected under the linter's ids type-mismatch, required-field and reference-missing.
 */
export const LOAD_RULES: readonly LoadRule[] = ruleTable([
  {
    id: "schema",
    severity: "error",
    description:
      "The file does not have the shape of a definition: a key is unknown, missing, or has a value of another type. Nothing is guessed: a misspelt key would otherwise be passed over in silence.",
    bad: definition("  externalId: account_id", { mode: "upsrt" }),
    good: definition("  externalId: account_id"),
  },
  {
    id: "version-unsupported",
    severity: "error",
    description:
      "The file was written for a later version of the format, and this planhat-sync cannot know what it means.",
    bad: definition("  externalId: account_id", { version: "2" }),
    good: definition("  externalId: account_id"),
  },
  {
    id: "yaml-syntax",
    severity: "error",
    description:
      "The file is no YAML, is empty, or holds more than one document. A value that contains a colon and a space, or starts with a special character, must be quoted.",
    bad: definition('  externalId: "account_id'),
    good: definition('  externalId: "account_id"'),
  },
  {
    id: "yaml-duplicate-key",
    severity: "error",
    description: "A key stands twice in one map. Other programs silently take the last one.",
    bad: definition("  externalId: account_id\n  externalId: id"),
    good: definition("  externalId: account_id"),
  },
  {
    id: "yaml-feature",
    severity: "error",
    description:
      "Anchors, aliases, merge keys and tags are not allowed: a definition says what it means where it says it, and a small file cannot grow into a large one.",
    bad: definition("  externalId: !id account_id"),
    good: definition("  externalId: account_id"),
  },
  {
    id: "yaml-key",
    severity: "error",
    description:
      "A key must be text, and none of the names that programs take for a part of the object itself (__proto__, constructor, prototype), nor such a name of a custom field (custom.__proto__).",
    bad: definition("  externalId: account_id\n  constructor: name"),
    good: definition("  externalId: account_id\n  custom.Constructor: name"),
  },
  {
    id: "yaml-number",
    severity: "error",
    description:
      "A number in the file would not be kept as it is written: it has zeros in front or at its end (`007`, `1.10`), an exponent or another base (`1e3`, `0x1F`, `0o17`), too many digits, or is not finite. Ids and versions look like numbers and are text: put them in quotes. Write a number with its own digits alone.",
    bad: definition("  externalId: account_id\n  custom.Contract: { value: 00420 }"),
    good: definition('  externalId: account_id\n  custom.Contract: { value: "00420" }'),
  },
  {
    id: "hidden-character",
    severity: "error",
    description:
      "A name contains a character that nobody sees (zero width, or one that turns the direction of writing), so that it differs from the name it looks like.",
    bad: definition("  externalId: account_id\n  custom.Ti\u200ber: tier"),
    good: definition("  externalId: account_id\n  custom.Tier: tier"),
  },
  {
    id: "file-encoding",
    severity: "error",
    description:
      "The file is not UTF-8, or contains control characters. A byte that does not fit is never replaced.",
    bad: definition("  externalId: account_id\u0000"),
    good: definition("  externalId: account_id"),
  },
  {
    id: "file-too-large",
    severity: "error",
    description:
      "A definition is larger than 1 MiB, or one text in it longer than 128 KiB. Data belongs in the source.",
    bad: definition(`  externalId: account_id # ${"x".repeat(10)}… and so on for more than 1 MiB`),
    good: definition("  externalId: account_id"),
  },
  {
    id: "file-unreadable",
    severity: "error",
    description:
      "A file of the project cannot be read, or is no regular file but a folder, a pipe or a device.",
    bad: "$ mkfifo syncs/companies.yaml\n$ planhat-sync validate\n",
    good: definition("  externalId: account_id"),
  },
  {
    id: "file-missing",
    severity: "error",
    description:
      "A file of the project, or the one that --env-file names, is not there, or is a link to nothing.",
    bad: "$ ln -s ../shared/companies.yaml syncs/companies.yaml   # and there is no such file\n$ planhat-sync validate\n",
    good: definition("  externalId: account_id"),
  },
  {
    id: "path-outside",
    severity: "error",
    description:
      "A path or a link leads out of the project folder. A definition may come from a stranger's pull request, and must not be able to read the machine that checks it.",
    bad: definition("  externalId: account_id", { path: "../../etc/passwd" }),
    good: definition("  externalId: account_id"),
  },
  {
    id: "no-definitions",
    family: "project",
    severity: "error",
    description:
      "The project's folder of definitions is missing or empty, so there is nothing to check or to run.",
    bad: "# planhat-sync.yaml\nversion: 1\nsyncs: definitions\n",
    good: `# planhat-sync.yaml\nversion: 1\nsyncs: syncs\n\n# syncs/companies.yaml\n${definition("  externalId: account_id")}`,
  },
  {
    id: "variable-unset",
    family: "project",
    severity: "warning",
    description:
      "An environment variable that a setting names is not set, or empty, and has no default. Checking a definition needs no secret; a command that needs the value ends with exit code 4.",
    bad: definition("  externalId: account_id", { path: `\${ACCOUNTS_FILE}` }),
    good: definition("  externalId: account_id", { path: `\${ACCOUNTS_FILE:-accounts.csv}` }),
  },
  {
    id: "variable-refused",
    family: "project",
    severity: "error",
    description:
      "A setting names a variable that belongs to the machine, the CI or a cloud account. A sync gets variables of its own, so that a stranger's pull request cannot carry others away.",
    bad: definition("  externalId: account_id", { path: `\${GITHUB_TOKEN}` }),
    good: definition("  externalId: account_id", { path: `\${ACCOUNTS_FILE:-accounts.csv}` }),
  },
  {
    id: "variable-syntax",
    family: "project",
    severity: "error",
    description: `A \${ is not followed by a name and a }. Defaults do not nest. A literal \${ is written $\${.`,
    bad: definition("  externalId: account_id", { path: `"\${ACCOUNTS FILE}"` }),
    good: definition("  externalId: account_id", { path: `"\${ACCOUNTS_FILE:-accounts.csv}"` }),
  },
  {
    id: "secret-short",
    family: "secret",
    severity: "error",
    description:
      "A secret of fewer than 6 characters cannot be kept out of the output: every word that contains it would be blotted out. An API token of Planhat is longer.",
    bad: `${definition("  externalId: account_id")}# planhat-sync.yaml: with PLANHAT_API_TOKEN=abc\n`,
    good: `${definition("  externalId: account_id")}# planhat-sync.yaml: with the whole token\n`,
  },
  {
    id: "token-malformed",
    family: "secret",
    severity: "error",
    description:
      "The API token, or the UUID of the tenant, is none as it stands: it has quotes around it, a line end or a blank in it, or `Bearer` in front. Sent like that, the request would fail on the way, or Planhat would refuse it, and neither would say why. Correct the variable that holds it. Checking a definition needs no token; a command that needs it ends with exit code 4.",
    bad: `${definition("  externalId: account_id")}# planhat-sync.yaml: with PLANHAT_API_TOKEN='"the whole token"'\n`,
    good: `${definition("  externalId: account_id")}# planhat-sync.yaml: with the token alone\n`,
  },
  {
    id: "env-file",
    family: "project",
    severity: "error",
    description:
      "A line of `.env` does not say what it seems to: a quote is not closed, or there is more behind it. It warns of a # within a value that is not in quotes (here it belongs to the value, other programs cut there), of a variable that is set twice, and of a line that sets none.",
    bad: `${definition("  externalId: account_id")}# .env: PLANHAT_API_TOKEN="abcdefgh\n`,
    good: `${definition("  externalId: account_id")}# .env: PLANHAT_API_TOKEN="abcdefgh"\n`,
  },
  {
    id: "tenant-missing",
    severity: "warning",
    description:
      "Metric points and user activities are written to another host than everything else, by the UUID of the tenant and without the API token. It stands in the Developer section of Planhat's settings; set PLANHAT_TENANT_UUID, and keep it like a password: whoever has it can write. Checking a definition needs no secret; a command that needs the value ends with exit code 4.",
    bad: POINTS,
    good: definition("  externalId: account_id"),
  },
  {
    id: "fields-file",
    severity: "error",
    description:
      "The file of the tenant's custom fields, planhat.fields.json, is no JSON: it was edited by hand, or git left the marks of a merge in it. Nobody needs to write it: `planhat-sync introspect` does.",
    bad: `${definition("  externalId: account_id")}# planhat.fields.json: { "version": 1, "objects": <<<<<<< HEAD\n`,
    good: `${definition("  externalId: account_id")}# planhat.fields.json: { "version": 1, "objects": {} }\n`,
  },
  {
    id: "key-missing-value",
    family: "run",
    severity: "error",
    description:
      "A row gives the key of the sync no value: it is null, empty or blank. Such a record could not be found again, and every apply would create it anew; it is rejected and never sent.",
    bad: `${definition("  externalId: account_id")}tests:
  - name: a company without an id
    row: { account_id: " ", name: Acme }
    expect: { externalId: " ", name: Acme }
`,
    good: `${definition("  externalId: account_id")}tests:
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
    bad: `${definition("  externalId: account_id")}tests:
  - name: an export that writes null
    row: { account_id: "null", name: Acme }
    expect: { externalId: "null", name: Acme }
`,
    good: `${definition("  externalId: account_id")}tests:
  - name: an export that writes null
    row: { account_id: "null", name: Acme }
    expectError: key-placeholder
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
    bad: `${definition("  externalId: account_id\n  custom.MRR: $number(mrr)")}tests:
  - name: a company without revenue
    row: { account_id: a1, name: Acme, mrr: "n/a" }
    expect: { externalId: a1, name: Acme }
`,
    good: `${definition("  externalId: account_id\n  custom.MRR: 'mrr != \"n/a\" ? $number(mrr)'")}tests:
  - name: a company without revenue
    row: { account_id: a1, name: Acme, mrr: "n/a" }
    expect: { externalId: a1, name: Acme }
`,
    family: "run",
  },
  {
    id: "source-file-missing",
    severity: "warning",
    description:
      "The CSV file or the .sql file that a source names is not in the project. A missing CSV is a warning, for another job may put it there before the run; a missing query is an error.",
    bad: definition("  externalId: account_id", { path: "acounts.csv" }),
    good: definition("  externalId: account_id"),
    family: "source",
    locked: undefined,
  },
  {
    id: "source-unreadable",
    severity: "warning",
    description:
      "The CSV file of a source is there and cannot be read: its header is separated by another delimiter than the definition says, is written in another encoding, has a name twice or none, or stands below something else. Where the definition has to change it is an error. Where the file has to, it is a warning, for another job may write a better one before the run; the run would end before it has read a row.",
    bad: definition("  externalId: account_id", { path: "accounts-with-semicolons.csv" }),
    good: definition("  externalId: account_id"),
    family: "source",
    locked: undefined,
  },
  {
    id: "lint-rule-unknown",
    severity: "error",
    description:
      "`lint.rules` of the project file names a rule that does not exist, so the setting does nothing: a rule that was meant to be an error would be none.",
    bad: project("column-unknwon: warning"),
    good: project("column-unknown: warning"),
    family: "lint",
  },
  {
    id: "lint-rule-locked",
    severity: "error",
    description:
      "`lint.rules`, or a comment, wants to lower or suppress a rule that protects data or secrets, or without which a definition cannot run at all. Its errors stay errors; whether a rule is locked, `planhat-sync explain` says.",
    bad: project("secret-literal: warning"),
    good: project("secret-literal: error"),
    family: "lint",
  },
  {
    id: "suppression-malformed",
    severity: "error",
    description:
      "A comment that is to suppress a rule is misspelt, names no rule that exists, or gives no reason. It suppresses nothing. The forms are `# planhat-sync-disable-next-line RULE: reason`, `disable-line` behind the line itself, and `disable-file`.",
    bad: definition("  # planhat-sync-disable-next-line column-hyphen\n  externalId: account_id"),
    good: definition("  externalId: account_id"),
    family: "lint",
  },
  {
    id: "suppression-unused",
    severity: "warning",
    description:
      "A comment suppresses a rule that nothing breaks there any more. It would hide the next fault of that kind.",
    bad: definition(
      "  # planhat-sync-disable-next-line column-hyphen: the export calls it so\n  externalId: account_id",
    ),
    good: definition("  externalId: account_id"),
    family: "lint",
  },
]);

/** They belong to the file, and what is broken cannot run: locked, where nothing else is said. */
function ruleTable(
  rules: readonly (Omit<LoadRule, "locked"> & { readonly locked?: undefined })[],
): readonly LoadRule[] {
  return rules.map((rule) => {
    const { locked: _, ...rest } = rule;
    const isOpen = "locked" in rule || rule.family === "run" || rule.severity === "warning";
    return { family: "file", ...rest, ...(isOpen ? {} : { locked: true }) };
  });
}

/** A project file beside a definition, in one text: a comment with a path begins each. */
function project(rule: string): string {
  return `# planhat-sync.yaml
version: 1
lint:
  rules:
    ${rule}

# syncs/companies.yaml
${definition("  externalId: account_id")}`;
}

function definition(
  fields: string,
  { version = "1", path = "accounts.csv", mode = "upsert" }: Readonly<Record<string, string>> = {},
): string {
  return `version: ${version}
source:
  csv: { path: ${path.startsWith("$") ? `"${path}"` : path} }
target: { object: Company }
mode: ${mode}
key: externalId
fields:
  name: name
${fields}
`;
}
