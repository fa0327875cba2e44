import type { Redact } from "../../model/redact.ts";
import { Stop } from "../../model/stop.ts";
import { excerpt } from "./api-failure.ts";
import type { ApiAnswer } from "./send.ts";

/** A success that is no bulk answer: HTML, nothing, half a JSON. Never taken for success. */
export class UnexpectedAnswer extends Error {
  override readonly name = "UnexpectedAnswer";
  readonly answer: ApiAnswer;

  constructor(answer: ApiAnswer) {
    super(`Planhat answered ${answer.status} with something else than a bulk answer`);
    this.answer = answer;
  }
}

export function unexpectedStop(answer: ApiAnswer, what: string, redact: Redact): Stop {
  const type = answer.headers["content-type"] ?? "no content type";
  const said = answer.text === "" ? "nothing" : excerpt(answer.text, redact);
  return new Stop(
    "planhat-answer",
    `Unexpected response when asked to ${what} (${answer.status}, ${type}).`,
    {
      detail: `It begins: ${said}`,
      fix: "Is PLANHAT_API_URL the REST API, and no proxy or login page in between?",
    },
  );
}
