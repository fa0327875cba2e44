import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { withLocalPlanhat } from "../../scripts/local-planhat.mjs";

await withLocalPlanhat(dirname(fileURLToPath(import.meta.url)), async ({ run, get }) => {
  await run(["validate"]);
  await run(["test"]);
  // One person's company is not in Planhat: exit 6.
  await run(["apply", "--auto-approve"], { expect: 6 });
  await run(["rejects"]);
  console.log(await get("/companies?select=externalId,name,city"));
  console.log(await get("/endusers?select=email,firstName,lastName,companyId"));
});
