import { TransientAnswer } from "../api/retrying.ts";
import { NetworkError } from "../api/send.ts";
import { UnexpectedAnswer } from "../api/unexpected-answer.ts";

/** Whether Planhat may have acted on the request although no usable answer came. A 429 is refused at the door. */
export function mayHaveArrived(error: unknown): boolean {
  if (error instanceof NetworkError) return error.reached;
  if (error instanceof TransientAnswer) return error.answer.status !== 429;
  return error instanceof UnexpectedAnswer;
}
