// Rows a second of the CSV source beside csv-parse on the same file, in one run; and its memory as files grow.
// Needs `npm run build`.
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse";
import { csvSource } from "../../build/sources/csv/csv-source.js";
import { inTurns, rate } from "./in-turns.mjs";

const ROWS = 300_000;
const LEAST = 0.6;
const dir = mkdtempSync(join(tmpdir(), "planhat-sync-csv-"));
try {
  await writeCsv("some.csv", ROWS);
  const [ours, bare] = await inTurns(3, [() => readOurs("some.csv"), () => readBare("some.csv")]);
  console.log(`csv source  ${rate(ROWS, ours)}`);
  console.log(`csv-parse   ${rate(ROWS, bare)}`);
  console.log(`ratio       ${(bare / ours).toFixed(2)} (at least ${LEAST})`);
  if (bare / ours < LEAST) process.exitCode = 1;
  for (const rows of [100_000, 5_000_000]) {
    await writeCsv("many.csv", rows);
    console.log(
      `memory      ${Math.round((await readOurs("many.csv")) / 2 ** 20)} MiB at most over ${rows.toLocaleString("en")} rows`,
    );
  }
} finally {
  rmSync(dir, { recursive: true, force: true });
}

/** Answers the highest resident size seen. */
async function readOurs(path) {
  const source = csvSource(
    { path, delimiter: ",", encoding: "utf-8", header: true, nulls: [] },
    { projectDir: dir },
  );
  let highest = 0;
  let batches = 0;
  for await (const _ of source.read({ signal: new AbortController().signal })) {
    batches += 1;
    if (batches % 50 === 0) highest = Math.max(highest, process.memoryUsage.rss());
  }
  return highest;
}

async function readBare(path) {
  let count = 0;
  for await (const _ of createReadStream(join(dir, path)).pipe(parse({ columns: true }))) count += 1;
  if (count !== ROWS) throw new Error(`csv-parse read ${count} rows`);
}

async function writeCsv(path, rows) {
  const out = createWriteStream(join(dir, path));
  out.write("id,name,city,mrr,phase,notes\n");
  for (let row = 0; row < rows; row += 1) {
    const line = `acc-${row},"Company, No. ${row}",Stockholm,${row % 997}.5,Adoption,some text that nobody maps ${row}\n`;
    if (!out.write(line)) await new Promise((go) => out.once("drain", go));
  }
  await new Promise((done) => out.end(done));
}
