import type { ColumnTypes } from "./expression.ts";
import type { Json } from "./json.ts";
import type { Column, Source, SourceContext } from "./source.ts";
import type { ColumnKind } from "./state-store.ts";

/** The settings of one source as a definition has them: checked, or as far as its schema accepts them. */
export type SourceSettings = Readonly<Record<string, unknown>>;

/** Makes a source from the checked settings of its kind. Touches nothing until the source is read. */
export type SourceFactory = (settings: SourceSettings, context: SourceContext) => Source;

/**
 * All that the rest of the program knows of a kind of source: the one value that its folder exports. It loads no driver
 * before `open` is called. Functions that take settings are total: they get what a schema may have refused elsewhere.
 */
export interface SourceKind {
  /** Its name in a definition; its schema is schemas/sources/<kind>.schema.json. */
  readonly kind: string;
  /** For people: `CSV`, `PostgreSQL`. */
  readonly title: string;
  /** For whoever chooses among the kinds: `files, by name or pattern`. */
  readonly hint: string;
  open(): Promise<SourceFactory>;
  /**
   * What asking for its columns costs: `nothing` for a file; `little` where a database answers without reading; `a-read`
   * where it takes as long, and counts as much, as reading.
   */
  readonly columnsCost: ColumnsCost;
  /** False where one row may lack what others have. */
  readonly hasFixedColumns: boolean;
  /** Whether every value is text, whatever it says: then a test's row holds nothing else. */
  readonly isAllText: boolean;
  /** What its columns may hold, by its settings and, where it has told them, by its own types. */
  columnTypes(settings: SourceSettings, columns: readonly Column[] | undefined): ColumnTypes;
  /** The kind of nearly all values of one of its types; undefined where that is not known. */
  usualKind?(type: string): ColumnKind | undefined;
  /** Columns that the settings name themselves. */
  writtenColumns?(settings: SourceSettings): readonly string[] | undefined;
  /** Settings that name files of the project. */
  readonly files: Readonly<Record<string, FileSetting>>;
  /** Whether it reads standard input, which nobody may touch but the one reading. */
  readsStdin?(settings: SourceSettings): boolean;
  /** The setting that names a connection of the project file, or is an address. */
  readonly connectionSetting?: string;
  /** Where rows come from a query: its settings are `query`, `file` and `params`. */
  readonly sql?: SqlDialect;
  /** JSONata in its settings, with the path below the kind's name. */
  expressions?(settings: SourceSettings): Iterable<readonly [path: readonly string[], text: string]>;
  /** Whether a variable at this path below the kind's name goes into a request; `before`: the text in front of it. */
  goesOut?(path: readonly (string | number)[], before: string): boolean;
  /** What to write in place of a key that is not known and stands for a credential. `path`: of its map, below the kind's name. */
  credentialHint?(key: string, path: readonly (string | number)[]): string | undefined;
  /** How a text that stands for no value comes to count as none, as a sentence; the expression can always do it. */
  noValueFix?(text: string): string;
  /** What an editor offers under `source:`; `$1` … are the places to fill in. The schema accepts it as it stands. */
  readonly snippet: { readonly description: string; readonly settings: Readonly<Record<string, Json>> };
  readonly scaffold: SourceScaffold;
}

export type ColumnsCost = "nothing" | "little" | "a-read";

export interface FileSetting {
  /** Data may be put there later, by a job before this one; a query is part of the project. */
  readonly holds: "data" | "query";
  /** Whether it may be a glob. */
  readonly isPattern?: boolean;
}

/** Where a cursor stands in the settings, for every kind that has one. */
export interface SourceCursor {
  readonly column: string;
  /** A duration for times, a whole number for numbers. */
  readonly lag?: string | number;
}

/** The cursor that settings declare: every kind that has one calls it `cursor`. */
export function cursorOf(settings: SourceSettings): SourceCursor | undefined {
  const { cursor } = settings as { readonly cursor?: SourceCursor };
  return typeof cursor?.column === "string" ? cursor : undefined;
}

/** What a cursor's values are, which decides what a lag can be: a duration, a number, or nothing. */
export type CursorKind = "time" | "number" | "text";

/** What tells one database's SQL from another's, as far as a query is judged without it. */
export interface SqlDialect {
  /** For people: `PostgreSQL`. */
  readonly name: string;
  /** What the values of a cursor are, by the names of its types, the longer ones that people write among them. */
  readonly cursorTypes: Readonly<Record<string, CursorKind>>;
  /** The same of functions, by name. */
  readonly cursorFunctions: Readonly<Record<string, CursorKind>>;
  /** Where settings of the session belong, for who writes a statement before the query; a clause behind `keep the SELECT`. */
  readonly settingsHint?: string;
  /** First words of statements that are none of other databases and only change or set something. */
  readonly otherStatements?: readonly string[];
}

/** What `init` writes for a kind of source. */
export interface SourceScaffold {
  /** Where a sample's rows are kept, and how a definition reads them. */
  sample(sample: SampleRows): SampleSource | Promise<SampleSource>;
  /** Further files for all samples together, by path. */
  shared?(samples: readonly SampleRows[]): ReadonlyMap<string, string>;
  /** Lines of planhat-sync.yaml. */
  readonly settings?: string;
  /** Lines of .env, each comment on its own. */
  readonly environment?: string;
  /** What to do before the first run, as lines of a shell. */
  readonly next?: readonly string[];
}

/** Made-up rows: every value is text, as a CSV has it. */
export interface SampleRows {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface SampleSource {
  /** Lines below `source:`, indented by two. */
  readonly lines: readonly string[];
  /** Files with the rows, by path. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
}
