import type { ErrorObject, ValidateFunction } from "ajv";
import type { Json } from "../../model/json.ts";
import { fields, project, sync } from "./generated/validators.js";

export type SchemaName = "sync" | "project" | "fields";

/** What the schema finds, all of it; empty for a valid value. */
export function checkSchema(name: SchemaName, value: Json): readonly ErrorObject[] {
  const validate = VALIDATORS[name];
  return validate(value) ? [] : (validate.errors ?? []);
}

/** Compiled from the schemas when they change, not with each start. */
const VALIDATORS: Readonly<Record<SchemaName, ValidateFunction>> = { sync, project, fields };
