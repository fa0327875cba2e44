import type { CsvError } from "csv-parse";
import { Parser } from "csv-parse";
import { MAX_BLANK_BYTES, MAX_FIELDS, MAX_RECORD, type SyntaxProblem } from "./csv-problem.ts";

/** The fields of one line, or of several where a quoted field holds line ends. */
export interface CsvRecord {
  readonly fields: readonly string[];
  /** Line on which it starts, from 1. */
  readonly line: number;
}

export interface ParsedRecords {
  readonly records: readonly CsvRecord[];
  readonly problem?: SyntaxProblem | { readonly kind: "mark-again"; readonly line: number };
}

export interface RecordParser {
  /** Line on which the next record starts, from 1. */
  readonly line: number;
  /** The records that end in these bytes, up to a problem. Call with `end` once, last. */
  parse(bytes: Buffer, end: boolean): ParsedRecords;
}

/** Bytes that are parsed between two looks at how much there is. */
const PIECE = 64 * 1024;

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
  /** Bytes since a record ended. */
  #pending = 0;
  /** Of a record that is whole and has too many fields. */
  #overfull: CsvRecord | undefined;

  constructor(delimiter: string) {
    super({
      bom: false,
      delimiter,
      // In characters of the values: delimiters do not count, so the fields are counted besides.
      max_record_size: MAX_RECORD,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      skip_empty_lines: true,
    });
  }

  parse(bytes: Buffer, end: boolean): ParsedRecords {
    this.#records = [];
    for (let from = 0; from < bytes.length || from === 0; from += PIECE) {
      const problem = this.#parsePiece(
        bytes.subarray(from, from + PIECE),
        end && from + PIECE >= bytes.length,
      );
      if (problem !== undefined) return { records: this.#records, problem };
    }
    return { records: this.#records };
  }

  #parsePiece(bytes: Buffer, end: boolean): ParsedRecords["problem"] {
    const before = this.#records.length;
    let error: unknown;
    const note = (thrown?: unknown): void => {
      error ??= thrown;
    };
    if (bytes.length > 0) this._transform(bytes, "utf8", note);
    if (end && !(error instanceof Error)) this._flush(note);
    if (this.#overfull !== undefined) {
      return { kind: "too-many-fields", line: this.#overfull.line, column: MAX_FIELDS };
    }
    if (error instanceof Error) return this.#describe(error as CsvError);
    const { record, quoting } = stateOf(this);
    if (record.length > MAX_FIELDS) return this.#at("too-many-fields", MAX_FIELDS);
    this.#pending = this.#records.length > before ? 0 : this.#pending + bytes.length;
    if (this.#pending <= MAX_BLANK_BYTES) return undefined;
    return this.#at(quoting ? "open-quote" : record.length > 0 ? "too-large" : "blank", record.length);
  }

  nextLine(): number {
    return this.#lastLine + 1 + this.info.empty_lines - this.#emptyLines;
  }

  override push(fields: readonly string[] | null): boolean {
    if (fields === null || this.#overfull !== undefined) return true;
    const line = this.nextLine();
    if (fields.length > MAX_FIELDS) {
      this.#overfull = { fields: [], line };
      return true;
    }
    const emptyLines = this.info.empty_lines - this.#emptyLines;
    // The parser counts a CRLF within quotes twice, so lines within a record are counted here.
    const several = this.info.lines - this.#parserLine - emptyLines > 1;
    this.#lastLine = line + (several ? lineEnds(fields) : 0);
    this.#parserLine = this.info.lines;
    this.#emptyLines = this.info.empty_lines;
    this.#records.push({ fields, line });
    return true;
  }

  #describe(cause: CsvError): ParsedRecords["problem"] {
    const { record, quoting } = stateOf(this);
    // A byte order mark in front of a quote makes the quote stand within a value.
    if (cause.code === "INVALID_OPENING_QUOTE" && record.length === 0 && openField(this) === "\ufeff") {
      return { kind: "mark-again", line: this.nextLine() };
    }
    return { ...this.#at(kindOf(cause.code, quoting), record.length), cause };
  }

  #at(kind: SyntaxProblem["kind"], column: number): SyntaxProblem {
    return { kind, line: this.nextLine() + lineEnds(stateOf(this).record), column };
  }
}

function kindOf(code: string, quoting: boolean): SyntaxProblem["kind"] {
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

/** csv-parse shows what it is in the middle of, though its types do not say so. */
function stateOf(parser: object): { readonly record: readonly string[]; readonly quoting: boolean } {
  const state = "state" in parser && typeof parser.state === "object" ? parser.state : null;
  const record = state !== null && "record" in state && Array.isArray(state.record) ? state.record : [];
  return { record, quoting: state !== null && "quoting" in state && state.quoting === true };
}

/** The value that has begun. */
function openField(parser: object): string {
  const state = "state" in parser && typeof parser.state === "object" ? parser.state : null;
  const field =
    state !== null && "field" in state ? (state.field as { toString(encoding: string): string }) : "";
  return field.toString("utf8");
}

function lineEnds(fields: readonly string[]): number {
  return fields.reduce((count, field) => count + (field.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
}
