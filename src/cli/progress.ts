import type { WriteStream } from "node:tty";
import { progressBar } from "../report/progress/progress-bar.ts";
import { progressLines } from "../report/progress/progress-lines.ts";
import type { ProgressReporter } from "../report/progress/progress-reporter.ts";
import type { CommandContext } from "./command-context.ts";
import { HeapKeeper } from "./heap-keeper.ts";

/** A bar on a terminal, lines elsewhere, nothing with --quiet. Every event is also a moment to look after the heap. */
export function progressFor(context: CommandContext): ProgressReporter {
  const heap = new HeapKeeper();
  const shown = reporterFor(context);
  return {
    on: (event) => {
      heap.keep();
      // A bar writes to the terminal by itself.
      shown.on(context.output.clean(event));
    },
    stop: () => shown.stop(),
  };
}

function reporterFor({ io, output, options, clock }: CommandContext): ProgressReporter {
  if (options.quiet) return { on: () => undefined, stop: () => undefined };
  // With --verbose lines come in between, which a bar would garble.
  if (output.interactive && !options.verbose) return progressBar({ stream: io.stderr as WriteStream, clock });
  return progressLines({ write: (line) => output.remark(line), clock });
}
