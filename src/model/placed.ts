import type { Mode } from "./compiled-sync.ts";
import type { ColumnTypes, CompiledExpression, ExpressionAnalysis, ExpressionResult } from "./expression.ts";
import type { SyncDefinition } from "./generated/sync.ts";
import type { Json } from "./json.ts";
import type { FieldSpec, ObjectType } from "./object-type.ts";
import type { LookupField, ReferenceForm, ReferenceLookup } from "./reference-lookup.ts";
import type { Column } from "./source.ts";
import type { SourceKind, SourceSettings } from "./source-kind.ts";

export type Path = readonly (string | number)[];

/** Lines and columns from 1; `endColumn` is the first one behind the place, on the same line. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

/** Offsets into the text: UTF-16 units, `end` behind the last one. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** A part of a scalar's value, in UTF-16 units of the parsed value: the place is found through quotes and block style. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

export interface PlaceOptions {
  /** `value` by default; `key` marks the name in front of the colon. */
  readonly part?: "key" | "value";
  readonly span?: Span;
}

/** A parsed YAML file whose every value knows where it stands. A path that leads nowhere gives its nearest parent. */
export interface PlacedFile {
  /** Relative to the project folder, forward slashes. */
  readonly file: string;
  /** Every string scalar as written, before `${…}` was substituted, and its path. */
  readonly scalars: readonly { readonly path: Path; readonly raw: string }[];
  readonly comments: readonly Comment[];
  place(path: Path, options?: PlaceOptions): Place;
  /** The same place as offsets: what an edit replaces. undefined where the path leads nowhere. */
  extent(path: Path, options?: PlaceOptions): Extent | undefined;
  /** The text of the file, without a byte order mark. */
  readonly text: string;
}

/** A comment, from its # to the end of its line. */
export interface Comment {
  readonly text: string;
  readonly extent: Extent;
  readonly line: number;
  /** Whether nothing but blanks stands before it on its line. */
  readonly alone: boolean;
}

/** A YAML file that is no definition: a workflow of the CI. */
export interface PlacedDocument extends PlacedFile {
  readonly value: Json;
}

/** An expression of a definition: compiled, or with what is wrong with it. */
export interface PlacedExpression {
  readonly text: string;
  /** Path of the expression's scalar. */
  readonly path: Path;
  readonly result: ExpressionResult;
}

export interface PlacedField {
  /** As written: `name`, `custom.Tier`. Its path is `["fields", name]`. */
  readonly name: string;
  /** From the catalogue, of a custom field from planhat.fields.json; undefined where neither knows it. */
  readonly spec: FieldSpec | undefined;
  /** Of a reference: what the expression gives, where it is not Planhat's own `_id`, and what that comes to. */
  readonly by?: LookupField;
  readonly form?: ReferenceForm;
  /** As written. */
  readonly missing?: ReferenceLookup["missing"];
  readonly mapping:
    | ({ readonly kind: "expression" } & PlacedExpression)
    | { readonly kind: "constant"; readonly value: Json; readonly path: Path };
}

/** Where the rows of a definition come from. */
export interface PlacedSource {
  readonly kind: SourceKind;
  /** As its schema accepts them, with the variables put in. */
  readonly settings: SourceSettings;
  /** Of the settings: below `source`. */
  readonly path: readonly ["source", string];
}

/** A sync definition that its JSON Schema accepts. */
export interface PlacedSync extends PlacedFile {
  readonly name: string;
  readonly mode: Mode;
  /** The parts that the schema accepts, with the variables of `source` put in; a text whose variable is not set stays. */
  readonly definition: Partial<SyncDefinition>;
  /** undefined where the schema refuses the source. */
  readonly source: PlacedSource | undefined;
  /** What is known of the columns: asked of the source, or written in the definition (a header, the list of a SELECT). */
  readonly columns: readonly Column[] | undefined;
  /** What the columns may hold. */
  readonly columnTypes: ColumnTypes;
  /** What is known of an expression over these columns. */
  analyse(expression: CompiledExpression): ExpressionAnalysis;
  /** The expressions of the source: over a page of an HTTP API. */
  readonly sourceExpressions: readonly PlacedExpression[];
  /** As written under `target.object`. */
  readonly objectName: string;
  /** undefined where the catalogue does not know the object: unknown-object says so, other rules keep silent. */
  readonly objectType: ObjectType | undefined;
  /** `target.resend`. */
  readonly resend: boolean;
  /** As written; undefined where the definition leaves it to the default. */
  readonly writtenKey: string | undefined;
  /** The written key, or the first mapped keyable in Planhat's order. */
  readonly key: string | undefined;
  readonly fields: readonly PlacedField[];
}
