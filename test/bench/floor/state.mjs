// The least that a second apply against a state can do: reads the CSV, maps by hand, and compares a digest of each record
// with the one in a file, which it makes where there is none.
import { hash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { close, eachRecord } from "./companies.mjs";

const FILE = "floor-state.txt";
const known = new Map(
  existsSync(FILE)
    ? readFileSync(FILE, "utf8")
        .split("\n")
        .map((line) => line.split("\t"))
    : [],
);
const lines = [];
let differing = 0;
await eachRecord((record) => {
  const digest = hash("sha256", JSON.stringify(record), "base64");
  if (known.get(record.externalId) !== digest) differing += 1;
  if (known.size === 0) lines.push(`${record.externalId}\t${digest}`);
});
if (known.size === 0) writeFileSync(FILE, lines.join("\n"));
else if (differing > 0) throw new Error(`${differing} differ`);
await close();
