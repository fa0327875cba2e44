import { TransientAnswer } from "./retrying.ts";
import { NetworkError } from "./send.ts";
import { UnexpectedAnswer } from "./unexpected-answer.ts";

/** Whether Planhat may have acted on the request although no usable answer came. A 429 is refused at the door. */
export function mayHaveArrived(error: unknown): boolean {
  if (error instanceof NetworkError) return error.reached;
  if (error instanceof TransientAnswer) return error.answer.status !== 429;
  return error instanceof UnexpectedAnswer;
}
