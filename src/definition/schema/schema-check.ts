import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import { fieldsSchema } from "../../model/generated/fields.ts";
import { projectSchema } from "../../model/generated/project.ts";
import { syncSchema } from "../../model/generated/sync.ts";
import type { Json } from "../../model/json.ts";
import { dateProblem } from "../transform/iso-date.ts";

export type SchemaName = "sync" | "project" | "fields";

/** What the schema finds, all of it; empty for a valid value. */
export function checkSchema(name: SchemaName, value: Json): readonly ErrorObject[] {
  const validate = validator(name);
  return validate(value) ? [] : (validate.errors ?? []);
}

const SCHEMAS: Readonly<Record<SchemaName, object>> = {
  sync: syncSchema,
  project: projectSchema,
  fields: fieldsSchema,
};
const validators = new Map<SchemaName, ValidateFunction>();

function validator(name: SchemaName): ValidateFunction {
  let validate = validators.get(name);
  if (validate === undefined) {
    // verbose: messages need the schema and the value at the place of the fault.
    const ajv = new Ajv({
      allErrors: true,
      verbose: true,
      ownProperties: true,
      strict: true,
      strictRequired: false,
      // A query parameter is text, a number or a truth value.
      allowUnionTypes: true,
      formats: { "date-time": isInstant },
    });
    // What only editors read.
    ajv.addVocabulary(EDITOR_KEYWORDS);
    validate = ajv.compile(SCHEMAS[name]);
    validators.set(name, validate);
  }
  return validate;
}

/** Keywords of the YAML language server, which say nothing about what is valid. */
const EDITOR_KEYWORDS = ["enumDescriptions", "patternErrorMessage"];

function isInstant(text: string): boolean {
  return text.includes("T") && dateProblem(text) === undefined;
}
