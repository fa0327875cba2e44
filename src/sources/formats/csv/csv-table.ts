import type { CsvProblem, RowProblem } from "./csv-problem.ts";
import { DELIMITERS, declaredSeparator, headerProblem, withoutMark } from "./header.ts";
import { type CsvRecord, createRecordParser, type RecordParser } from "./record-parser.ts";

export interface TableOptions {
  readonly delimiter: string;
  /** Names that are declared elsewhere: the first line is a row then. Whoever declares them has checked them. */
  readonly names?: readonly string[];
}

/** Rows as far as they are read, each with a value for each name, and what is wrong behind them. */
export interface TableRows {
  readonly rows: readonly CsvRecord[];
  readonly problem?: CsvProblem;
}

/**
 * The rows of one CSV text, which comes in pieces of valid UTF-8 without a byte order mark. A line `sep=;` in front of
 * the header, as Excel writes it, is passed over where it names the delimiter in use. Nothing may follow a problem.
 */
export class CsvTable {
  readonly #delimiter: string;
  readonly #parser: RecordParser;
  #names: readonly string[] | undefined;
  #isAtStart = true;

  constructor({ delimiter, names }: TableOptions) {
    this.#delimiter = delimiter;
    this.#parser = createRecordParser(delimiter);
    this.#names = names;
  }

  /** undefined until the header has come, and nothing is wrong with it. */
  get names(): readonly string[] | undefined {
    return this.#names;
  }

  /** Line on which the next row starts, from 1. */
  get line(): number {
    return this.#parser.line;
  }

  /** Call with `end` once, last. */
  take(bytes: Buffer, end: boolean): TableRows {
    const { records, problem } = this.#parser.parse(bytes, end);
    const rows: CsvRecord[] = [];
    for (const record of records) {
      const wrong = this.#takeRecord(record, rows);
      if (wrong !== undefined) return { rows, problem: wrong };
    }
    if (problem === undefined) return { rows };
    return { rows, problem: (this.#isAtStart ? this.#otherDelimiter(bytes, problem) : undefined) ?? problem };
  }

  /** A header whose quotes are wrong: with which delimiter they would be right. */
  #otherDelimiter(bytes: Buffer, { kind, line }: CsvProblem): CsvProblem | undefined {
    if (this.#names !== undefined || (kind !== "stray-quote" && kind !== "after-quote")) return undefined;
    const delimiter = DELIMITERS.find((other) => {
      const [header] = createRecordParser(other).parse(bytes, true).records;
      return header !== undefined && header.fields.length > 1;
    });
    return delimiter === undefined ? undefined : { kind: "other-delimiter", line, delimiter };
  }

  #takeRecord(record: CsvRecord, rows: CsvRecord[]): CsvProblem | undefined {
    const { fields, line } = record;
    const isFirst = this.#isAtStart;
    if (isFirst) {
      const separator = declaredSeparator(fields, this.#delimiter);
      if (separator === this.#delimiter) return undefined;
      if (separator !== undefined) return { kind: "other-separator", line, delimiter: separator };
      this.#isAtStart = false;
    }
    if (this.#names === undefined) {
      const problem = headerProblem(fields, this.#delimiter, line);
      if (problem === undefined) this.#names = fields;
      return problem;
    }
    const problem = rowProblem(record, this.#names, isFirst);
    if (problem === undefined) rows.push(record);
    return problem;
  }
}

function rowProblem(
  { fields, line }: CsvRecord,
  names: readonly string[],
  isFirst: boolean,
): RowProblem | undefined {
  const unmarked = withoutMark(fields);
  if (isSame(unmarked ?? fields, names)) return { kind: "header-again", line, isFirst };
  if (unmarked !== undefined) return { kind: "mark-again", line };
  if (fields.length !== names.length) return { kind: "ragged", line, fields, expected: names.length };
  return undefined;
}

function isSame(fields: readonly string[], names: readonly string[]): boolean {
  return (
    fields[0] === names[0] && fields.length === names.length && fields.every((one, at) => one === names[at])
  );
}
