import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { OBJECT_TYPES } from "../../src/model/generated/objects.ts";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../src/sandbox/start-sandbox.ts";

/** A project folder with these files, gone when the test ends. */
export async function makeProject(files: Readonly<Record<string, string>>): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), "planhat-sync-test-"));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), text);
  }
  return dir;
}

/** A Planhat for one test. Its quota is out of the way unless the test is about it. */
export async function makeSandbox(
  options: Omit<SandboxOptions, "objectTypes"> = {},
): Promise<{ readonly sandbox: Sandbox; readonly env: Readonly<Record<string, string>> }> {
  const sandbox = await startSandbox({
    objectTypes: OBJECT_TYPES,
    limits: { callsPerMinute: 100_000, callsPerSecond: 100_000 },
    ...options,
  });
  onTestFinished(() => sandbox.close());
  const { url, token, tenantUuid } = sandbox;
  const env = {
    PLANHAT_API_URL: url,
    PLANHAT_API_TOKEN: token,
    PLANHAT_ANALYTICS_URL: url,
    PLANHAT_TENANT_UUID: tenantUuid,
  };
  return { sandbox, env };
}

/** Lets a test's own calls through that quota too. */
export const FAST = "version: 1\nlimits: { callsPerMinute: 100000 }\n";

export const COMPANIES = `version: 1
name: companies
source: { csv: { path: companies.csv } }
target: { object: Company }
mode: upsert
key: externalId
fields:
  externalId: id
  name: name
  phase: phase
`;

export const ENDUSERS = `version: 1
name: endusers
source: { csv: { path: endusers.csv } }
target: { object: Enduser }
mode: upsert
key: externalId
fields:
  externalId: id
  companyId: '"extid-" & company'
  email: email
`;

export function companiesCsv(count: number, phase = "Trial"): string {
  const rows = Array.from({ length: count }, (_, index) => `c${index},Company ${index},${phase}`);
  return `id,name,phase\n${rows.join("\n")}\n`;
}
