import { EvaluationError } from "../model/expression.ts";
import type { EvaluationCode, Reason } from "../model/reason.ts";
import { type EvaluationAdvice, evaluationAdvice } from "./evaluation-advice.ts";
import { evaluationMessage, type Subject } from "./evaluation-messages.ts";
import type { Failure } from "./runtime/failure.ts";
import { isFailure } from "./runtime/failure.ts";

/** Whatever the evaluation of an expression (`text`) threw, as the one error that callers know. */
export function toEvaluationError(thrown: unknown, text: string): EvaluationError {
  if (thrown instanceof EvaluationError) return thrown;
  if (thrown instanceof RangeError) {
    return new EvaluationError(reasonOf({ code: "D1011" }, text), undefined, { cause: thrown });
  }
  if (!isFailure(thrown)) {
    const what = "The expression failed inside JSONata.";
    return new EvaluationError({ code: "expression-failed", what }, undefined, { cause: thrown });
  }
  return new EvaluationError(reasonOf(thrown, text), startOf(thrown));
}

function reasonOf(problem: Failure, text: string): Reason<EvaluationCode> {
  const { what, fix } = evaluationMessage(problem.code, subjectOf(problem));
  const { isOfOther, ...advice }: EvaluationAdvice =
    fix === undefined ? evaluationAdvice(problem, text, startOf(problem)) : { fix };
  const detail = isOfOther === true ? undefined : detailOf(problem);
  return {
    code: problem.code as EvaluationCode,
    what,
    ...(detail === undefined ? {} : { detail }),
    ...advice,
  };
}

function subjectOf({ token, index }: Failure): Subject {
  return {
    operator: String(token ?? "this"),
    called: typeof token === "string" ? `$${token}` : "the function",
    index: String(index ?? ""),
  };
}

function detailOf({ code, message, value }: Failure): string | undefined {
  if (code === "D3137" || code === "D3141") return `It says: ${shorten(message ?? "")}`;
  if (value === undefined || typeof value === "function") return undefined;
  if (Array.isArray(value)) return "It was given an array.";
  if (typeof value === "object" && value !== null) return "It was given an object.";
  return `It was given ${shorten(JSON.stringify(value) ?? String(value))}.`;
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
