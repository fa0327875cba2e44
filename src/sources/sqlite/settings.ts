import type { SourceCursor } from "../../model/source-kind.ts";

/** The settings of a sqlite source, checked against schemas/sources/sqlite.schema.json. */
export interface SqliteSettings {
  /** Of the database, relative to the project folder. */
  readonly path: string;
  /** Exactly one of `query` and `file` is there. */
  readonly query?: string;
  readonly file?: string;
  readonly params?: readonly Param[];
  readonly cursor?: SourceCursor;
}

export type Param = string | number | boolean | null;
