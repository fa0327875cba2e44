// Starts the API and a local Planhat, applies twice, shows what the API was asked for, and ends both.
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { withLocalPlanhat } from "../../scripts/local-planhat.mjs";
import { startApi } from "./server.mjs";

const token = "example-api-token";
const api = await startApi(token);
try {
  const project = dirname(fileURLToPath(import.meta.url));
  const env = { API_URL: api.url, API_TOKEN: token };
  await withLocalPlanhat(
    project,
    async ({ run, get }) => {
      await run(["test"]);
      await run(["apply", "--auto-approve"]);
      console.log(
        await get("/endusers?limit=2&sort=_id&select=externalId,email,firstName,lastName,companyId"),
      );
      console.log("The API was asked for:", api.requests.splice(0));
      await run(["apply", "--auto-approve"]);
      console.log("And the second time, only for what changed since:", api.requests);
    },
    env,
  );
} finally {
  api.stop();
}
