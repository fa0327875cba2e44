// What the test runner does not say by itself: a test file that no project runs, a wait that TEST_PATIENCE does not reach,
// a property that PROPERTY_RUNS does not reach, a test that is left out without a word.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

const LINES = [
  [/\btimeout: [\d_]+|^\s*\}, [\d_]+\);?$/, "write patient(…), from test/support/effort.ts"],
  [/\bnumRuns: [\d_]+/, "write runs(…), from test/support/effort.ts"],
  [/\b(test|it|describe)\.(only|skip|skipIf|runIf|todo|fails)\b/, 'write skip(condition, "why") in the test'],
];

const files = readdirSync("test", { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).replaceAll("\\", "/"));
const faults = [...unplaced(), ...files.flatMap(faultyLines)];
for (const fault of faults) console.error(fault);
console.log(`tests: ${files.filter(isTest).length} files, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;

function isTest(file) {
  return /\.(test|spec)\.\w+$/.test(file);
}

function unplaced() {
  const output = execFileSync(
    process.execPath,
    ["node_modules/vitest/vitest.mjs", "list", "--filesOnly", "--json"],
    {
      encoding: "utf8",
    },
  );
  const placed = JSON.parse(output).map(({ file }) => relative(process.cwd(), file).replaceAll("\\", "/"));
  return files.filter(isTest).flatMap((file) => {
    const projects = placed.filter((other) => other === file).length;
    if (projects === 1) return [];
    return [
      `${file}: ${projects === 0 ? "no project runs it" : `${projects} projects run it`}. See test/support/test-projects.ts.`,
    ];
  });
}

function faultyLines(file) {
  if (!/\.ts$/.test(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line, index) => {
      const found = LINES.find(([pattern]) => pattern.test(line));
      return found === undefined ? [] : [`${file}:${index + 1}: ${found[1]}: ${line.trim()}`];
    });
}
