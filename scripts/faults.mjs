// Which test shows which fault of docs/faults.md: `npm run faults`. With ids, those alone: `npm run faults -- S11 S12`.
// `--run` runs these tests and tells of each fault how many cases were tried and how many failed; it fails when a case
// failed, or when a fault that has a test was not tried at all.
import "./typescript-modules.mjs";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

const { faultsOf, readFaults, readFaultTitles, readReasons } = await import("../test/support/faults.ts");

const { isRun, faults } = asked(process.argv.slice(2));
const reasons = readReasons();
const { titles } = readFaultTitles();
const rows = faults.map((fault) => ({
  ...fault,
  titles: titles.filter((title) => title.faults.includes(fault.id)),
}));
if (isRun) run();
else list();

function asked(argv) {
  const ids = argv.filter((argument) => argument !== "--run");
  const all = readFaults();
  const unknown = ids.filter((id) => !all.some((fault) => fault.id === id));
  if (unknown.length > 0) {
    console.error(`${unknown.join(", ")}: no such fault in docs/faults.md`);
    process.exit(3);
  }
  return {
    isRun: ids.length < argv.length,
    faults: ids.length === 0 ? all : all.filter(({ id }) => ids.includes(id)),
  };
}

function list() {
  for (const { id, what, titles } of rows) {
    console.log(`${id.padEnd(4)} ${what}`);
    for (const { file, line, title } of titles) console.log(`     ${file}:${line} ${title}`);
    if (titles.length === 0) console.log(`     no test: ${reasons.get(id) ?? "MISSING"}`);
  }
  const tested = rows.filter(({ titles }) => titles.length > 0).length;
  console.log(`\n${rows.length} faults: ${tested} with tests, ${rows.length - tested} without.`);
}

function run() {
  // Tests that start the command use what is built.
  spawnSync("npm", ["run", "build"], { stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
  const cases = casesOf(rows.filter(({ titles }) => titles.length > 0).map(({ id }) => id));
  const results = rows.map((row) => ({
    ...row,
    tries: cases.filter(({ faults }) => faults.includes(row.id)),
  }));
  console.log("fault  tries  failed");
  for (const { id, what, titles, tries } of results) {
    const failed = tries.filter(({ status }) => status === "failed").length;
    const counts = `${String(tries.length).padStart(5)}  ${String(failed).padStart(6)}`;
    const note = titles.length === 0 ? `  (no test: ${reasons.get(id)})` : "";
    console.log(`${id.padEnd(5)}  ${counts}  ${what}${note}`);
  }
  const untried = results.filter(({ titles, tries }) => titles.length > 0 && tries.length === 0);
  const failed = cases.filter(({ status }) => status === "failed");
  for (const { id } of untried) console.error(`${id}: none of its tests ran`);
  for (const { name } of failed) console.error(`failed: ${name}`);
  console.log(`\n${cases.length} cases, ${failed.length} failed, ${untried.length} faults not tried.`);
  process.exitCode = failed.length + untried.length > 0 ? 1 : 0;
}

/** Every case that names one of the faults, by its own title or by that of a group around it. */
function casesOf(ids) {
  const dir = mkdtempSync(join(tmpdir(), "planhat-sync-faults-"));
  const report = join(dir, "report.json");
  const pattern = `\\[[A-Z0-9, ]*\\b(${ids.join("|")})\\b[A-Z0-9, ]*\\] `;
  const options = ["-t", pattern, "--reporter=default", "--reporter=json", `--outputFile=${report}`];
  try {
    const vitest = ["node_modules/vitest/vitest.mjs", "run", ...testFiles(), ...options];
    // What the tests print is no part of the table.
    spawnSync(process.execPath, vitest, { stdio: ["ignore", 2, 2] });
    return JSON.parse(readFileSync(report, "utf8"))
      .testResults.flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => status === "passed" || status === "failed")
      .map(({ status, fullName, ancestorTitles, title }) => ({
        status,
        name: fullName,
        faults: [...ancestorTitles, title].flatMap(faultsOf),
      }));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Where the titles are, and of a suite that several files share, the files that use it, however far away. */
function testFiles() {
  const texts = readdirSync("test", { recursive: true })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => ({ file: join("test", name), text: readFileSync(join("test", name), "utf8") }));
  const files = new Set(rows.flatMap(({ titles }) => titles.map(({ file }) => file)));
  for (const file of files) {
    if (file.endsWith(".test.ts")) continue;
    for (const other of texts) if (other.text.includes(`/${basename(file)}"`)) files.add(other.file);
  }
  return [...files].filter((file) => file.endsWith(".test.ts"));
}
