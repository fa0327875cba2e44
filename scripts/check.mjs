// Runs every `check:…` of package.json side by side, and prints what each has said when it ends.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
const names = Object.keys(scripts).filter((name) => name.startsWith("check:"));
const failed = (await Promise.all(names.map(run))).filter((name) => name !== undefined);
if (failed.length > 0) console.error(`\nFailed: ${failed.join(", ")}`);
process.exitCode = failed.length > 0 ? 1 : 0;

/** Answers the name of a check that failed. */
async function run(name) {
  const child = spawn("npm", ["run", "--silent", name], { shell: process.platform === "win32" });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      said += text;
    });
  }
  const code = await new Promise((done) => child.on("close", done));
  process.stdout.write(`${code === 0 ? "passed" : "FAILED"} ${name}\n${said}`);
  return code === 0 ? undefined : name;
}
