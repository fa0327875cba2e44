// `validate` over many definitions, as a process of its own: 200, and 10,000. Once alike, as generated ones are, and once
// with no expression that stands in two of them. Needs `npm run build`.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { measured } from "./measured.mjs";

const BIN = join(dirname(fileURLToPath(import.meta.url)), "../../dist/bin.js");
const COUNTS = (process.env.COUNTS ?? "200 10000").split(" ").map(Number);

/** Like one that people write: a dozen fields with expressions, guards and a test. */
const definition = (index, own) => `version: 1
name: companies-${index}
source:
  csv:
    path: data/accounts.csv
    header: [id${own}, name${own}, stage${own}, tier${own}, mrr${own}, seats${own}, city${own}, renewal${own}, active${own}, tags${own}]
target: { object: Company }
mode: insert
key: externalId
fields:
  externalId: id${own}
  name: $trim(name${own})
  phase: stage${own}
  city: 'city${own} != "" ? city${own}'
  tags: 'tags${own} != "" ? $split(tags${own}, "|") : []'
  custom.Tier: 'tier${own} = "ent" ? "Enterprise" : tier${own} = "mid" ? "Growth" : "Starter"'
  custom.MRR: $number(mrr${own})
  custom.ARR: $number(mrr${own}) * 12
  custom.Seats: $round($number(seats${own}))
  custom.Active: active${own} = "yes"
  custom.Renewal year: $substringBefore(renewal${own}, "-")
  custom.Label: name${own} & " (" & $uppercase(tier${own}) & ")"
guards: { minRows: 1, maxRejected: 5% }
tests:
  - name: takes the account as it is
    row: { id${own}: a1, name${own}: " Acme ", stage${own}: Trial, tier${own}: ent, mrr${own}: "10", seats${own}: "3" }
    expect: { externalId: a1, name: Acme, phase: Trial }
`;

for (const count of COUNTS) {
  for (const isAlike of [true, false]) await measure(count, isAlike);
}

async function measure(count, isAlike) {
  const dir = mkdtempSync(join(tmpdir(), "planhat-sync-bench-"));
  mkdirSync(join(dir, "syncs"));
  mkdirSync(join(dir, "data"));
  writeFileSync(join(dir, "data/accounts.csv"), "a1,Acme\n");
  for (let index = 0; index < count; index++) {
    writeFileSync(join(dir, `syncs/${index}.yaml`), definition(index, isAlike ? "" : `_${index}`));
  }
  const took = await measured([BIN, "validate"], { dir, sandbox: { url: "http://127.0.0.1:9" } });
  rmSync(dir, { recursive: true });
  const kind = isAlike ? "alike" : "all different";
  console.log(
    `${count} definitions, ${kind}: ${took.seconds.toFixed(2)} s, ${took.processor.toFixed(2)} s of processor, ${took.megabytes.toFixed(0)} MB`,
  );
}
