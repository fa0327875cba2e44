import { given } from "../../model/given.ts";
import { Stop } from "../../model/stop.ts";
import { type CsvProblem, MAX_BLANK_BYTES, MAX_FIELDS } from "../formats/csv/csv-problem.ts";
import { delimiterSetting, otherDelimiter, showDelimiter } from "../formats/csv/header.ts";
import type { DecodeProblem } from "./decode.ts";

/** In which file. `names` are those of the columns, as far as they are known. */
export interface Place {
  readonly file: string;
  readonly names: readonly string[] | undefined;
  readonly delimiter: string;
}

/** What is wrong with the text of a file. */
export function csvProblem(problem: CsvProblem, place: Place): Stop {
  const { file, names, delimiter } = place;
  const at = `${file}:${problem.line}`;
  const header = `the header of ${file} (line ${problem.line})`;
  switch (problem.kind) {
    case "open-quote":
      return broken(
        `A quote opens at ${whereIn(problem, place)} and is not closed.`,
        'close it, or write a quote that belongs to the value twice and the value in quotes: "a ""b"" c"',
        problem.cause,
      );
    case "stray-quote":
      return broken(
        `A quote stands inside an unquoted value at ${whereIn(problem, place)}.`,
        names === undefined
          ? DELIMITER_HINT
          : 'put the whole value in quotes and write the quote twice: "5"" pipe"',
        problem.cause,
      );
    case "after-quote":
      return broken(
        `Text follows the closing quote at ${whereIn(problem, place)}.`,
        names === undefined
          ? DELIMITER_HINT
          : "write a quote that belongs to the value twice, and nothing between the closing quote and the delimiter",
        problem.cause,
      );
    case "too-large":
      return broken(
        `The row at ${whereIn(problem, place)} is larger than 1 MiB.`,
        "check for a missing line end or a quote that is not closed further up",
        problem.cause,
      );
    case "too-many-fields":
      return broken(
        `The row at ${at} has more than ${MAX_FIELDS.toLocaleString("en")} values, which is more than a spreadsheet can have.`,
        `check for a missing line end, and that the values are separated by ${showDelimiter(delimiter)}`,
      );
    case "blank":
      return broken(
        `${file} has ${MAX_BLANK_BYTES / 1024 / 1024} MiB of blank lines in a row from line ${names === undefined ? 1 : problem.line} on.`,
        "check what wrote the file: rows are missing, or something else was written",
      );
    case "other":
      return broken(`The CSV cannot be read at ${whereIn(problem, place)}.`, undefined, problem.cause);
    case "unnamed":
      return broken(
        `Column ${problem.column + 1} has no name in ${header}.`,
        problem.isLast
          ? "remove the delimiter at the end of the header line, or name the column"
          : "name the column, or list all names under header:",
      );
    case "forbidden-name":
      return broken(
        `Column ${problem.column + 1} is named ${problem.name} in ${header}, which is not allowed.`,
        "rename the column",
      );
    case "same-name":
      return broken(
        `Columns ${problem.before + 1} and ${problem.column + 1} have the same name in ${header}: ${problem.name}.`,
        "rename one of them; blanks around a name do not make it another",
      );
    case "one-column":
      return wrongDelimiter(
        `There is only 1 column in ${header}: is the delimiter ${showDelimiter(problem.delimiter)}?`,
        problem.delimiter,
      );
    case "other-delimiter":
      return wrongDelimiter(
        `The names in ${header} are separated by ${showDelimiter(problem.delimiter)}, and the definition says ${showDelimiter(delimiter)}.`,
        problem.delimiter,
      );
    case "other-separator":
      return wrongDelimiter(
        `The first line of ${file} says that its values are separated by ${showDelimiter(problem.delimiter)}, and the definition says ${showDelimiter(delimiter)}.`,
        problem.delimiter,
      );
    case "mark":
      return broken(
        `${file} begins with two byte order marks, so its first column would have an invisible character in its name.`,
        "remove one of them: save the file again as UTF-8",
      );
    case "mark-again":
      return broken(
        `There is a byte order mark in the middle of ${file}, at the start of line ${problem.line}: another file was put behind the one before it.`,
        "join files without their marks, or let path: be a glob that names them all, such as exports/*.csv",
      );
    case "header-again":
      return problem.isFirst
        ? new Stop(
            "source-setting-invalid",
            `The first line of ${file} holds the names that are listed under header:, and would be read as a row.`,
            { fix: "remove header: from the definition: the file already names its columns" },
          )
        : broken(
            `The header of ${file} stands there again in line ${problem.line}, where it would be read as a row.`,
            "remove the line, or let path: be a glob that names all the files that were joined, such as exports/*.csv",
          );
    case "ragged":
      return broken(
        `The row at ${at} has ${count(problem.fields.length)}, but there ${problem.expected === 1 ? "is 1 column" : `are ${problem.expected} columns`}.`,
        raggedHint(problem.fields, problem.expected, delimiter),
      );
    default:
      return problem satisfies never;
  }
}

/** What is wrong with names that the definition lists. */
export function listedNamesProblem(problem: CsvProblem): Stop {
  const where = "the list under header:";
  const stop = (message: string, fix: string): Stop => new Stop("source-setting-invalid", message, { fix });
  switch (problem.kind) {
    case "forbidden-name":
      return stop(
        `Column ${problem.column + 1} is named ${problem.name} in ${where}, which is not allowed.`,
        "rename it",
      );
    case "same-name":
      return stop(
        `Columns ${problem.before + 1} and ${problem.column + 1} have the same name in ${where}: ${problem.name}.`,
        "rename one of them; blanks around a name do not make it another",
      );
    case "mark":
      return stop(`The first name in ${where} begins with a byte order mark.`, "type it again");
    default:
      return stop(`A column has no name in ${where}.`, "give every column a name");
  }
}

function broken(message: string, fix: string | undefined, cause?: Error): Stop {
  return new Stop("source-malformed", message, {
    ...given({ fix, cause }),
  });
}

/** The file is as it is: what has to change is the definition. */
function wrongDelimiter(message: string, delimiter: string): Stop {
  return new Stop("source-setting-invalid", message, { fix: `set ${delimiterSetting(delimiter)}` });
}

function whereIn(
  { line, column }: { readonly line: number; readonly column: number },
  { file, names }: Place,
): string {
  const name = names?.[column];
  return `${file}:${line}, column ${column + 1}${name === undefined ? "" : ` (${name})`}`;
}

function raggedHint(fields: readonly string[], expected: number, delimiter: string): string {
  const shown = showDelimiter(delimiter);
  const other = fields.length === 1 ? otherDelimiter(fields[0] ?? "", delimiter) : undefined;
  if (other !== undefined) return `1 column, expected ${expected}: is the delimiter ${showDelimiter(other)}?`;
  if (fields.length === expected + 1 && fields.at(-1) === "") {
    return `the line ends in ${shown}: remove it, or name one more column in the header`;
  }
  // A list of values below a single name: a title or a comment stands where the header should be.
  if (expected === 1 && fields.length > 1) {
    return (
      "is the line above it the header? remove what stands before the header line; or put values that contain " +
      `${shown} in double quotes`
    );
  }
  if (fields.length > expected) return `put values that contain ${shown} in double quotes`;
  return "a value is missing, or a value with a line end stands without double quotes";
}

export function decodeProblem(
  problem: DecodeProblem,
  encoding: string,
  { file, line }: { readonly file: string; readonly line: number },
): Stop {
  const where = `byte ${problem.offset} of ${file}, near line ${line}`;
  const { marked } = problem;
  if (marked !== undefined) {
    return new Stop(
      "source-setting-invalid",
      `${file} is not ${encoding}: it starts with the mark of ${marked}.`,
      {
        fix: `set encoding: ${marked}`,
      },
    );
  }
  if (problem.kind === "nul") {
    return broken(`There is a NUL character at ${where}.`, nulHint(problem.offset, encoding));
  }
  return broken(
    `A byte is not valid ${encoding} at ${where}.`,
    encoding === "utf-8"
      ? "save the file as UTF-8, or set encoding:, for example latin1 or windows-1252"
      : "check encoding:, or save the file as UTF-8",
  );
}

const DELIMITER_HINT = "is delimiter: the one that stands between the names of this header?";

/** Every other byte of ASCII in UTF-16 is NUL, one of the first two among them. */
function nulHint(offset: number, encoding: string): string {
  if (encoding !== "utf-8") return `check that the file is ${encoding} text`;
  if (offset > 1) return "remove it: text has none, so something went wrong where the file was written";
  return `is it UTF-16? set encoding: ${offset === 1 ? "utf-16le" : "utf-16be"}`;
}

export function emptyFileProblem(file: string): Stop {
  return broken(
    `${file} is empty: it has no header line.`,
    "write the names of the columns in the first line, or list them under header:",
  );
}

export function headerMismatchProblem(
  first: { readonly names: readonly string[]; readonly file: string },
  second: { readonly names: readonly string[]; readonly file: string },
): Stop {
  const missing = first.names.filter((name) => !second.names.includes(name));
  const added = second.names.filter((name) => !first.names.includes(name));
  const differences = [
    ...(missing.length > 0 ? [`${second.file} lacks ${missing.join(", ")}`] : []),
    ...(added.length > 0 ? [`${first.file} lacks ${added.join(", ")}`] : []),
  ];
  return broken(
    `${first.file} and ${second.file} have different columns.`,
    `${differences.join("; ")}: give them the same columns, or read them with two syncs`,
  );
}

function count(values: number): string {
  return values === 1 ? "1 value" : `${values} values`;
}
