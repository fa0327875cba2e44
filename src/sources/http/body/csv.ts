import { isUtf8 } from "node:buffer";
import type { Json } from "../../../model/json.ts";
import type { Stop } from "../../../model/stop.ts";
import { type CsvProblem, MAX_BLANK_BYTES, MAX_FIELDS } from "../../formats/csv/csv-problem.ts";
import { CsvTable } from "../../formats/csv/csv-table.ts";
import { delimiterSetting, showDelimiter } from "../../formats/csv/header.ts";
import { csvRowData } from "../../formats/csv/row-data.ts";
import { findInvalidUtf8 } from "../../formats/utf8.ts";
import { broken, describePlace, type Place, wrongSetting } from "../problems.ts";

const PIECE = 64 * 1024;
const MAX_BATCH = 1000;

/**
 * RFC 4180 with a header line; every value is text, to the letter. Arrays of 1 to 1,000 rows. Throws a Stop that names
 * the row.
 */
export function* csvBatches(body: Buffer, delimiter: string, place: Place): Iterable<readonly Json[]> {
  checkText(body, place);
  const table = new CsvTable({ delimiter });
  let count = 0;
  for (let from = 0; from < body.length; from += PIECE) {
    const { rows, problem } = table.take(body.subarray(from, from + PIECE), from + PIECE >= body.length);
    count += rows.length;
    const names = table.names ?? [];
    for (let at = 0; at < rows.length; at += MAX_BATCH) {
      yield rows.slice(at, at + MAX_BATCH).map(({ fields }) => csvRowData(fields, names));
    }
    if (problem !== undefined) throw csvStop(problem, delimiter, count + 1, place);
  }
  if (table.names === undefined) {
    throw broken(
      `The CSV of ${describePlace(place)} is empty: it has no header line.`,
      "The server has to name the columns in the first line.",
    );
  }
}

function checkText(body: Buffer, place: Place): void {
  if (!isUtf8(body)) {
    throw broken(
      `A byte of ${describePlace(place)} is not valid UTF-8 (byte ${findInvalidUtf8(body) + 1}).`,
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

function csvStop(problem: CsvProblem, delimiter: string, next: number, place: Place): Stop {
  const page = describePlace(place);
  const row = `row ${next} of ${page}`;
  switch (problem.kind) {
    case "open-quote":
      return broken(
        `A quote opens in ${row} and is not closed.`,
        "If it is the last row, the body is cut off: ask for smaller pages.",
      );
    case "too-large":
      return broken(
        `Row ${next} of ${page} is larger than 1 MiB.`,
        "Look at it with curl: a line end may be missing.",
      );
    case "too-many-fields":
      return broken(
        `Row ${next} of ${page} has more than ${MAX_FIELDS.toLocaleString("en")} values, which is more than a spreadsheet can have.`,
        "Look at it with curl, and check `delimiter`.",
      );
    case "blank":
      return broken(
        `The CSV of ${page} has ${MAX_BLANK_BYTES / 1024 / 1024} MiB of blank lines in a row.`,
        "Look at it with curl: the server sends something else than rows.",
      );
    case "stray-quote":
    case "after-quote":
      return broken(
        `A quote stands in the wrong place in ${row}.`,
        'The server has to put the whole value in quotes and write the quote twice: "5"" pipe".',
      );
    case "other":
      return broken(`The CSV cannot be read at ${row}.`, "Look at it with curl, and check `delimiter`.");
    case "unnamed":
      return header(`Column ${problem.column + 1} has no name`, page);
    case "forbidden-name":
      return header(`Column ${problem.column + 1} is named ${problem.name}`, page);
    case "same-name":
      return header(`Column ${problem.column + 1} has the name of another`, page);
    case "mark":
      return header("The first name begins with a second byte order mark", page);
    case "one-column":
      return wrongSetting(
        `There is only 1 column in the header of ${page}: is the delimiter ${showDelimiter(problem.delimiter)}?`,
        `Set ${delimiterSetting(problem.delimiter)}.`,
      );
    case "other-delimiter":
      return wrongSetting(
        `The names in the header of ${page} are separated by ${showDelimiter(problem.delimiter)}, and the definition says ${showDelimiter(delimiter)}.`,
        `Set ${delimiterSetting(problem.delimiter)}.`,
      );
    case "other-separator":
      return wrongSetting(
        `The first line of ${page} says that its values are separated by ${showDelimiter(problem.delimiter)}, and the definition says ${showDelimiter(delimiter)}.`,
        `Set ${delimiterSetting(problem.delimiter)}.`,
      );
    case "header-again":
      return broken(
        `The header of ${page} stands there again as row ${next}.`,
        "The server has to send it once; a page that holds several files should be several pages.",
      );
    case "mark-again":
      return broken(
        `Row ${next} of ${page} begins with a byte order mark: the server puts several files into one answer.`,
        "Ask for one file at a time, or for JSON.",
      );
    case "ragged":
      return broken(
        `Row ${next} of ${page} has ${problem.fields.length} values, but there ${problem.expected === 1 ? "is 1 column" : `are ${problem.expected} columns`}.`,
        problem.expected === 1 || problem.fields.length === 1
          ? "Is the delimiter another one? Set it with `delimiter`."
          : "A value that contains the delimiter has to stand in quotes; a last row that is too short is a sign of a body cut off.",
      );
    default:
      return problem satisfies never;
  }
}

function header(what: string, page: string): Stop {
  return broken(
    `${what} in the header of ${page}.`,
    "The server has to give every column a name of its own.",
  );
}
