// How fast secrets are taken out of what is printed and stored, and of texts made to be slow: millions of characters a
// second of processor time, with ten secrets.
import "../../scripts/typescript-modules.mjs";
import { readFileSync } from "node:fs";

const { makeRedact } = await import("../../src/model/redact.ts");

const secrets = Array.from(
  { length: 10 },
  (_, index) => `canary${index}/tok+en=${"0123456789abcdef".repeat(2)}${index}`,
);
const redact = makeRedact(secrets);

const prose = repeated(readFileSync("docs/rules.md", "utf8"), 2e7);
const rows = Array.from({ length: 100_000 }, (_, index) => ({
  action: "update",
  key: `a${index}`,
  fields: {
    name: { before: `Acme "Ltd" ${index}`, after: `Acme & Sons ${index}` },
    "custom.Tier": { before: null, after: "Enterprise" },
    mrr: { before: index * 3.5, after: index * 4 },
  },
}));
const json = JSON.stringify(rows);

const texts = {
  "a report for people": prose,
  "a report in JSON": json,
  "the same, indented": JSON.stringify(rows, null, 2),
  Base64: Buffer.from(prose).toString("base64"),
  "percent signs": encodeURIComponent(prose.slice(0, 5e6)),
  "a secret in every row": JSON.stringify(rows.map((row) => ({ ...row, token: secrets[0] }))),
  "escapes in escapes": "%5C%5C&amp;#x5c;\\u005c".repeat(300_000),
  "half escapes": repeated("&#0000", 1e7),
  backslashes: "\\".repeat(1e7),
  "one character": "a".repeat(1e7),
  "blank lines": " \n".repeat(5e6),
};
for (const [name, text] of Object.entries(texts)) {
  console.log(`${name.padEnd(24)}${speed(() => redact(text), text).padStart(6)} MB/s`);
}
const records = rows.map((row) => JSON.stringify(row));
const seconds = time(() => {
  for (const record of records) redact(record);
});
console.log(
  `${"a record by itself".padEnd(24)}${((seconds * 1e6) / records.length).toFixed(1).padStart(6)} µs`,
);

function speed(run, text) {
  return (text.length / 1e6 / time(run)).toFixed(0);
}

/** Seconds of processor time: whoever else works on the machine does not count. */
function time(run) {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

function repeated(text, length) {
  return text.repeat(Math.ceil(length / text.length)).slice(0, length);
}
