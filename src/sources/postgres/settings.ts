/** The settings of a postgres source, checked against schemas/sources/postgres.schema.json. */
export interface PostgresSettings {
  /** A name of the project's `connections:`, or a URL. */
  readonly connection: string;
  /** Exactly one of `query` and `file` is there. */
  readonly query?: string;
  /** Relative to the project folder. */
  readonly file?: string;
  readonly params?: readonly Param[];
  readonly cursor?: CursorSettings;
}

export type Param = string | number | boolean | null;

export interface CursorSettings {
  readonly column: string;
  /** `5m` for a time, a whole number for a number. Default: 0. */
  readonly lag?: string | number;
}
