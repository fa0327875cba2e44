import type { Row } from "./row.ts";

/**
 * Rows in. `read` yields arrays of rows in the source's own order, may be called again (it starts over), stops
 * at `signal`, and throws a Stop of kind `source` when the source is broken: an error is never the end of the data.
 * It reads ahead of its consumer by no more than one array.
 */
export interface Source {
  read(options: { readonly signal: AbortSignal }): AsyncIterable<readonly Row[]>;
}

/** A source as a definition declares it: its kind and the checked settings of that kind. */
export interface SourceSpec {
  readonly kind: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** What a source may use of its surroundings. Paths in definitions are relative to `projectDir` and stay inside. */
export interface SourceContext {
  readonly projectDir: string;
  readonly stdin: NodeJS.ReadableStream;
}
