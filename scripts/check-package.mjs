// Installs what would be published into a scratch folder, imports both entries there, and checks a program against their types.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const PROGRAM = `import { openProject, type PlanView, Stop } from "planhat-sync";
import { type Sandbox, startSandbox } from "planhat-sync/sandbox";

const sandbox: Sandbox = await startSandbox({ limits: { callsPerMinute: 1000 } });
const project = openProject(".", { env: { PLANHAT_API_URL: sandbox.url }, fetch });
const { ok, diagnostics } = await project.validate();
const plan: PlanView | Stop = await project.plan().then(({ view }) => view, (stop: Stop) => stop);
console.log(ok, diagnostics.length, plan instanceof Stop ? plan.kind : plan.syncs.length);
await sandbox.close();
`;

const scratch = mkdtempSync(join(tmpdir(), "planhat-sync-package-"));
try {
  const [{ filename }] = JSON.parse(
    run("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", scratch]),
  );
  const installed = join(scratch, "node_modules", "planhat-sync");
  mkdirSync(installed, { recursive: true });
  run("tar", ["-xzf", join(scratch, filename), "--strip-components=1", "-C", installed]);
  // The one dependency, and the types of Node that every such program has.
  for (const name of ["@photostructure", "@types"]) {
    symlinkSync(resolve("node_modules", name), join(scratch, "node_modules", name));
  }
  writeFileSync(join(scratch, "package.json"), JSON.stringify({ type: "module" }));
  writeFileSync(join(scratch, "program.ts"), PROGRAM);
  const compiler = resolve("node_modules", "typescript", "bin", "tsc");
  const options = ["--strict", "--target", "es2023", "--module", "nodenext", "--types", "node"];
  run(process.execPath, [compiler, ...options, "program.ts"], scratch);
  const said = run(process.execPath, ["program.js"], scratch).trim();
  if (said !== "false 1 definition") throw new Error(`The program said: ${said}`);
  const types = readdirSync(join(installed, "dist", "types"), { recursive: true }).length;
  console.log(`package: both entries can be imported and are typed; ${types} files and folders of types`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function run(command, args, cwd = ".") {
  try {
    return execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    throw new Error(`${command} ${args.join(" ")}\n${error.stdout}${error.stderr}`);
  }
}
