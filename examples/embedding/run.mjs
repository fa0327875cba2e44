// A program that plans, decides by itself and applies; against a sandbox, as its tests would.
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { openProject, Stop } from "planhat-sync";
import { startSandbox } from "planhat-sync/sandbox";

const dir = dirname(fileURLToPath(import.meta.url));
await mkdir(join(dir, ".planhat-sync"), { recursive: true });
const scratch = await mkdtemp(join(dir, ".planhat-sync", "run-"));
const sandbox = await startSandbox();
const ending = new AbortController();
process.once("SIGINT", () => ending.abort());

const project = openProject(dir, {
  env: {
    PLANHAT_API_URL: sandbox.url,
    PLANHAT_API_TOKEN: sandbox.token,
    PLANHAT_SYNC_STATE: relative(dir, join(scratch, "state.db")),
  },
  signal: ending.signal,
  onEvent: (event) => {
    if (event.kind === "warning") console.warn(event.text);
  },
});

try {
  const checked = await project.validate();
  const tested = await project.test();
  if (!checked.ok || !tested.ok) throw new Error("The project is not fit to be applied.");

  const plan = await project.plan();
  const [companies] = plan.view.syncs;
  console.log(`${companies.summary.create} to create, ${companies.summary.update} to update`);

  // Your own rule for what may be written without asking somebody.
  if (plan.violations.length > 0 || companies.summary.reject > 0)
    throw new Error("Somebody has to look at this.");
  const report = await project.apply(plan);
  await plan.dispose();
  console.log(`${report.status}: ${report.syncs[0].summary.created} created`);
  console.log(sandbox.records("Company").map(({ externalId, name }) => `${externalId} ${name}`));

  const again = await project.plan();
  console.log(`A second plan has ${again.hasChanges ? "changes" : "no changes"}.`);
  await again.dispose();
} catch (error) {
  // What stops a run says what is wrong, and what to do.
  if (!(error instanceof Stop)) throw error;
  console.error(error.reason.what, error.reason.fix ?? "");
  process.exitCode = 1;
} finally {
  await sandbox.close();
  await rm(scratch, { recursive: true, force: true });
}
