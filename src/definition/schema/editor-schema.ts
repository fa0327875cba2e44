import { syncSchema } from "../../model/generated/sync.ts";
import type { Json } from "../../model/json.ts";
import type { FieldSpec, ObjectType } from "../../model/object-type.ts";
import { ROW_RULES } from "../../model/row-rules.ts";
import type { RuleDoc } from "../../model/rule.ts";
import type { SourceKind } from "../../model/source-kind.ts";

/** A JSON Schema (draft-07), as far as it is changed here, with what only the YAML language server reads. */
interface Schema {
  title?: string;
  description?: string;
  $comment?: string;
  $ref?: string;
  definitions?: Record<string, Schema>;
  properties?: Record<string, Schema>;
  patternProperties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  required?: readonly string[];
  items?: Schema;
  oneOf?: Schema[];
  anyOf?: Schema[];
  allOf?: Schema[];
  if?: Schema;
  then?: Schema;
  type?: string | readonly string[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
  const?: Json;
  enum?: readonly Json[];
  enumDescriptions?: readonly string[];
  examples?: readonly Json[];
  errorMessage?: string;
  patternErrorMessage?: string;
  doNotSuggest?: boolean;
  defaultSnippets?: readonly { readonly label: string; readonly description: string; readonly body: Json }[];
}

/**
 * The schema of definitions as editors want it: with the objects that Planhat has and, for the one that a definition
 * names, its fields and keys. `validate` checks these itself and says more, so the schema it uses leaves them open.
 */
export function editorSchema(
  objectTypes: readonly ObjectType[],
  rules: readonly RuleDoc[],
  sourceKinds: readonly SourceKind[],
): object {
  const schema = structuredClone(syncSchema) as Schema;
  const { target, fields, tests, source, batch } = schema.properties ?? {};
  if (
    target?.properties?.["object"] === undefined ||
    fields === undefined ||
    source === undefined ||
    tests?.items === undefined
  ) {
    throw new Error("The schema of definitions has changed its parts.");
  }
  target.properties["object"] = objectNames(target.properties["object"], objectTypes);
  const mapping = fields.additionalProperties as Schema;
  fields.additionalProperties = { $ref: MAPPING };
  source.defaultSnippets = sourceKinds.map(({ kind, snippet: { description, settings } }) => ({
    label: kind,
    description,
    body: { [kind]: settings },
  }));
  for (const { kind, title } of sourceKinds) {
    const settings = source.properties?.[kind];
    if (settings !== undefined) settings.title = `${title} source`;
  }
  if (batch?.properties?.["size"] !== undefined)
    batch.properties["size"] = batchSize(batch.properties["size"]);
  tests.items = testItems(tests.items, rules);
  target.title = "Target";
  const whole = {
    ...schema,
    $comment: "Written by planhat-sync. `planhat-sync schema --write` brings it up to date.",
    defaultSnippets: [wholeDefinition(sourceKinds)],
    definitions: { mapping: withMessages(mapping) },
    allOf: objectTypes.map(whereObject),
  };
  return dressed(whole);
}

/** A schema as an editor shows it best; the given one is changed. */
export function dressed(schema: object): object {
  dress(schema);
  return schema;
}

const MAPPING = "#/definitions/mapping";

/**
 * For people: a title is what a server offers as one step for all that is required, and what stands over its texts;
 * backticks are Markdown only where a text says that it is.
 */
function dress(schema: unknown): void {
  if (typeof schema !== "object" || schema === null) return;
  if ("title" in schema && typeof schema.title === "string") {
    schema.title = TITLES[schema.title] ?? schema.title;
  }
  if ("description" in schema && typeof schema.description === "string") {
    Object.assign(schema, { markdownDescription: schema.description });
  }
  for (const inner of Object.values(schema)) dress(inner);
}

const TITLES: Readonly<Record<string, string>> = {
  SyncDefinition: "Sync definition",
  ProjectFile: "Project settings",
};

function objectNames({ description = "" }: Schema, types: readonly ObjectType[]): Schema {
  return {
    description,
    type: "string",
    enum: types.map(({ name }) => name),
    enumDescriptions: types.map(({ plural }) => plural),
    errorMessage: "Planhat has no object of that name; names are case-sensitive.",
  };
}

function withMessages(mapping: Schema): Schema {
  // No description: a server would show it in place of the field's.
  const { examples: _examples, description: _description, ...rest } = mapping;
  const errorMessage =
    "Write JSONata as text, { value: … } for a constant, or { expr: …, required: true } for an expression that must give a value.";
  return {
    ...rest,
    oneOf: (mapping.oneOf ?? []).map(({ description: _, ...way }) => ({ ...way, errorMessage })),
  };
}

/** Said without a choice: of several ways to be wrong, a server tells all. */
function batchSize({ anyOf: _, ...size }: Schema): Schema {
  const errorMessage = "Write auto, or a whole number from 1 to 5000.";
  return { ...size, type: ["string", "integer"], pattern: "^auto$", minimum: 1, maximum: 5000, errorMessage };
}

/** The fields and keys of one object, where a definition names it. */
function whereObject({ name, fields, keyables }: ObjectType): Schema {
  const properties = Object.entries(fields).map(([field, spec]) => [field, fieldSchema(spec)] as const);
  return {
    if: {
      required: ["target"],
      properties: { target: { required: ["object"], properties: { object: { const: name } } } },
    },
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
    then: {
      properties: {
        ...(keyables.length === 0 ? {} : { key: keySchema(name, keyables) }),
        fields: {
          properties: Object.fromEntries(properties),
          patternProperties: {
            "^custom\\..": {
              allOf: [{ $ref: MAPPING }],
              description: "A custom field, by the name that Planhat shows.",
            },
          },
          additionalProperties: false,
          errorMessage: `${name} has no field of that name. Names are case-sensitive; a field of your own is written custom.Name.`,
        },
      },
    },
  };
}

function keySchema(name: string, keyables: readonly string[]): Schema {
  return {
    enum: keyables,
    errorMessage: `Planhat does not find a ${name} by that field, but by ${keyables.join(", ")}.`,
  };
}

function fieldSchema(spec: FieldSpec): Schema {
  const computed = spec.computed === true && spec.offered !== true && spec.written !== true;
  const remark = computed
    ? "Planhat computes it: what is written is refused or overwritten."
    : TAKES[spec.type];
  return {
    allOf: [{ $ref: MAPPING }],
    description: `${spec.description}\n\n${remark}${valuesOf(spec)}`,
    ...(computed || spec.type === "object" ? { doNotSuggest: true } : {}),
  };
}

const TAKES: Readonly<Record<FieldSpec["type"], string>> = {
  string: "Takes text.",
  number: "Takes a number: `$number(column)`.",
  integer: "Takes a whole number: `$number(column)`.",
  boolean: 'Takes true or false: `column = "true"`.',
  date: "Takes an ISO 8601 date: `2026-01-31`, or `2026-01-31T12:00:00Z`.",
  epochDays: "Takes days since 1970-01-01: `$floor($toMillis(column) / 86400000)`.",
  objectId: "Takes the `_id` of another record.",
  array: 'Takes a list: `$split(column, "|")`.',
  object: "Takes an object.",
};

function valuesOf({ enum: values, prefixes }: FieldSpec): string {
  if (values !== undefined) return ` One of ${values.map((value) => `\`${String(value)}\``).join(", ")}.`;
  return prefixes ? ' Or its id elsewhere: `"extid-" & column`.' : "";
}

/** Exactly one of two: said in a way that a server puts into words. */
function testItems({ oneOf: _, ...items }: Schema, rules: readonly RuleDoc[]): Schema {
  const { properties = {} } = items;
  const { expectError = {} } = properties;
  return {
    ...items,
    title: "Test",
    anyOf: [{ required: ["expect"] }, { required: ["expectError"] }],
    if: { required: ["expect"] },
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
    then: {
      properties: { expectError: { type: "null", errorMessage: "A test has either expect or expectError." } },
    },
    errorMessage: "A test has a name, a row, and exactly one of expect and expectError.",
    properties: { ...properties, expectError: ruleNames(expectError, rules) },
    defaultSnippets: TEST_SNIPPETS,
  };
}

/** Other rules may come to reject rows: these are offered, and none is refused. */
function ruleNames({ description = "", examples: _, ...rest }: Schema, rules: readonly RuleDoc[]): Schema {
  const known = ROW_RULES.flatMap((id) => rules.find((rule) => rule.id === id) ?? []);
  const names = { enum: known.map(({ id }) => id), enumDescriptions: known.map((rule) => rule.description) };
  return { description, anyOf: [names, rest] };
}

const TEST_SNIPPETS = [
  {
    label: "test",
    description: "A row, and the record that it must give",
    body: { name: "$1", row: { $2: "$3" }, expect: { $4: "$5" } },
  },
  {
    label: "test of a rejection",
    description: "A row, and the rule that must reject it",
    body: { name: "$1", row: { $2: "$3" }, expectError: "$4" },
  },
];

/** With the source that a new project begins with. */
function wholeDefinition([first]: readonly SourceKind[]) {
  return {
    label: "sync",
    description: "A whole definition",
    body: {
      version: 1,
      source: first === undefined ? {} : { [first.kind]: first.snippet.settings },
      target: { object: "$2" },
      mode: "upsert",
      key: "externalId",
      fields: { externalId: "$3", name: "$4" },
    },
  };
}
