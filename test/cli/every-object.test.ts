import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { OBJECT_TYPES } from "../../src/model/generated/objects.ts";
import type { JsonObject } from "../../src/model/json.ts";
import { runMain } from "../support/cli.ts";
import { FAST, makeProject, makeSandbox } from "../support/project.ts";

const FOLDER = "examples/every-object";
const APPLY = ["apply", "--auto-approve", "--format", "json"];

function example(): Readonly<Record<string, string>> {
  const paths = ["syncs", "data"].flatMap((folder) =>
    readdirSync(join(FOLDER, folder)).map((name) => `${folder}/${name}`),
  );
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(FOLDER, path), "utf8")]));
}

/** What the example's syncs look up: a user and a deal that are in Planhat before the run. */
const USER = "66eb28a6ef8857a5097fbce3";
const DEAL = "65a1f0c2d3e4f5a6b7c8d9e0";

/** Where each sync's first item lands: path, and the key in it. */
const LANDINGS: Readonly<Record<string, readonly [path: string, key: JsonObject]>> = {
  Company: ["/companies", { externalId: "acme" }],
  Enduser: ["/endusers", { externalId: "ann", companyId: "extid-acme" }],
  Asset: ["/assets", { externalId: "press-1", companyId: "extid-acme" }],
  License: ["/licenses", { externalId: "l1", companyId: "extid-acme", _currency: "USD", mrr: 100 }],
  Opportunity: ["/opportunities", { externalId: "o1", companyId: "extid-beta" }],
  Sale: ["/sales", { externalId: "s1", companyId: "extid-acme", _currency: "USD" }],
  Note: ["/conversations", { companyId: "extid-acme", type: "note", subject: "Visit" }],
  Task: ["/tasks", { sourceId: "t1", companyId: "extid-acme", action: "Send the invoice" }],
  Conversation: ["/conversations", { externalId: "c1", companyId: "extid-beta" }],
  Project: ["/projects", { externalId: "p1", companyId: "extid-acme" }],
  Campaign: ["/campaigns", { externalId: "m1", companyId: "extid-acme" }],
  Issue: ["/issues", { sourceId: "BUG-1", companyIds: ["extid-acme", "extid-beta"] }],
  Ticket: ["/tickets", { sourceId: "T-1", email: "ann@acme.example", companyExternalId: "acme" }],
  NPS: ["/nps", { sourceId: "n1", email: "ann@acme.example", score: 9 }],
  Churn: ["/churn", { sourceId: "x1", companyId: "extid-beta" }],
  Invoice: ["/invoices", { extId: "i1", cId: "extid-acme", currency: "USD", invoiceDate: 20_484 }],
  Workspace: ["/workspaces", { externalId: "w1", companyId: "extid-acme" }],
  Objective: ["/objectives", { externalId: "ob1", companyId: "extid-acme" }],
  Deal: ["/deals", { externalId: "d1", companyId: "extid-acme", stage: "Closed Won", ownerId: USER }],
  LineItem: ["/lineitems", { externalId: "li1", dealId: DEAL, fixedPeriod: true, length: 12, mrr: 100 }],
  Product: ["/products", { externalId: "basic", name: "Basic", type: "subscription" }],
  TimeEntry: ["/timeentries", { companyId: "extid-acme", date: "2026-01-30T14:30:00Z", hours: 1.5 }],
  Timesheet: ["/timesheets", { assignedId: USER, dateFrom: 20_479 }],
  User: ["/users", { externalId: "u1", inactive: false }],
  Metric: ["/dimensiondata/sandbox-tenant", { dimensionId: "logins", externalId: "acme", value: 7 }],
  UserActivity: ["/analytics/bulk/sandbox-tenant", { euExtId: "ann", companyExternalId: "acme" }],
};

test("one definition for every object and both streams lands at the right path with the right key, once", async () => {
  const { sandbox, env } = await makeSandbox({ logBodies: true, seed: join(FOLDER, "planhat.json") });
  const dir = await makeProject({ "planhat-sync.yaml": FAST, ...example() });
  const planned = await runMain(["plan", "--format", "json"], { dir, env });
  const { syncs } = JSON.parse(planned.stdout) as { syncs: readonly { object: string }[] };
  const names = new Set(OBJECT_TYPES.map(({ name }) => name));
  expect(new Set(syncs.map(({ object }) => object))).toEqual(names);
  expect(new Set(Object.keys(LANDINGS))).toEqual(names);
  const first = await runMain(APPLY, { dir, env });
  expect(first.code, first.stderr).toBe(0);

  const sent = sandbox.log.filter(({ method }) => method !== "GET");
  for (const [object, [path, key]] of Object.entries(LANDINGS)) {
    const bodies = sent
      .filter((request) => request.path === path)
      .flatMap(({ body }) => body as readonly JsonObject[]);
    expect(bodies, object).toContainEqual(expect.objectContaining(key));
  }
  for (const { method, path, status } of sent) {
    const analytics = path.startsWith("/dimensiondata/") || path.startsWith("/analytics/");
    expect([path, method, status]).toEqual([path, analytics ? "POST" : "PUT", 200]);
  }

  const before = sandbox.log.length;
  const second = await runMain(APPLY, { dir, env });
  expect(second.code).toBe(0);
  expect(sandbox.log.slice(before).filter(({ method }) => method !== "GET")).toEqual([]);
  for (const { summary, calls } of JSON.parse(second.stdout).syncs) {
    expect({ created: summary.created, updated: summary.updated, write: calls.write }).toEqual({
      created: 0,
      updated: 0,
      write: 0,
    });
  }

  // Also where nothing is compared: what can be found again by its key is not created twice. A note has none.
  const records = (name: string) => sandbox.records(name).length;
  const counts = Object.keys(LANDINGS)
    .filter(
      (name) => !["Metric", "UserActivity", "Note", "Conversation", "TimeEntry", "Timesheet"].includes(name),
    )
    .map((name) => [name, records(name)] as const);
  const again = await runMain(["apply", "--auto-approve", "--baseline", "none"], { dir, env });
  expect(again.code).toBe(0);
  expect(counts.filter(([name, count]) => records(name) !== count)).toEqual([]);
  expect(sandbox.analytics.points.filter(({ values }) => values.length > 1)).toEqual([]);
});
