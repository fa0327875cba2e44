import { mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { DatabaseSync } from "@photostructure/sqlite";
import { withLocalPlanhat } from "../../scripts/local-planhat.mjs";

const folder = dirname(fileURLToPath(import.meta.url));
mkdirSync(join(folder, "data"), { recursive: true });
const file = join(folder, "data", "product.db");
rmSync(file, { force: true });
const database = new DatabaseSync(file);
database.exec(`
  CREATE TABLE accounts (account_id TEXT PRIMARY KEY, name TEXT, seats INTEGER, status TEXT, updated_at TEXT);
  INSERT INTO accounts VALUES
    ('a1', ' Acme ', 25, 'active', '2026-03-01T10:00:00Z'),
    ('a2', 'Bolt & Sons', 5, 'active', '2026-03-01T11:30:00Z'),
    ('a3', 'Gone Ltd', 12, 'closed', '2025-12-31T12:00:00Z');
`);
database.close();

try {
  await withLocalPlanhat(folder, async ({ run, get }) => {
    await run(["validate"]);
    await run(["test"]);
    await run(["apply", "--auto-approve"]);
    await run(["apply", "--auto-approve"]);
    console.log(await get("/companies?select=externalId,name,custom"));
  });
} finally {
  rmSync(join(folder, "data"), { recursive: true, force: true });
}
