import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { withLocalPlanhat } from "../../scripts/local-planhat.mjs";

const here = dirname(fileURLToPath(import.meta.url));
// What line items and timesheets refer to by Planhat's own ids is there before the run, as it would be in Planhat.
const seed = ["--seed", join(here, "planhat.json")];

await withLocalPlanhat(
  here,
  async ({ run, get }) => {
    await run(["validate"]);
    await run(["apply", "--auto-approve"]);
    console.log(await get("/issues?select=title,companyIds"));
    console.log(await get("/dimensiondata"));

    // A second apply has nothing to write, the streams included: what was sent is remembered.
    const { syncs } = JSON.parse(await run(["apply", "--auto-approve", "--format", "json"], { quiet: true }));
    const writes = syncs.reduce((sum, { calls }) => sum + calls.write, 0);
    console.log(`${syncs.length} syncs, ${writes} write calls`);
    if (writes !== 0) throw new Error("the second apply wrote something");
  },
  {},
  seed,
);
