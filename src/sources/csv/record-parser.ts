import type { CsvError } from "csv-parse";
import { Parser } from "csv-parse";

/** The fields of one line, or of several where a quoted field holds line ends. */
export interface CsvRecord {
  readonly fields: readonly string[];
  /** Line on which it starts, from 1. */
  readonly line: number;
}

/** Where the parser stood when it gave up. */
export interface ParseProblem {
  readonly kind: "open-quote" | "stray-quote" | "after-quote" | "too-large" | "other";
  /** Line of the field's start, from 1. */
  readonly line: number;
  /** Index of the field, from 0. */
  readonly column: number;
  readonly cause: Error;
}

export interface RecordParser {
  /** Line on which the next record starts, from 1. */
  readonly line: number;
  /** The records that end in these bytes, up to a problem. Call with `end` once, last. */
  parse(
    bytes: Buffer,
    end: boolean,
  ): { readonly records: readonly CsvRecord[]; readonly problem?: ParseProblem };
}

/** Largest record, in bytes: an open quote would swallow the rest of the file. */
const MAX_RECORD = 1024 * 1024;

export function createRecordParser(delimiter: string): RecordParser {
  const collector = new Collector(delimiter);
  return {
    get line() {
      return collector.nextLine();
    },
    parse: (bytes, end) => collector.parse(bytes, end),
  };
}

/**
 * csv-parse without its stream: `_transform` and `_flush` are synchronous and hand every record to `push`, so
 * that a piece of the file becomes an array of records without an event or a promise for each.
 */
class Collector extends Parser {
  #records: CsvRecord[] = [];
  #lastLine = 0;
  #parserLine = 0;
  #emptyLines = 0;

  constructor(delimiter: string) {
    super({
      bom: false,
      delimiter,
      max_record_size: MAX_RECORD,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      skip_empty_lines: true,
    });
  }

  parse(
    bytes: Buffer,
    end: boolean,
  ): { readonly records: readonly CsvRecord[]; readonly problem?: ParseProblem } {
    this.#records = [];
    let error: unknown;
    const note = (thrown?: unknown): void => {
      error ??= thrown;
    };
    if (bytes.length > 0) this._transform(bytes, "utf8", note);
    if (end && !(error instanceof Error)) this._flush(note);
    if (!(error instanceof Error)) return { records: this.#records };
    return { records: this.#records, problem: this.#describe(error as CsvError) };
  }

  nextLine(): number {
    return this.#lastLine + 1 + this.info.empty_lines - this.#emptyLines;
  }

  override push(fields: readonly string[] | null): boolean {
    if (fields === null) return true;
    const line = this.nextLine();
    const emptyLines = this.info.empty_lines - this.#emptyLines;
    // The parser counts a CRLF within quotes twice, so lines within a record are counted here.
    const several = this.info.lines - this.#parserLine - emptyLines > 1;
    this.#lastLine = line + (several ? lineEnds(fields) : 0);
    this.#parserLine = this.info.lines;
    this.#emptyLines = this.info.empty_lines;
    this.#records.push({ fields, line });
    return true;
  }

  #describe(cause: CsvError): ParseProblem {
    const { record, quoting } = stateOf(this);
    return {
      kind: kindOf(cause.code, quoting),
      line: this.nextLine() + lineEnds(record),
      column: record.length,
      cause,
    };
  }
}

function kindOf(code: string, quoting: boolean): ParseProblem["kind"] {
  switch (code) {
    case "CSV_QUOTE_NOT_CLOSED":
      return "open-quote";
    case "CSV_MAX_RECORD_SIZE":
      return quoting ? "open-quote" : "too-large";
    case "INVALID_OPENING_QUOTE":
      return "stray-quote";
    case "CSV_INVALID_CLOSING_QUOTE":
      return "after-quote";
    default:
      return "other";
  }
}

/** csv-parse shows the record it is in the middle of, though its types do not say so. */
function stateOf(parser: object): { readonly record: readonly string[]; readonly quoting: boolean } {
  const state = "state" in parser && typeof parser.state === "object" ? parser.state : null;
  const record = state !== null && "record" in state && Array.isArray(state.record) ? state.record : [];
  return { record, quoting: state !== null && "quoting" in state && state.quoting === true };
}

function lineEnds(fields: readonly string[]): number {
  return fields.reduce((count, field) => count + (field.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
}
