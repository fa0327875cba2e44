import { describe, expect, test } from "vitest";
import { loadSync } from "./load-text.ts";
import { WHOLE } from "./whole.ts";

const BASE = `version: 1
source:
  csv:
    path: a.csv
target:
  object: Company
mode: upsert
fields:
  externalId: id
`;

/** A definition, and what is said of it: `line:column-endColumn rule: message / hint`. */
type Case = readonly [name: string, text: string, ...said: string[]];

const FIELD_FORMS =
  "write a JSONata expression, or { value: … } for a constant, or { expr: …, required: true } for an expression that must give a value";

/** A source of an HTTP API with these credentials. */
const withAuth = (auth: string): string =>
  BASE.replace("  csv:\n    path: a.csv\n", `  http:\n    url: https://api.example.com\n    auth: ${auth}\n`);

const OF_AUTH = "5:13-";
const CREDENTIALS: readonly Case[] = [
  [
    "a token of another system",
    withAuth("{ token: secret-1 }"),
    `${OF_AUTH}18 schema: "token" is not a key of "source.http.auth". / write bearer: \${NAME}, which is sent as Authorization: Bearer …`,
  ],
  [
    "a kind, as other programs have it",
    withAuth("{ type: bearer, token: secret-1 }"),
    `${OF_AUTH}17 schema: "type" is not a key of "source.http.auth". / leave it out: the key itself says the kind, bearer, basic, header or oauth2`,
    `5:27-32 schema: "token" is not a key of "source.http.auth". / write bearer: \${NAME}, which is sent as Authorization: Bearer …`,
  ],
  [
    "a key of an API",
    withAuth("{ apiKey: secret-1 }"),
    `${OF_AUTH}19 schema: "apiKey" is not a key of "source.http.auth". / write header: { name: X-Api-Key, value: \${NAME} }, with the name of the header that the API wants`,
  ],
  [
    "a user and a password",
    withAuth("{ username: me, password: secret-1 }"),
    `${OF_AUTH}21 schema: "username" is not a key of "source.http.auth". / write basic: { username: …, password: \${NAME} }`,
    `5:27-35 schema: "password" is not a key of "source.http.auth". / write basic: { username: …, password: \${NAME} }`,
  ],
  [
    "a client of OAuth",
    withAuth("{ clientId: me }"),
    `${OF_AUTH}21 schema: "clientId" is not a key of "source.http.auth". / it belongs under "source.http.auth.oauth2"`,
  ],
  [
    "a token beside the address",
    BASE.replace("csv:\n    path: a.csv\n", "http:\n    url: https://api.example.com\n    token: secret-1\n"),
    `5:5-10 schema: "token" is not a key of "source.http". / credentials belong under auth: write bearer: \${NAME}, which is sent as Authorization: Bearer …`,
  ],
  [
    "a password beside the connection",
    BASE.replace(
      "csv:\n    path: a.csv\n",
      "postgres:\n    connection: db\n    query: SELECT id FROM a\n    password: secret-1\n",
    ),
    `6:5-13 schema: "password" is not a key of "source.postgres". / it is a part of the connection's URL: connection: \${WAREHOUSE_URL}, with postgres://user:password@host:5432/database in the variable`,
  ],
];

const SYNTAX: readonly Case[] = [
  [
    "a line indented with a tab",
    `${BASE}\tname: x\n`,
    "10:1-2 yaml-syntax: The line is indented with a tab, and YAML allows spaces only. / replace the tab by spaces",
  ],
  [
    "a map that is not closed",
    "version: 1\nsource: { csv: { path: a\ntarget: x\n",
    "3:1-2 yaml-syntax: A map in brackets is not closed before this line. / close it with }",
  ],
  [
    "a quote that is not closed",
    "version: 1\nname: 'crm\n",
    "2:7-11 yaml-syntax: A quoted text is not closed. / add the closing quote",
  ],
  [
    "a colon inside a value",
    "version: 1\nname: a: b\n",
    '2:7-8 yaml-syntax: A map begins in the middle of a value. / if the value contains ": ", put it in quotes; otherwise check the indentation',
  ],
  [
    "a line that is indented deeper than the one before",
    `${BASE}   name: x\n`,
    '10:4-8 yaml-syntax: The line is indented deeper than the entry before it, and is read as a part of that entry\'s value. / give entries that belong together the same number of spaces; a value that contains ": " stands in quotes',
  ],
  [
    "several errors in one file",
    "a: @x\nb: `y\nc:\n  d: 1\n e: 2\n",
    '1:4-5 yaml-syntax: A value cannot start with @ unless it is quoted. / put the whole value in quotes: "…"',
    '2:4-5 yaml-syntax: A value cannot start with ` unless it is quoted. / put the whole value in quotes: "…"',
    "5:1-2 yaml-syntax: The line is not indented like the others of its map or list. / give entries that belong together the same number of spaces",
  ],
  [
    "an expression in double quotes with a backslash",
    `${BASE}  name: "$replace(x, /\\d/, '')"\n`,
    "10:23-24 yaml-syntax: A text in \"double quotes\" contains a backslash that starts no known escape. / use 'single quotes', which leave backslashes alone",
  ],
  [
    "comments only",
    "# later\n",
    "1:1-2 yaml-syntax: The file is empty, or contains only comments. / write `version: 1` and what follows it, or delete the file",
  ],
  [
    "two documents",
    `${BASE}---\nversion: 1\n`,
    "10:1-4 yaml-syntax: A second YAML document starts here, and a file holds one definition. / move what follows `---` to a file of its own",
  ],
  [
    "keys that stand twice",
    `${BASE}  externalId: x\nmode: insert\n`,
    "10:3-13 yaml-duplicate-key: Duplicate key; the first one is on line 9. / keep one of the two",
    "11:1-5 yaml-duplicate-key: Duplicate key; the first one is on line 7. / keep one of the two",
  ],
];

const SHAPE: readonly Case[] = [
  [
    "a misspelt key",
    BASE.replace("path:", "pth:"),
    '4:5-8 schema: "pth" is not a key of "source.csv". / did you mean "path"?',
  ],
  [
    "a misspelt key of the file",
    BASE.replace("mode:", "moed:"),
    '7:1-5 schema: "moed" is not a key of the file. / did you mean "mode"?',
  ],
  [
    "a key that is like no other",
    BASE.replace("object: Company", "object: Company\n  colour: red"),
    '7:3-9 schema: "colour" is not a key of "target". / its keys are "object", "resend"',
  ],
  [
    "a missing key",
    BASE.replace("mode: upsert\n", ""),
    '1:1-11 schema: The file has no "mode". / add "mode:" with one of insert, update, upsert',
  ],
  [
    "a missing key inside",
    BASE.replace("path: a.csv", "delimiter: ;"),
    '3:3-6 schema: "source.csv" has no "path". / add "path:" (CSV file, or a glob of several, relative to the project folder and inside it)',
  ],
  [
    "a value that is none of the allowed",
    BASE.replace("upsert", "upsrt"),
    '7:7-12 schema: "mode" must be one of insert, update, upsert. / did you mean "upsert"?',
  ],
  [
    "a source of a later version",
    BASE.replace("  csv:\n    path: a.csv", "  mysql:\n    query: SELECT 1"),
    '3:3-8 schema: This version of planhat-sync has no source "mysql". / it reads "csv", "http", "postgres", "sqlite"',
  ],
  [
    "two sources",
    BASE.replace("  csv:", "  http:\n    url: https://x.example\n  csv:"),
    '5:3-6 schema: "source" has more than one kind. / keep one of "http", "csv"',
  ],
  [
    "a source without a kind",
    BASE.replace("source:\n  csv:\n    path: a.csv", "source: {}"),
    '2:1-7 schema: "source" is empty. / write "csv:" or "http:" or "postgres:" or "sqlite:" below it',
  ],
  [
    "text where a map belongs",
    BASE.replace("target:\n  object: Company", "target: Company"),
    '5:9-16 schema: "target" is text, and a map of keys belongs here. / write "object:" and its value below "target:", indented by two spaces',
  ],
  [
    "a list as file",
    "- a\n- b\n",
    '1:1-4 schema: The file is a list, and a map of keys belongs here. / start with "version: 1"',
  ],
  [
    "a later format",
    BASE.replace("version: 1", "version: 2"),
    "1:10-11 version-unsupported: The file has format version 2, and this planhat-sync reads version 1: it needs a newer planhat-sync. / install a newer planhat-sync",
  ],
  [
    "a version in quotes",
    BASE.replace("version: 1", 'version: "1"'),
    '1:10-13 schema: "version" is text, and a whole number belongs here. / write the number without quotes',
  ],
  [
    "a number as name",
    `name: 2024\n${BASE}`,
    '1:7-11 schema: "name" is a whole number, and text belongs here. / put it in quotes to make it text: "…"',
  ],
  [
    "a number as expression",
    `${BASE}  name: 42\n`,
    `10:9-11 schema: "fields.name" is a whole number, and text belongs here. / put it in quotes: "…"; ${FIELD_FORMS}`,
  ],
  [
    "a field without a value",
    `${BASE}  name:\n`,
    `10:3-7 schema: "fields.name" has no value. / to clear the field, write { value: null }; otherwise ${FIELD_FORMS}`,
  ],
  [
    "a list as mapping",
    `${BASE}  name: [a]\n`,
    `10:9-12 schema: "fields.name" is a list, which does not belong here. / ${FIELD_FORMS}`,
  ],
  [
    "an empty mapping",
    `${BASE}  name: {}\n`,
    `10:9-11 schema: "fields.name" is an empty map, which does not belong here. / ${FIELD_FORMS}`,
  ],
  [
    "a misspelt key of a mapping",
    `${BASE}  name: { exp: x }\n`,
    '10:11-14 schema: "exp" is not a key of "fields.name". / did you mean "expr"?',
  ],
  [
    "a constant and an expression at once",
    `${BASE}  name: { value: 1, expr: x }\n`,
    '10:21-25 schema: "expr" cannot stand beside "value". / write either "value", a constant, or "expr", with "required" if need be',
  ],
  [
    "yes for true",
    `${BASE}  name: { expr: x, required: yes }\n`,
    '10:30-33 schema: "fields.name.required" is text, and true or false belongs here. / write true or false, without quotes',
  ],
  [
    "no header",
    BASE.replace("a.csv", "a.csv\n    header: false"),
    '5:13-18 schema: "source.csv.header" is not what belongs here. / write true, or a list of column names',
  ],
  [
    "a column twice",
    BASE.replace("a.csv", "a.csv\n    header: [a, b, a]"),
    '5:14-15 schema: "source.csv.header" lists the same text twice. / delete one of the two',
  ],
  [
    "a delimiter of two characters",
    BASE.replace("a.csv", "a.csv\n    delimiter: ';;'"),
    '5:16-20 schema: "source.csv.delimiter" is longer than one character. / it takes the one character between two values',
  ],
  [
    "a batch beyond Planhat's limit",
    `${BASE}batch: { size: 6000 }\n`,
    '10:16-20 schema: "batch.size" must be at most 5000.',
  ],
  [
    "a batch size in words",
    `${BASE}batch: { size: big }\n`,
    '10:16-19 schema: "batch.size" is not what belongs here. / write auto, or a whole number from 1 to 5000',
  ],
  [
    "guards that are neither shares nor counts",
    `${BASE}guards: { maxRejected: 5 %, maxChanges: 0.5, minRows: -1 }\n`,
    '10:24-27 schema: "guards.maxRejected" is not what belongs here. / write a share such as 5%, or a whole number of rows',
    '10:41-44 schema: "guards.maxChanges" is a number, which does not belong here. / write a share such as 50%, or a whole number of records',
    '10:55-57 schema: "guards.minRows" must be at least 0.',
  ],
  [
    "tests without and with both expectations",
    `${BASE}tests:\n  - name: x\n    row: {}\n  - row: {}\n    expect: {}\n    expectError: x\n`,
    '11:5-12 schema: "tests[0]" has neither "expect" nor "expectError". / add one of them',
    '13:5-12 schema: "tests[1]" has both "expect" and "expectError". / keep one of them',
    '13:5-12 schema: "tests[1]" has no "name". / add "name:" (what the test shows)',
  ],
  [
    "a path out of the project",
    BASE.replace("a.csv", "../../etc/passwd"),
    "4:11-27 path-outside: The path leads out of the project folder. / copy the file into the project, and name it relative to the project folder",
  ],
];

describe.each([...SYNTAX, ...SHAPE, ...CREDENTIALS])("[D1, D2, D3, D20] %s", (_name, text, ...said) => {
  test("is told where it stands, once, with what to do", () => {
    const { diagnostics } = loadSync(text);
    expect(
      diagnostics.map(
        ({ line, column, endColumn, rule, reason: { what, fix } }) =>
          `${line}:${column}-${endColumn} ${rule}: ${what}${fix === undefined ? "" : ` / ${fix}`}`,
      ),
    ).toEqual(said);
  });

  test("keeps the definition from running", () => {
    expect(loadSync(text).syncs).toEqual([]);
  });
});

test("words that say a kind of credential are not hidden, and what opens something is", () => {
  const { secrets } = loadSync(
    withAuth("{ type: bearer, scheme: API_KEY, token: secret-1, other: secret-2 }"),
  );
  expect(secrets).toEqual(["secret-1", "secret-2"]);
  expect(loadSync(withAuth("{ header: { name: X-Api-Key, value: secret-3 } }")).secrets).toEqual([
    "secret-3",
  ]);
});

test("a definition with everything in it has nothing wrong", () => {
  const { diagnostics, syncs } = loadSync(WHOLE);
  expect(diagnostics).toEqual([]);
  expect(syncs).toHaveLength(1);
});

test("a remark bears the name of its sync as far as there is one", () => {
  const named = loadSync(WHOLE.replace("mode: upsert", "mode: x")).diagnostics;
  const unnamed = loadSync(BASE.replace("mode: upsert", "mode: x")).diagnostics;
  const unreadable = loadSync("a: @").diagnostics;
  expect([named, unnamed, unreadable].map(([first]) => first?.sync)).toEqual([
    "crm-companies",
    "crm",
    undefined,
  ]);
});
