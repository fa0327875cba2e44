import cliProgress from "cli-progress";
import type { Clock } from "../../model/clock.ts";
import type { ProgressEvent } from "../../model/progress.ts";
import { type BarState, barLine, nextBarState } from "./bar-line.ts";
import type { ProgressReporter } from "./progress-reporter.ts";

/**
 * One line at the foot of a terminal, redrawn ten times a second at most and gone after `stop`. Shows nothing where
 * the stream is no terminal: progressLines is for that.
 */
export function progressBar(options: {
  readonly stream: NodeJS.WritableStream & { readonly columns?: number };
  readonly clock: Pick<Clock, "monotonic">;
}): ProgressReporter {
  const { stream, clock } = options;
  let state: BarState | undefined;
  let bar: cliProgress.SingleBar | undefined;
  let stopped = false;
  return {
    on(event: ProgressEvent) {
      if (stopped) return;
      state = nextBarState(state, event, clock.monotonic());
      if (bar === undefined) {
        bar = new cliProgress.SingleBar({
          stream,
          clearOnComplete: true,
          hideCursor: true,
          // Signals are the program's own business.
          gracefulExit: false,
          format: () => (state === undefined ? "" : barLine(state, clock.monotonic(), columnsOf(stream))),
        });
        bar.start(1, 0);
      } else bar.update(0);
    },
    stop() {
      stopped = true;
      bar?.stop();
    },
  };
}

/** One column is left free: a terminal that is written to the edge may wrap. */
function columnsOf(stream: { readonly columns?: number }): number {
  return (stream.columns ?? 80) - 1;
}
