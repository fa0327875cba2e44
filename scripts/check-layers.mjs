// Runs dependency-cruiser and counts: a tool that silently sees no module would pass every rule.
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

const report = cruise();
const seen = new Set(
  report.modules.map(({ source }) => source).filter((source) => source.startsWith("src/")),
);
const files = sources("src");
const unseen = files.filter((file) => !seen.has(file));
for (const { rule, from, to } of report.summary.violations) console.error(`${rule.name}: ${from} → ${to}`);
if (unseen.length > 0) console.error(`The check of the layers did not see: ${unseen.join(", ")}`);
console.log(`layers: ${seen.size} modules, ${report.summary.violations.length} violations`);
process.exitCode = report.summary.violations.length + unseen.length > 0 ? 1 : 0;

function cruise() {
  const binary = join("node_modules", "dependency-cruiser", "bin", "dependency-cruise.mjs");
  const args = [binary, "src", "--config", ".dependency-cruiser.cjs", "--output-type", "json"];
  try {
    return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1 << 28 }));
  } catch (error) {
    // It exits with the number of violations, which are in its report all the same.
    if (typeof error.stdout === "string" && error.stdout.startsWith("{")) return JSON.parse(error.stdout);
    throw error;
  }
}

function sources(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll("\\", "/"));
}
