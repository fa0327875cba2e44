import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { Stop } from "../../src/model/stop.ts";
import { hidePlan } from "../../src/report/plan/hiding.ts";
import { planJson } from "../../src/report/plan/plan-json.ts";
import { previewJson } from "../../src/report/preview/preview-json.ts";
import { applyJson } from "../../src/report/run/apply-json.ts";
import { rejectsJson } from "../../src/report/run/rejects-json.ts";
import { runsJson } from "../../src/report/run/runs-json.ts";
import { stateJson } from "../../src/report/state/state-json.ts";
import { testJson } from "../../src/report/tests/test-json.ts";
import { ALIKE, DRIFTED, planOf } from "./sample-plan.ts";
import { PREVIEW } from "./sample-preview.ts";
import { PAST_RUN, REJECTS, reportOf } from "./sample-run.ts";
import { STATE } from "./sample-state.ts";
import { RESULTS } from "./sample-tests.ts";

const PLAN = readSchema("plan");
const REPORT = readSchema("report");

function readSchema(name: string): object {
  return JSON.parse(readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), "utf8"));
}

/** The schema with every object closed: a member that is printed and not described is found. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== "object" || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, closed(value)]));
  return "properties" in inner && "type" in inner ? { additionalProperties: false, ...inner } : inner;
}

function problems(schema: unknown, definition: string | undefined, json: string): unknown {
  const ajv = new Ajv({ strict: true, allowUnionTypes: true, validateFormats: false });
  ajv.addSchema(closed(schema) as object, "schema");
  const validate = ajv.getSchema(definition === undefined ? "schema" : `schema#/definitions/${definition}`);
  if (validate === undefined) throw new Error(`no definition ${definition}`);
  validate(JSON.parse(json));
  return validate.errors;
}

test.each([
  ["a plan", planJson(planOf())],
  ["a plan with drift, skipped rows and broken guards", planJson(DRIFTED)],
  ["a plan with keys that are almost one", planJson(ALIKE)],
  ["a plan that hides them", planJson(hidePlan(ALIKE, { values: true, keys: true }))],
  ["a plan with hidden values", planJson(hidePlan(DRIFTED, { values: true, keys: true }))],
  ["a plan with remarks and without a key", planJson(planOf({ key: undefined, warnings: ["Mind this."] }))],
])("%s is what its schema describes", (_, json) => {
  expect(problems(PLAN, undefined, json)).toBeNull();
});

test.each([
  ["apply", applyJson(reportOf())],
  ["apply", applyJson(reportOf({ stop: new Stop("failure", "No.", { fix: "Try." }) }))],
  ["rejects", rejectsJson(REJECTS)],
  ["runs", runsJson([PAST_RUN, { ...PAST_RUN, status: "running", syncs: [] }])],
  ["state", stateJson(STATE)],
  ["state", stateJson({ location: "s", syncs: [] })],
  ["test", testJson(RESULTS)],
  ["preview", previewJson(PREVIEW)],
])("the output of %s is what its schema describes", (definition, json) => {
  expect(problems(REPORT, definition, json)).toBeNull();
  expect(problems(REPORT, undefined, json)).toBeNull();
});

test("a hidden field that still shows a value is found", () => {
  const plan = JSON.parse(planJson(hidePlan(DRIFTED, { values: true, keys: false })));
  plan.syncs[0].changes[0].fields.name.before = "Nine";
  expect(problems(PLAN, undefined, JSON.stringify(plan))).not.toBeNull();
});

test("a member of the wrong type or one too few is found", () => {
  const plan = JSON.parse(planJson(planOf()));
  expect(problems(PLAN, undefined, JSON.stringify({ ...plan, formatVersion: 2 }))).not.toBeNull();
  expect(problems(PLAN, undefined, JSON.stringify({ ...plan, diagnostics: undefined }))).not.toBeNull();
  expect(problems(REPORT, undefined, JSON.stringify(plan))).not.toBeNull();
});

describe.each([
  ["plan", PLAN],
  ["report", REPORT],
])("the schema of %s", (_, schema) => {
  test("is draft-07 and describes every property", () => {
    expect(schema).toMatchObject({ $schema: "http://json-schema.org/draft-07/schema#" });
    expect(undescribed(schema, "#")).toEqual([]);
  });
});

function undescribed(schema: unknown, path: string): readonly string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const properties = "properties" in schema ? Object.entries(Object(schema.properties)) : [];
  const missing = properties
    .filter(([, property]) => !("description" in Object(property)))
    .map(([name]) => `${path}/${name}`);
  return [
    ...missing,
    ...Object.entries(schema).flatMap(([name, inner]) => undescribed(inner, `${path}/${name}`)),
  ];
}
