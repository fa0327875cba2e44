import type { CompileExpression } from "../../model/expression.ts";
import type { SyncDefinition } from "../../model/generated/sync.ts";
import { given } from "../../model/given.ts";
import type { Json } from "../../model/json.ts";
import type { ObjectType } from "../../model/object-type.ts";
import type {
  PlacedExpression,
  PlacedField,
  PlacedFile,
  PlacedSource,
  PlacedSync,
} from "../../model/placed.ts";
import { referenceForm } from "../../model/reference-lookup.ts";
import { selectedColumns, writtenQuery } from "../../model/selected-columns.ts";
import type { Column } from "../../model/source.ts";
import type { SourceKind } from "../../model/source-kind.ts";
import { type TenantFields, tenantField, tenantFieldSpec } from "../../model/tenant-fields.ts";

interface PlaceSyncOptions {
  readonly objectTypes: readonly ObjectType[];
  readonly sourceKinds: readonly SourceKind[];
  readonly compileExpression: CompileExpression;
  readonly tenantFields?: TenantFields;
}

/** What the linter sees of a checked definition: its parts, resolved against the catalogue, with their places. */
export function placeSync(
  file: PlacedFile,
  definition: SyncDefinition,
  name: string,
  { objectTypes, sourceKinds, compileExpression, tenantFields }: PlaceSyncOptions,
): PlacedSync {
  const objectName = definition.target.object;
  const objectType = objectTypes.find((candidate) => candidate.name === objectName);
  const fields = Object.entries(definition.fields).map(([field, mapping]): PlacedField => {
    const specs = objectType?.fields;
    const own = tenantField(tenantFields, objectName, field);
    const spec =
      specs !== undefined && Object.hasOwn(specs, field) ? specs[field] : own && tenantFieldSpec(own);
    const { by, missing } = typeof mapping === "object" && "expr" in mapping ? mapping : {};
    return {
      name: field,
      spec,
      ...(by === undefined ? {} : { by, form: referenceForm(spec, by, objectTypes) }),
      ...given({ missing }),
      mapping: placeMapping(field, mapping, compileExpression),
    };
  });
  const source = sourceOf(definition, sourceKinds);
  const placed = {
    ...file,
    name,
    mode: definition.mode,
    definition,
    source,
    sourceExpressions: [...sourceExpressions(source, compileExpression)],
    objectName,
    objectType,
    resend: definition.target.resend === true,
    writtenKey: definition.key,
    key: definition.key ?? objectType?.keyables.find((keyable) => Object.hasOwn(definition.fields, keyable)),
    fields,
  };
  return withColumns(placed, writtenColumns(file, source));
}

type Unseen = Omit<PlacedSync, "columns" | "columnTypes" | "analyse">;

/** The sync with what is known of its columns, and its expressions seen in that light. */
export function withColumns(sync: Unseen, columns: readonly Column[] | undefined): PlacedSync {
  const columnTypes = sync.source?.kind.columnTypes(sync.source.settings, columns) ?? (() => undefined);
  return { ...sync, columns, columnTypes, analyse: (expression) => expression.analyse(columnTypes) };
}

/** The columns that the definition itself names: a header, or the list of a SELECT. */
function writtenColumns(file: PlacedFile, source: PlacedSource | undefined): readonly Column[] | undefined {
  if (source === undefined) return undefined;
  const { kind, settings } = source;
  const names =
    kind.writtenColumns?.(settings) ??
    (kind.sql === undefined ? undefined : selectedColumns(writtenQuery(file, source)));
  return names?.map((name) => ({ name }));
}

/** The linter sees parts of a definition whose source its schema may have refused: then there is none. */
function sourceOf(
  { source }: Partial<SyncDefinition>,
  sourceKinds: readonly SourceKind[],
): PlacedSource | undefined {
  const [[name, settings] = ["", {}]] = Object.entries(source ?? {});
  const kind = sourceKinds.find((one) => one.kind === name);
  return kind === undefined ? undefined : { kind, settings: { ...settings }, path: ["source", name] };
}

function* sourceExpressions(
  source: PlacedSource | undefined,
  compileExpression: CompileExpression,
): Iterable<PlacedExpression> {
  const { kind, settings = {}, path = [] } = source ?? {};
  for (const [below, text] of kind?.expressions?.(settings) ?? []) {
    yield { text, path: [...path, ...below], result: compileExpression(text) };
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
