import type { CompiledField, CompiledSync, Guards, SyncTest, Threshold } from "../model/compiled-sync.ts";
import { canonicalJson, sha256 } from "../model/fingerprint.ts";
import { type SyncDefinition, syncSchema } from "../model/generated/sync.ts";
import type { Json, JsonObject } from "../model/json.ts";
import type { ObjectType } from "../model/object-type.ts";
import { isCustomField } from "../model/record-body.ts";
import type { SourceSpec } from "../model/source.ts";
import type { PlacedField } from "./rule.ts";
import type { CheckedSync } from "./sync-file.ts";
import { makeTransform } from "./transform.ts";

/**
 * A checked definition → something that runs. undefined where an expression does not compile or the catalogue does
 * not know the object or a field: the linter says so.
 */
export function compileSync(checked: CheckedSync): CompiledSync | undefined {
  const { placed, definition } = checked;
  const { objectType } = placed;
  if (objectType === undefined) return undefined;
  const fields: CompiledField[] = [];
  for (const field of placed.fields) {
    const compiled = compileField(field, definition);
    if (compiled === undefined) return undefined;
    fields.push(compiled);
  }
  return {
    name: placed.name,
    description: definition.description,
    file: placed.file,
    objectType,
    mode: placed.mode,
    key: placed.key,
    fields,
    source: sourceSpec(definition.source),
    batchSize: definition.batch?.size ?? "auto",
    guards: compileGuards(definition.guards),
    tests: compileTests(checked),
    fingerprint: syncFingerprint(checked, objectType, fields),
    missingVariables: checked.missingVariables,
    transform: makeTransform({ name: placed.name, mode: placed.mode, key: placed.key, objectType, fields }),
  };
}

function compileField(field: PlacedField, definition: SyncDefinition): CompiledField | undefined {
  const { name, spec, mapping } = field;
  if (spec === undefined && !isCustomField(name)) return undefined;
  const long = definition.fields[name];
  const required = typeof long === "object" && "expr" in long && long.required === true;
  if (mapping.kind === "constant") {
    return { name, spec, value: { kind: "constant", constant: mapping.value }, required };
  }
  if (!mapping.result.ok) return undefined;
  return { name, spec, value: { kind: "expression", expression: mapping.result.expression }, required };
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

function compileGuards(guards: SyncDefinition["guards"]): Guards {
  const { minRows, maxRejected, maxChanges } = guards ?? {};
  return {
    ...(minRows === undefined ? {} : { minRows }),
    ...(maxRejected === undefined ? {} : { maxRejected: threshold(maxRejected) }),
    ...(maxChanges === undefined ? {} : { maxChanges: threshold(maxChanges) }),
  };
}

/** `5%` is a share, a number is a count. */
function threshold(written: string | number): Threshold {
  return typeof written === "number" ? { count: written } : { share: Number(written.slice(0, -1)) / 100 };
}

function compileTests({ placed, definition }: CheckedSync): readonly SyncTest[] {
  return (definition.tests ?? []).map((test, index) => ({
    name: test.name,
    row: test.row as JsonObject,
    ...(test.expect === undefined ? {} : { expect: test.expect as JsonObject }),
    ...(test.expectError === undefined ? {} : { expectError: test.expectError }),
    line: placed.place(["tests", index]).line,
  }));
}

/** Over what changes the meaning, and nothing else; variables as written, so that no secret gets in. */
function syncFingerprint(
  { placed, writtenSource }: CheckedSync,
  objectType: ObjectType,
  fields: readonly CompiledField[],
): string {
  const meaning = fields.map(({ name, value, required }): [string, Json] => [
    name,
    {
      ...(value.kind === "constant" ? { value: value.constant } : { expr: value.expression.text }),
      ...(required ? { required } : {}),
    },
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
