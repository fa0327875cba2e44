import type { CompileExpression } from "../model/expression.ts";
import type { SyncDefinition } from "../model/generated/sync.ts";
import type { Json } from "../model/json.ts";
import type { ObjectType } from "../model/object-type.ts";
import { type TenantFields, tenantField, tenantFieldSpec } from "../model/tenant-fields.ts";
import type { Path, PlacedExpression, PlacedField, PlacedFile, PlacedSync } from "./rule.ts";

interface PlaceSyncOptions {
  readonly objectTypes: readonly ObjectType[];
  readonly compileExpression: CompileExpression;
  readonly tenantFields?: TenantFields;
}

/** What the linter sees of a checked definition: its parts, resolved against the catalogue, with their places. */
export function placeSync(
  file: PlacedFile,
  definition: SyncDefinition,
  name: string,
  { objectTypes, compileExpression, tenantFields }: PlaceSyncOptions,
): PlacedSync {
  const objectName = definition.target.object;
  const objectType = objectTypes.find((candidate) => candidate.name === objectName);
  const fields = Object.entries(definition.fields).map(([field, mapping]): PlacedField => {
    const specs = objectType?.fields;
    const own = tenantField(tenantFields, objectName, field);
    const spec =
      specs !== undefined && Object.hasOwn(specs, field) ? specs[field] : own && tenantFieldSpec(own);
    const by = typeof mapping === "object" && "expr" in mapping ? mapping.by : undefined;
    return {
      name: field,
      spec,
      ...(by === undefined ? {} : { by }),
      mapping: placeMapping(field, mapping, compileExpression),
    };
  });
  return {
    ...file,
    name,
    mode: definition.mode,
    ...sourceOf(definition, compileExpression),
    objectName,
    objectType,
    resend: definition.target.resend === true,
    writtenKey: definition.key,
    key: definition.key ?? objectType?.keyables.find((keyable) => Object.hasOwn(definition.fields, keyable)),
    fields,
  };
}

/** The linter sees parts of a definition whose source its schema may have refused: then there is none. */
function sourceOf(
  { source }: Partial<SyncDefinition>,
  compileExpression: CompileExpression,
): Pick<PlacedSync, "sourceKind" | "declaredColumns" | "sourceExpressions"> {
  const [kind] = Object.keys(source ?? {});
  const header = source?.csv?.header;
  return {
    sourceKind: kind,
    declaredColumns: Array.isArray(header) ? header : undefined,
    sourceExpressions: [...pageExpressions(source?.http, compileExpression)],
  };
}

function* pageExpressions(
  http: SyncDefinition["source"]["http"],
  compileExpression: CompileExpression,
): Iterable<PlacedExpression> {
  const { records, pagination } = http ?? {};
  const texts: readonly (readonly [Path, string | undefined])[] = [
    [["records"], records],
    [["pagination", "cursor", "next"], pagination?.cursor?.next],
    [["pagination", "nextUrl", "next"], pagination?.nextUrl?.next],
  ];
  for (const [path, text] of texts) {
    if (text === undefined) continue;
    yield { text, path: ["source", "http", ...path], result: compileExpression(text) };
  }
}

function placeMapping(
  field: string,
  mapping: SyncDefinition["fields"][string],
  compileExpression: CompileExpression,
): PlacedField["mapping"] {
  if (typeof mapping === "object" && "value" in mapping) {
    return { kind: "constant", value: mapping.value as Json, path: ["fields", field, "value"] };
  }
  const short = typeof mapping === "string";
  const text = short ? mapping : mapping.expr;
  const path = short ? ["fields", field] : ["fields", field, "expr"];
  return { kind: "expression", text, path, result: compileExpression(text) };
}
