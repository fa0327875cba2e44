import type { Clock } from "./clock.ts";
import type { CompileExpression } from "./expression.ts";
import type { Redact } from "./redact.ts";
import type { Row } from "./row.ts";

/**
 * Rows in. `read` yields arrays of rows in the source's own order, may be called again (it starts over), throws the
 * reason of `signal` once that fires, and throws a Stop of kind `environment` when the source is broken: an error is
 * never the end of the data.
 * It reads ahead of its consumer by no more than one array.
 */
export interface Source {
  read(options: ReadOptions): AsyncIterable<readonly Row[]>;
  /**
   * The greatest cursor value of the read that has just ended, in the source's own text; undefined where no cursor is
   * declared or no row had a value. Never the clock's.
   */
  watermark?(): string | undefined;
  /** What else than the settings decides which rows come: the text of a query's file. Two readings compare by it. */
  meaning?(): Promise<string>;
  /** Files of the project that it reads, as paths or globs relative to `projectDir`: for whoever watches them. */
  readonly files?: readonly string[];
  /** Tells one state of its data from another without reading them, where files can: names, sizes, times. */
  version?(): Promise<string>;
  /** The columns of the read that has just ended, with their types; undefined where the source knows no types. */
  columnsRead?(): readonly Column[] | undefined;
  /** Names (and, where the source tells, types) of the columns, without reading the rows. */
  columns?(signal: AbortSignal): Promise<readonly Column[]>;
}

export interface ReadOptions {
  readonly signal: AbortSignal;
  /** A watermark of an earlier read: only rows from there on (less the declared lag) and rows without a cursor value. */
  readonly after?: string;
  /**
   * Whoever reads takes no more rows than these: the source may leave off behind them, and need not find out what
   * follows. There is no watermark then.
   */
  readonly limit?: number;
}

export interface Column {
  readonly name: string;
  /** The source's own name of the type: `numeric`, `timestamptz`. */
  readonly type?: string;
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
  /** Named connections of the project file, for those that are set. */
  readonly connections: Readonly<Record<string, string>>;
  readonly clock: Clock;
  /** 0 ≤ x < 1, for the jitter of retries. */
  readonly random: () => number;
  /** JSONata over a page's body or a record, for sources that declare expressions. */
  readonly compileExpression: CompileExpression;
  /** For what the user should know and that is no error: a superuser connection, rows without a cursor value. */
  readonly warn: (message: string) => void;
  readonly redact: Redact;
  /** Takes secrets that come while reading, such as an access token: from then on no output may contain them. */
  readonly hide?: (secrets: Iterable<string>) => void;
}
