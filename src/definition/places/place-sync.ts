import type { CompileExpression } from "../../model/expression.ts";
import type { SyncDefinition } from "../../model/generated/sync.ts";
import type { Json } from "../../model/json.ts";
import type { ObjectType } from "../../model/object-type.ts";
import type { Path, PlacedExpression, PlacedField, PlacedFile, PlacedSync } from "../../model/placed.ts";
import { selectedColumns, writtenQuery } from "../../model/selected-columns.ts";
import type { Column } from "../../model/source.ts";
import { type TenantFields, tenantField, tenantFieldSpec } from "../../model/tenant-fields.ts";
import { columnTypes } from "./column-types.ts";

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
  const placed = {
    ...file,
    name,
    mode: definition.mode,
    definition,
    ...sourceOf(definition, compileExpression),
    objectName,
    objectType,
    resend: definition.target.resend === true,
    writtenKey: definition.key,
    key: definition.key ?? objectType?.keyables.find((keyable) => Object.hasOwn(definition.fields, keyable)),
    fields,
  };
  return withColumns(placed, writtenColumns(file, definition));
}

type Unseen = Omit<PlacedSync, "columns" | "analyse">;

/** The sync with what is known of its columns, and its expressions seen in that light. */
export function withColumns(sync: Unseen, columns: readonly Column[] | undefined): PlacedSync {
  const types = columnTypes(sync.definition.source, columns);
  return { ...sync, columns, analyse: (expression) => expression.analyse(types) };
}

/** The columns that the definition itself names: a header, or the list of a SELECT. */
function writtenColumns(
  file: PlacedFile,
  { source }: Partial<SyncDefinition>,
): readonly Column[] | undefined {
  const header = source?.csv?.header;
  const names = Array.isArray(header) ? header : source?.postgres && selectedColumns(writtenQuery(file));
  return names?.map((name) => ({ name }));
}

/** The linter sees parts of a definition whose source its schema may have refused: then there is none. */
function sourceOf(
  { source }: Partial<SyncDefinition>,
  compileExpression: CompileExpression,
): Pick<PlacedSync, "sourceKind" | "sourceExpressions"> {
  const [kind] = Object.keys(source ?? {});
  return {
    sourceKind: kind,
    sourceExpressions: [...pageExpressions(source?.http, compileExpression)],
  };
}

function* pageExpressions(
  http: SyncDefinition["source"]["http"],
  compileExpression: CompileExpression,
): Iterable<PlacedExpression> {
  const { records, pagination, total, poll } = http ?? {};
  const texts: readonly (readonly [Path, string | undefined])[] = [
    [["records"], records],
    [["pagination", "page", "more"], pagination?.page?.more],
    [["pagination", "offset", "more"], pagination?.offset?.more],
    [["pagination", "link", "more"], pagination?.link?.more],
    [["pagination", "cursor", "next"], pagination?.cursor?.next],
    [["pagination", "nextUrl", "next"], pagination?.nextUrl?.next],
    [["total"], total],
    [["poll", "statusUrl"], poll?.statusUrl],
    [["poll", "until"], poll?.until],
    [["poll", "failed"], poll?.failed],
    [["poll", "url"], poll?.url],
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
