import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runMain } from "../support/cli.ts";
import { FAST, makeProject, makeSandbox } from "../support/project.ts";

const TOKEN = "canary/token+with=specials~0123456789abcdef";
const TENANT = "canary-tenant-5f0c2b9e-uuid";

/** How a secret may slip out: as it is, in an address, in JSON, in base64 at any offset, in hexadecimal. */
function formsOf(secret: string): readonly string[] {
  const base64 = [0, 1, 2].map((offset) => {
    const bytes = Buffer.from("x".repeat(offset) + secret);
    return bytes.toString("base64").slice(offset === 0 ? 0 : offset + 1, -4);
  });
  return [secret, encodeURIComponent(secret), Buffer.from(secret).toString("hex"), ...base64];
}

test("[C1, C2] no secret is in any byte that is printed or stored, though Planhat repeats it and the data contain it", async () => {
  const { sandbox, env: planhat } = await makeSandbox({ token: TOKEN });
  const dir = await makeProject({
    "planhat-sync.yaml": FAST,
    "syncs/companies.yaml": `version: 1
source: { csv: { path: companies.csv } }
target: { object: Company }
mode: upsert
key: externalId
fields: { externalId: id, name: name, custom.Seats: $number(seats) }
`,
    "companies.csv": `id,name,seats\nc1,Acme ${TOKEN},1\nc2,${TOKEN},x\nc3,Refused,3\n`,
  });
  const env = {
    ...planhat,
    PLANHAT_API_TOKEN: TOKEN,
    PLANHAT_TENANT_UUID: TENANT,
    GITHUB_STEP_SUMMARY: join(dir, "summary.md"),
  };
  sandbox.faults.add({
    match: { method: "PUT" },
    times: 1,
    action: { kind: "refuse", where: { externalId: "c3" }, message: `no: Bearer ${TOKEN} of ${TENANT}` },
  });
  const runs = [
    ["plan", "--verbose"],
    ["plan", "--format", "json"],
    ["plan", "--format", "markdown"],
    ["plan", "--format", "github", "--html", "plan.html"],
    ["apply", "--auto-approve", "--verbose"],
    ["rejects", "--format", "json"],
    ["rejects", "--format", "csv"],
    ["state", "show", "companies", "--format", "json"],
    ["runs"],
    ["preview", "companies"],
    ["watch", "--once"],
  ];
  const outputs: string[] = [];
  for (const argv of runs) {
    const { stdout, stderr } = await runMain(argv, { dir, env });
    outputs.push(stdout, stderr);
  }
  // And where Planhat answers with nothing but the token.
  for (const code of [401, 403, 500, 200]) {
    sandbox.faults.add({
      match: { method: "GET" },
      times: "always",
      action: { kind: "status", code, body: `token ${TOKEN}` },
    });
    const clock = { now: () => 0, monotonic: () => 0, sleep: async () => undefined };
    const { stdout, stderr } = await runMain(["plan", "--baseline", "none", "--verbose"], {
      dir,
      env,
      clock,
    });
    expect(stderr).toContain("error: ");
    outputs.push(stdout, stderr);
    sandbox.faults.clear();
  }
  const stored = readdirSync(join(dir, ".planhat-sync"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1"));
  expect(stored.length).toBeGreaterThan(0);
  for (const name of ["plan.html", "summary.md"]) stored.push(readFileSync(join(dir, name), "latin1"));
  expect(outputs.join("")).toContain("***");
  for (const secret of [TOKEN, TENANT]) {
    for (const form of formsOf(secret)) {
      for (const text of [...outputs, ...stored]) expect(text.includes(form)).toBe(false);
    }
  }
  // The data themselves arrived whole.
  expect(sandbox.records("Company").map(({ name }) => name)).toContain(`Acme ${TOKEN}`);
});
