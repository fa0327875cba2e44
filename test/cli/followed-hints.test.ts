import { writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { listening } from "../support/listening.ts";
import { scene } from "../support/scene.ts";

interface Situation {
  readonly object?: string;
  readonly fields: Readonly<Record<string, string>>;
  /** The values of the column `v`, as they stand in a CSV. */
  readonly cells?: readonly string[];
  /** The values of `v` as JSON. */
  readonly values?: readonly unknown[];
  /** The field that maps it, and what it is in the end. */
  readonly field: string;
  readonly gives: readonly unknown[];
}

const OWNER = "6b0e08295a9db0c5a7000013";
const LICENSE = {
  sourceId: "id",
  companyId: '"extid-c1"',
  _currency: '"EUR"',
  mrr: "1",
  fromDate: '"2026-01-01"',
};
const CONTACT = { email: 'id & "@x.example"', companyId: '"extid-c1"' };
const TASK = { sourceId: "id", companyId: '"extid-c1"', action: '"call"' };
const COMPANY = { externalId: "id", name: "id" };

const SITUATIONS: Readonly<Record<string, Situation>> = {
  "an end date that is empty": {
    object: "License",
    fields: { ...LICENSE, toDate: "v" },
    cells: ["2026-12-31", "", "2027-06-30"],
    field: "toDate",
    gives: ["2026-12-31", undefined, "2027-06-30"],
  },
  "an empty date beside dates of another order": {
    object: "License",
    fields: { ...LICENSE, toDate: "v" },
    cells: ["31.12.2026", "", "2027-06-30"],
    field: "toDate",
    gives: ["2026-12-31", undefined, "2027-06-30"],
  },
  "an export that says TRUE": {
    object: "Enduser",
    fields: { ...CONTACT, npsUnsubscribed: "v" },
    cells: ["TRUE", "FALSE", "TRUE"],
    field: "npsUnsubscribed",
    gives: [true, false, true],
  },
  "an export that says Yes, yes and no": {
    object: "Enduser",
    fields: { ...CONTACT, npsUnsubscribed: "v" },
    cells: ["Yes", "no", "yes"],
    field: "npsUnsubscribed",
    gives: [true, false, true],
  },
  "a flag that is 1, 0 or empty": {
    object: "Enduser",
    fields: { ...CONTACT, npsUnsubscribed: "v" },
    cells: ["1", "0", ""],
    field: "npsUnsubscribed",
    gives: [true, false, undefined],
  },
  "a zone without a colon": {
    object: "Task",
    fields: { ...TASK, endTime: "v" },
    values: ["2026-03-01T23:00:00.000+0000", "2026-03-01T23:00:00Z"],
    field: "endTime",
    gives: ["2026-03-01T23:00:00.000Z", "2026-03-01T23:00:00Z"],
  },
  "seconds since 1970, and none": {
    object: "Task",
    fields: { ...TASK, endTime: "v" },
    values: [1772406000, null],
    field: "endTime",
    gives: ["2026-03-01T23:00:00.000Z", null],
  },
  "milliseconds since 1970 beside a date": {
    object: "Task",
    fields: { ...TASK, endTime: "v" },
    values: [1772406000000, "2026-03-01T23:00:00Z"],
    field: "endTime",
    gives: ["2026-03-01T23:00:00.000Z", "2026-03-01T23:00:00Z"],
  },
  "an empty owner": {
    fields: { ...COMPANY, owner: "v" },
    cells: ["6b0e08295a9db0c5a7000013", ""],
    field: "owner",
    gives: [OWNER, undefined],
  },
  "a trimmed name that is null": {
    fields: { ...COMPANY, description: "$trim(v)" },
    values: [" Acme ", null],
    field: "description",
    gives: ["Acme", undefined],
  },
  "a trimmed number": {
    fields: { ...COMPANY, description: "$trim(v)" },
    values: [" Acme ", 12, null],
    field: "description",
    gives: ["Acme", "12", undefined],
  },
};

describe("whoever does what each rejection says keeps every row's value:", () => {
  test.each(Object.entries(SITUATIONS))("%s", async (_, situation) => {
    const plan = await planner(situation);
    let fields = situation.fields;
    for (let turn = 0; turn < MOST_HINTS; turn++) {
      const { hint, changes } = await plan(fields);
      if (hint === undefined) {
        expect(changes.map((change) => change.fields[situation.field]?.after)).toEqual(situation.gives);
        return;
      }
      fields = { ...fields, [situation.field]: followed(hint, fields[situation.field] ?? "") };
    }
    expect.unreachable("there is always another hint");
  });
});

describe("whoever follows a wrong hint is told by the plan:", () => {
  const optout = SITUATIONS["an export that says TRUE"];

  test("a comparison that is false in every row is in the plan, in a saved one and beside an apply", async () => {
    if (optout === undefined) throw new Error("no such situation");
    const made = await world(optout, { ...optout.fields, npsUnsubscribed: 'v = "yes"' });
    const told = { field: "npsUnsubscribed", kind: "same", value: false, records: 3, columns: ["v"] };
    const planned = await made.run("plan", "--format", "json", "--out", "a.plan");
    expect(planned.code, planned.stderr).toBe(0);
    expect(JSON.parse(planned.stdout).syncs[0].uniform).toEqual([told]);
    const shown = await made.run("show", "a.plan", "--format", "json");
    expect(JSON.parse(shown.stdout).syncs[0].uniform).toEqual([told]);
    const { stderr } = await made.apply();
    expect(stderr).toContain(
      "npsUnsubscribed is false in all 3 records, although v differs from row to row.",
    );
    const explained = await made.run("explain", "field-uniform");
    expect(explained.stdout).toContain("field-uniform");
  });

  test("nor does an apply say the value where values are hidden", async () => {
    if (optout === undefined) throw new Error("no such situation");
    const made = await world(optout, { ...optout.fields, npsUnsubscribed: 'v = "yes"' });
    const hidden = ["--auto-approve", "--format", "json", "--hide-values"];
    const { stderr } = await made.run("apply", ...hidden);
    expect(stderr).toContain("npsUnsubscribed has the same value in all 3 records");
  });
});

const MOST_HINTS = 4;

/** The expression as the hint says to write it: in place of a part of it, or of the whole. */
function followed(hint: string, expression: string): string {
  const [, whole, part] = /`([^`]+)`(?: in place of `([^`]+)`)?\.?$/.exec(hint) ?? [];
  // The linter's hints end with the expression.
  const [, ofLinter] = /: ([($].*)$/s.exec(hint) ?? [];
  const proposed = whole ?? ofLinter ?? expect.unreachable(hint);
  return part === undefined ? proposed : expression.replace(part, () => proposed);
}

interface Planned {
  /** Of what is in the way first. */
  readonly hint: string | undefined;
  readonly changes: readonly {
    readonly fields: Readonly<Record<string, { readonly after: unknown } | undefined>>;
  }[];
}

/** Plans the rows as such a definition maps them. */
async function planner(situation: Situation): Promise<(fields: Situation["fields"]) => Promise<Planned>> {
  const made = await world(situation, situation.fields);
  return async (fields) => {
    await writeFile(join(made.dir, DEFINITION), made.definition(fields));
    const planned = await made.run("plan", "--format", "json");
    if (planned.stdout === "") {
      const { stdout } = await made.run("validate", "--format", "json");
      const { diagnostics } = JSON.parse(stdout);
      return {
        hint: diagnostics.find(({ severity }: { severity: string }) => severity === "error").hint,
        changes: [],
      };
    }
    const [sync] = JSON.parse(planned.stdout).syncs;
    return { hint: sync.rejects[0]?.hint, changes: sync.changes };
  };
}

async function world({ object = "Company", values, cells = [] }: Situation, fields: Situation["fields"]) {
  const source =
    values === undefined ? { csv: { path: "rows.csv" } } : { http: { url: await served(values) } };
  const key = "email" in fields ? "email" : "sourceId" in fields ? "sourceId" : "externalId";
  const definition = (mapped: Situation["fields"]) =>
    stringify({ version: 1, source, target: { object }, mode: "upsert", key, fields: mapped });
  const lines = cells.map((cell, index) => `r${index},${cell}`);
  const made = await scene({
    [DEFINITION]: definition(fields),
    "rows.csv": `id,v\n${lines.join("\n")}\n`,
  });
  made.sandbox.seed("Company", [{ externalId: "c1", name: "C" }]);
  made.sandbox.seed("User", [{ _id: OWNER, email: "o@x.example" }]);
  return { ...made, definition };
}

const DEFINITION = "syncs/rows.yaml";

async function served(values: readonly unknown[]): Promise<string> {
  const body = JSON.stringify(values.map((v, index) => ({ id: `r${index}`, v })));
  const server = createServer((_, response) =>
    response.setHeader("content-type", "application/json").end(body),
  );
  return `http://127.0.0.1:${await listening(server)}/`;
}
