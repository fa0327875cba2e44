import type { Clock } from "../../model/clock.ts";
import type { Send } from "./send.ts";

/** Send → Send: tells of every attempt what was asked, what came back and how long it took; never a header or a body. */
export function logged(send: Send, clock: Clock, say: (line: string) => void): Send {
  return async (request, signal) => {
    const started = clock.monotonic();
    const tell = (end: string): void => {
      const size = request.body === undefined ? "" : ` ${Buffer.byteLength(request.body)} bytes`;
      const milliseconds = Math.round(clock.monotonic() - started);
      say(`${request.method} ${request.path}${size}: ${end} after ${milliseconds} ms`);
    };
    try {
      const answer = await send(request, signal);
      tell(String(answer.status));
      return answer;
    } catch (error) {
      tell(error instanceof Error ? error.message : "failed");
      throw error;
    }
  };
}
