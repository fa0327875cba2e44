// Starts a PostgreSQL and a local Planhat, applies the sync twice, shows what arrived, and ends both.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import { withLocalPlanhat } from "../../scripts/local-planhat.mjs";
import { startCluster } from "../../test/support/embedded-postgres.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const cluster = await startCluster();
try {
  await fill(cluster.superuserUrl);
  await withLocalPlanhat(
    here,
    async ({ run, get }) => {
      await run(["test"]);
      await run(["apply", "--auto-approve"]);
      const companies = await get("/companies?select=externalId,name,domains,phase,custom");
      for (const company of companies) console.log(JSON.stringify(company));
      await run(["apply", "--auto-approve"]);
    },
    { WAREHOUSE_URL: `postgres://planhat_sync:example-password@127.0.0.1:${cluster.port}/postgres` },
  );
} finally {
  await cluster.stop();
}

async function fill(url) {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(readFileSync(join(here, "data.sql"), "utf8"));
  await client.end();
}
