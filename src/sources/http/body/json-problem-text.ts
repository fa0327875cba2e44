import type { Redact } from "../../../model/redact.ts";
import type { Stop } from "../../../model/stop.ts";
import { MAX_BLANK_BYTES, MAX_DEPTH, MAX_TEXT_BYTES } from "../../formats/json/json-limits.ts";
import { JsonProblem } from "../../formats/json/json-problem.ts";
import { LineProblem } from "../../formats/line-guard.ts";
import { broken, describePlace, type Place } from "../problems.ts";

export interface JsonPlace extends Place {
  /** Of an NDJSON body, from 1. */
  readonly line?: number;
  /** Whether the server said where the body ends. */
  readonly sized: boolean;
}

/** A JsonProblem or a LineProblem as a Stop; anything else as it is. */
export function jsonStop(error: unknown, place: JsonPlace, redact: Redact): unknown {
  if (error instanceof LineProblem) return describeLines(error, place);
  return error instanceof JsonProblem ? describe(error, place, redact) : error;
}

function describeLines({ kind }: LineProblem, place: Place): Stop {
  const where = describePlace(place);
  const what =
    kind === "blank"
      ? `The body of ${where} has ${megabytes(MAX_BLANK_BYTES)} MiB of nothing but blanks in a row.`
      : `A line of ${where} is longer than ${megabytes(MAX_TEXT_BYTES)} MiB, more than Planhat takes in one request.`;
  return broken(
    what,
    "Look at it with curl: line ends may be missing, or the server sends something else than records.",
  );
}

function describe(problem: JsonProblem, place: JsonPlace, redact: Redact): Stop {
  const line = place.line === undefined ? "" : `line ${place.line} of `;
  const at = problem.offset === undefined ? "" : `, character ${problem.offset + 1}`;
  const where = `${line}${describePlace(place)}`;
  switch (problem.kind) {
    case "cut-off":
      return broken(
        `The JSON of ${where} ends in the middle.`,
        place.sized
          ? "The server sent a whole answer with half a JSON in it: report it to whoever runs it."
          : "The connection ended without the server saying how long the answer is: start again, or ask for smaller pages.",
      );
    case "syntax":
      return broken(
        `The body of ${where} is not valid JSON${at}.`,
        "Look at it with curl. NaN, Infinity, comments and single quotes are no JSON; for one JSON text a line, set `format: ndjson`.",
      );
    case "encoding":
      return broken(
        `A byte of ${where} is not valid UTF-8 (byte ${(problem.offset ?? 0) + 1}).`,
        "JSON is UTF-8: the server has to send it so, or name its encoding in the content type.",
      );
    case "too-deep":
      return broken(
        `The JSON of ${where} is nested too deeply (more than ${MAX_DEPTH} levels).`,
        "No record is that deep: check `url`.",
      );
    case "too-many":
      return broken(
        `The JSON of ${where} has too many values to be held in memory.`,
        place.line === undefined
          ? "Ask for smaller pages with `pagination`, or raise `maxValues`."
          : "No record has a million values: check that every record stands on a line of its own.",
      );
    case "too-long":
      return broken(
        `A value of ${where} is longer than ${megabytes(MAX_TEXT_BYTES)} MiB, more than Planhat takes in one request.`,
        "The server has to leave it out, or a quote is not closed.",
      );
    case "blank":
      return broken(
        `The body of ${where} has ${megabytes(MAX_BLANK_BYTES)} MiB of nothing but blanks in a row.`,
        "Look at it with curl: the server sends something else than records.",
      );
    case "repeated-key":
      return broken(
        `An object of ${where} has one key twice${at}.`,
        `It is not clear which of the two values counts; the key is ${redact(JSON.stringify(problem.key ?? ""))}. The server has to leave one out.`,
      );
    default:
      return problem.kind satisfies never;
  }
}

function megabytes(bytes: number): number {
  return bytes / 1024 / 1024;
}
