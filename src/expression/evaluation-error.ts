import { EvaluationError } from "../model/expression.ts";
import { EVALUATION_MESSAGES } from "./evaluation-messages.ts";
import type { Failure } from "./runtime/failure.ts";
import { isFailure } from "./runtime/failure.ts";

/** Whatever an evaluation threw, as the one error that callers know. The first sentence never holds data. */
export function toEvaluationError(thrown: unknown): EvaluationError {
  if (thrown instanceof EvaluationError) return thrown;
  if (thrown instanceof RangeError) {
    return new EvaluationError("D1011", messageOf({ code: "D1011" }), undefined, { cause: thrown });
  }
  if (!isFailure(thrown)) {
    return new EvaluationError("expression-failed", messageOf({ code: "expression-failed" }), undefined, {
      cause: thrown,
    });
  }
  return new EvaluationError(thrown.code, messageOf(thrown), startOf(thrown));
}

function messageOf(problem: Failure): string {
  const template = templateOf(problem.code);
  const text = template
    .replaceAll("{operator}", () => String(problem.token ?? "this"))
    .replaceAll("{function}", () =>
      typeof problem.token === "string" ? `$${problem.token}` : "the function",
    )
    .replaceAll("{index}", () => String(problem.index ?? ""));
  const detail =
    problem.code === "D3137" || problem.code === "D3141"
      ? ` It says: ${shorten(problem.message ?? "")}`
      : describeValue(problem.value);
  return text + detail;
}

function templateOf(code: string): string {
  if (/^D30[89]\d$/.test(code)) return "The picture of $formatNumber is not valid. Use one like #,##0.00.";
  return EVALUATION_MESSAGES[code] ?? "The expression failed inside JSONata.";
}

function describeValue(value: unknown): string {
  if (value === undefined || typeof value === "function") return "";
  if (Array.isArray(value)) return " It was given an array.";
  if (typeof value === "object" && value !== null) return " It was given an object.";
  return ` It was given ${shorten(JSON.stringify(value) ?? String(value))}.`;
}

/** Cut between code points, so that no half of one is shown. */
function shorten(text: string): string {
  return text.length <= 80 ? text : `${[...text.slice(0, 80)].slice(0, 60).join("")}…`;
}

/** JSONata's position stands behind the token. */
function startOf({ position, token }: Failure): number | undefined {
  if (position === undefined) return undefined;
  return Math.max(0, position - (typeof token === "string" && /^[^\w]/.test(token) ? token.length : 1));
}
