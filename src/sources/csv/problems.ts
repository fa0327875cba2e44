import { Stop } from "../../model/stop.ts";
import type { DecodeProblem } from "./decode.ts";
import { otherDelimiter, showDelimiter } from "./header.ts";
import type { CsvRecord, ParseProblem } from "./record-parser.ts";

/** `line` is where the row starts. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

export function raggedProblem(
  { fields }: CsvRecord,
  names: readonly string[],
  { file, line }: Place,
  delimiter: string,
): Stop {
  const message = `The row at ${file}:${line} has ${count(fields.length)}, but there are ${names.length} columns.`;
  return new Stop("environment", message, { hint: raggedHint(fields, names.length, delimiter) });
}

function raggedHint(fields: readonly string[], expected: number, delimiter: string): string {
  const shown = showDelimiter(delimiter);
  const other = fields.length === 1 ? otherDelimiter(fields[0] ?? "", delimiter) : undefined;
  if (other !== undefined) return `1 column, expected ${expected}: is the delimiter ${showDelimiter(other)}?`;
  if (fields.length === expected + 1 && fields.at(-1) === "") {
    return `the line ends in ${shown}: remove it, or name one more column in the header`;
  }
  if (fields.length > expected) return `put values that hold ${shown} in double quotes`;
  return "a value is missing, or a value with a line end stands without double quotes";
}

export function parseProblem(
  problem: ParseProblem,
  names: readonly string[] | undefined,
  place: Place,
): Stop {
  const { kind, line, column, cause } = problem;
  const where = `${place.file}:${line}, ${columnName(column, names)}`;
  switch (kind) {
    case "open-quote":
      return new Stop("environment", `A quote opens at ${where} and is not closed.`, {
        cause,
        hint: 'close it, or write a quote that belongs to the value twice and the value in quotes: "a ""b"" c"',
      });
    case "stray-quote":
      return new Stop("environment", `A quote stands inside an unquoted value at ${where}.`, {
        cause,
        hint:
          names === undefined
            ? DELIMITER_HINT
            : 'put the whole value in quotes and write the quote twice: "5"" pipe"',
      });
    case "after-quote":
      return new Stop("environment", `Text follows the closing quote at ${where}.`, {
        cause,
        hint:
          names === undefined
            ? DELIMITER_HINT
            : "write a quote that belongs to the value twice, and nothing between the closing quote and the delimiter",
      });
    case "too-large":
      return new Stop("environment", `The row at ${where} is larger than 1 MiB.`, {
        cause,
        hint: "check for a missing line end or a quote that is not closed further up",
      });
    case "other":
      return new Stop("environment", `The CSV cannot be read at ${where}.`, { cause });
    default:
      return kind satisfies never;
  }
}

export function decodeProblem(problem: DecodeProblem, encoding: string, { file, line }: Place): Stop {
  const where = `byte ${problem.offset} of ${file}, near line ${line}`;
  const { looksLikeUtf16 } = problem;
  if (looksLikeUtf16 !== undefined) {
    return new Stop(
      "environment",
      `${file} is not ${encoding}: it starts with the mark of ${looksLikeUtf16}.`,
      {
        hint: `set encoding: ${looksLikeUtf16}`,
      },
    );
  }
  if (problem.kind === "nul") {
    return new Stop("environment", `There is a NUL character at ${where}.`, {
      hint: nulHint(problem.offset, encoding),
    });
  }
  return new Stop("environment", `A byte is not valid ${encoding} at ${where}.`, {
    hint:
      encoding === "utf-8"
        ? "save the file as UTF-8, or set encoding:, for example latin1 or windows-1252"
        : "check encoding:, or save the file as UTF-8",
  });
}

const DELIMITER_HINT = "is delimiter: the one that stands between the names of this header?";

/** Every other byte of ASCII in UTF-16 is NUL, one of the first two among them. */
function nulHint(offset: number, encoding: string): string {
  if (encoding !== "utf-8") return `check that the file is ${encoding} text`;
  if (offset > 1) return "remove it: text has none, so something went wrong where the file was written";
  return `is it UTF-16? set encoding: ${offset === 1 ? "utf-16le" : "utf-16be"}`;
}

export function emptyFileProblem(file: string): Stop {
  return new Stop("environment", `${file} is empty: it has no header line.`, {
    hint: "write the names of the columns in the first line, or list them under header:",
  });
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
  return new Stop("environment", `${first.file} and ${second.file} have different columns.`, {
    hint: `${differences.join("; ")}: give them the same columns, or read them with two syncs`,
  });
}

function count(values: number): string {
  return values === 1 ? "1 value" : `${values} values`;
}

function columnName(column: number, names: readonly string[] | undefined): string {
  const name = names?.[column];
  return name === undefined ? `column ${column + 1}` : `column ${column + 1} (${name})`;
}
