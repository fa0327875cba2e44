import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { withLocalPlanhat } from "../../scripts/local-planhat.mjs";

await withLocalPlanhat(dirname(fileURLToPath(import.meta.url)), async ({ run, get }) => {
  await run(["validate"]);
  await run(["apply", "--auto-approve"]);
  console.log(await get("/issues?select=title,companyIds"));
  console.log(await get("/dimensiondata"));

  // A second apply has nothing to write, the streams included: what was sent is remembered.
  const { syncs } = JSON.parse(await run(["apply", "--auto-approve", "--format", "json"], { quiet: true }));
  const writes = syncs.reduce((sum, { calls }) => sum + calls.write, 0);
  console.log(`${syncs.length} syncs, ${writes} write calls`);
  if (writes !== 0) throw new Error("the second apply wrote something");
});
