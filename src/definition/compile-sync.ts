import type { CompiledField, CompiledSync, SyncTest } from "../model/compiled-sync.ts";
import { fieldMeaning } from "../model/field-meaning.ts";
import { canonicalJson, sha256 } from "../model/fingerprint.ts";
import { type SyncDefinition, syncSchema } from "../model/generated/sync.ts";
import { given } from "../model/given.ts";
import type { Json, JsonObject } from "../model/json.ts";
import type { ObjectType } from "../model/object-type.ts";
import type { PlacedField } from "../model/placed.ts";
import { isCustomField } from "../model/record-body.ts";
import type { SourceSpec } from "../model/source.ts";
import type { CheckedSync } from "./files/sync-file.ts";
import { givenGuards } from "./given-guards.ts";
import { makeTransform } from "./transform/transform.ts";

/**
 * A checked definition → something that runs. undefined where an expression does not compile or the catalogue does
 * not know the object or a field: the linter says so.
 */
export function compileSync(checked: CheckedSync): CompiledSync | undefined {
  const { placed, definition } = checked;
  if (placed.objectType === undefined) return undefined;
  const objectType = withTenantFields(placed.objectType, placed.fields);
  const fields: CompiledField[] = [];
  for (const field of placed.fields) {
    const compiled = compileField(field, definition);
    if (compiled === undefined) return undefined;
    fields.push(compiled);
  }
  fields.push(...fixedFields(objectType, fields));
  const resend = definition.target.resend === true;
  const source = sourceSpec(definition.source);
  const noValueFix = placed.source?.kind.noValueFix;
  return {
    name: placed.name,
    description: definition.description,
    file: placed.file,
    objectType,
    mode: placed.mode,
    key: placed.key,
    fields,
    ...(resend ? { resend } : {}),
    source,
    batchSize: definition.batch?.size ?? "auto",
    guards: givenGuards(definition.guards as Json | undefined),
    tests: compileTests(checked),
    fingerprint: syncFingerprint(checked, objectType, fields),
    missingVariables: checked.missingVariables,
    transform: makeTransform({
      name: placed.name,
      mode: placed.mode,
      key: placed.key,
      objectType,
      fields,
      ...given({ noValueFix }),
      columns: placed.columnTypes,
    }),
  };
}

/** What is known of the tenant's own fields that are mapped stands beside Planhat's: values are compared by it. */
function withTenantFields(objectType: ObjectType, mapped: readonly PlacedField[]): ObjectType {
  const own = mapped.flatMap(({ name, spec }) =>
    spec !== undefined && isCustomField(name) ? [[name, spec] as const] : [],
  );
  if (own.length === 0) return objectType;
  return { ...objectType, fields: { ...objectType.fields, ...Object.fromEntries(own) } };
}

function compileField(field: PlacedField, definition: SyncDefinition): CompiledField | undefined {
  const { name, spec, mapping, form } = field;
  if (spec === undefined && !isCustomField(name)) return undefined;
  const long = definition.fields[name];
  const { required: needed, missing = "reject" } = typeof long === "object" && "expr" in long ? long : {};
  const required = needed === true;
  if (mapping.kind === "constant") {
    return { name, spec, value: { kind: "constant", constant: mapping.value }, required };
  }
  if (!mapping.result.ok) return undefined;
  const value = { kind: "expression", expression: mapping.result.expression } as const;
  switch (form?.kind) {
    case undefined:
      return { name, spec, value, required };
    case "prefix":
      return { name, spec, value, required, prefix: form.prefix };
    case "lookup": {
      const { objectType, by } = form;
      return { name, spec, value, required, lookup: { objectType, by, missing } };
    }
    // The linter says why.
    case "refused":
      return undefined;
    default:
      return form satisfies never;
  }
}

/** What makes a record one of its type and is not mapped: a note is a conversation of type `note`. */
function fixedFields(
  { fixed = {}, fields: specs }: ObjectType,
  mapped: readonly CompiledField[],
): readonly CompiledField[] {
  return Object.entries(fixed)
    .filter(([name]) => !mapped.some((field) => field.name === name))
    .map(([name, constant]) => ({
      name,
      spec: specs[name],
      value: { kind: "constant", constant },
      required: false,
    }));
}

/** The kind of a source and its settings, with defaults. */
export function sourceSpec(source: SyncDefinition["source"]): SourceSpec {
  const [[kind, settings] = ["", {}]] = Object.entries(source);
  return { kind, settings: withDefaults(kind, settings) };
}

/** The defaults stand in the schema, for editors: read from there, they cannot differ. */
function withDefaults(kind: string, settings: object): JsonObject {
  const { properties } = syncSchema as unknown as SourceSchemas;
  const defaults: Record<string, Json> = {};
  for (const [key, schema] of Object.entries(properties.source.properties[kind]?.properties ?? {})) {
    if (schema.default !== undefined) defaults[key] = schema.default;
  }
  return { ...defaults, ...settings };
}

interface SourceSchemas {
  readonly properties: {
    readonly source: {
      readonly properties: Readonly<
        Record<string, { readonly properties: Readonly<Record<string, { readonly default?: Json }>> }>
      >;
    };
  };
}

function compileTests({ placed, definition }: CheckedSync): readonly SyncTest[] {
  return (definition.tests ?? []).map((test, index) => ({
    name: test.name,
    row: test.row as JsonObject,
    ...(test.expect === undefined ? {} : { expect: test.expect as JsonObject }),
    ...(test.expectError === undefined ? {} : { expectError: test.expectError }),
    ...(test.now === undefined ? {} : { now: Date.parse(test.now) }),
    line: placed.place(["tests", index]).line,
  }));
}

/** Over what changes the meaning, and nothing else; variables as written, so that no secret gets in. */
function syncFingerprint(
  { placed, writtenSource }: CheckedSync,
  objectType: ObjectType,
  fields: readonly CompiledField[],
): string {
  const meaning = fields.map((field): [string, Json] => [
    field.name,
    { ...fieldMeaning(field), ...(field.required && { required: true }) },
  ]);
  const [[kind, settings] = ["", {}]] = Object.entries(writtenSource);
  return sha256(
    canonicalJson({
      name: placed.name,
      object: objectType.name,
      mode: placed.mode,
      key: placed.key ?? null,
      fields: Object.fromEntries(meaning),
      source: { [kind]: withDefaults(kind, settings as object) },
    }),
  );
}
