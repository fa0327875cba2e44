import { isUtf8 } from "node:buffer";
import { type CsvError, type Parser, parse } from "csv-parse";
import { isForbiddenColumn } from "../../../model/forbidden-name.ts";
import type { Json } from "../../../model/json.ts";
import type { Stop } from "../../../model/stop.ts";
import { firstInvalidByte } from "../invalid-byte.ts";
import { broken, describePlace, type Place } from "../problems.ts";

/** Largest record, in bytes: an open quote would swallow the rest of the page. */
const MAX_RECORD = 1024 * 1024;
const PIECE = 64 * 1024;
const MAX_BATCH = 1000;

/**
 * RFC 4180 with a header line; every value is text, to the letter. Arrays of 1 to 1,000 rows. Throws a Stop that names
 * the row.
 */
export function* csvBatches(body: Buffer, delimiter: string, place: Place): Iterable<readonly Json[]> {
  checkText(body, place);
  let names: readonly string[] | undefined;
  let rows = 0;
  let batch: Json[] = [];
  for (const fields of records(body, delimiter, () => `row ${rows + 1} of ${describePlace(place)}`)) {
    if (names === undefined) {
      names = checkedHeader(fields, place);
      continue;
    }
    rows++;
    batch.push(makeRow(fields, names, rows, place));
    if (batch.length < MAX_BATCH) continue;
    yield batch;
    batch = [];
  }
  if (names === undefined) {
    throw broken(
      `The CSV of ${describePlace(place)} is empty: it has no header line.`,
      "The server has to name the columns in the first line.",
    );
  }
  if (batch.length > 0) yield batch;
}

function checkText(body: Buffer, place: Place): void {
  if (!isUtf8(body)) {
    throw broken(
      `A byte of ${describePlace(place)} is not valid UTF-8 (byte ${firstInvalidByte(body) + 1}).`,
      "The server has to send UTF-8, or name its encoding in the content type.",
    );
  }
  const nul = body.indexOf(0);
  if (nul !== -1) {
    throw broken(
      `There is a NUL character in ${describePlace(place)} (byte ${nul + 1}).`,
      "Is it UTF-16? The server has to name its encoding in the content type, or send UTF-8.",
    );
  }
}

function* records(body: Buffer, delimiter: string, where: () => string): Iterable<readonly string[]> {
  const parser = parse({
    bom: false,
    delimiter,
    max_record_size: MAX_RECORD,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    skip_empty_lines: true,
  });
  let failure: Error | undefined;
  // Without a listener the stream would end the process; the error is thrown from here all the same.
  parser.on("error", (error) => {
    failure ??= error;
  });
  try {
    for (let from = 0; from < body.length; from += PIECE) {
      parser.write(body.subarray(from, from + PIECE));
      yield* drain(parser);
      if (parser.errored ?? failure) break;
    }
    if (parser.errored === null) parser.end();
    yield* drain(parser);
    const error = parser.errored ?? failure;
    if (error !== undefined && error !== null) throw parseStop(error, where());
  } finally {
    parser.destroy();
  }
}

/** The parser works while it is written to, so what there is can be taken without waiting. */
function* drain(parser: Parser): Iterable<readonly string[]> {
  for (let record = parser.read(); record !== null; record = parser.read()) yield record;
}

function parseStop(error: Error, where: string): Stop {
  const code = "code" in error ? String((error as CsvError).code) : "";
  switch (code) {
    case "CSV_QUOTE_NOT_CLOSED":
    case "CSV_MAX_RECORD_SIZE":
      return broken(
        `A quote opens in ${where} and is not closed, or the row is larger than 1 MiB.`,
        "If it is the last row, the body is cut off: ask for smaller pages.",
      );
    case "INVALID_OPENING_QUOTE":
    case "CSV_INVALID_CLOSING_QUOTE":
      return broken(
        `A quote stands in the wrong place in ${where}.`,
        'The server has to put the whole value in quotes and write the quote twice: "5"" pipe".',
      );
    default:
      return broken(`The CSV cannot be read at ${where}.`, "Look at it with curl, and check `delimiter`.");
  }
}

function checkedHeader(names: readonly string[], place: Place): readonly string[] {
  const seen = new Set<string>();
  names.forEach((name, index) => {
    const trimmed = name.trim();
    const what =
      trimmed === ""
        ? "has no name"
        : isForbiddenColumn(name)
          ? `is named ${trimmed}`
          : seen.has(trimmed)
            ? "has the name of another"
            : undefined;
    if (what !== undefined) {
      throw broken(
        `Column ${index + 1} ${what} in the header of ${describePlace(place)}.`,
        "The server has to give every column a name of its own.",
      );
    }
    seen.add(trimmed);
  });
  return names;
}

function makeRow(fields: readonly string[], names: readonly string[], row: number, place: Place): Json {
  if (fields.length !== names.length) {
    throw broken(
      `Row ${row} of ${describePlace(place)} has ${fields.length} values, but there are ${names.length} columns.`,
      names.length === 1 || fields.length === 1
        ? "Is the delimiter another one? Set it with `delimiter`."
        : "A value that holds the delimiter has to stand in quotes; a last row that is too short is a sign of a body cut off.",
    );
  }
  const data: Record<string, Json> = Object.create(null);
  for (let index = 0; index < names.length; index++) data[names[index] ?? ""] = fields[index] ?? "";
  return data;
}
