import { isSettings } from "../../app/watch/path-set.ts";
import type { Shown } from "../../app/watch/watch-session.ts";
import { type WatchTextOptions, watchText } from "../../report/watch/watch-text.ts";
import type { CommandContext } from "../command-context.ts";

/** Projects of up to so many syncs are listed whole where that says something. */
const FEW = 20;

export interface TextView {
  /** A line that stays in sight. */
  introduce(line: string): void;
  show(shown: Shown): void;
}

/** Prints each run: on a terminal in place of the one before, with the keys below; elsewhere one after the other. */
export function textView(context: CommandContext, { keys }: { readonly keys: string | undefined }): TextView {
  const { output, io } = context;
  const clears = keys !== undefined && io.stdout.isTTY === true;
  const introductions: string[] = [];
  return {
    introduce: (line) => {
      introductions.push(line);
      // Elsewhere than on a terminal somebody may wait for it.
      if (!clears) output.remark(line);
    },
    show: (shown) => {
      const { report } = shown;
      if (!clears && report.reading.length > 0) {
        const names = report.reading.slice(0, 3).join(", ");
        const more = report.reading.length > 3 ? ` and ${report.reading.length - 3} more` : "";
        if (!context.options.quiet) output.remark(`Reading the rows of ${names}${more} …`);
        return;
      }
      const layout = { colour: output.colour, width: output.width, scope: scopeOf(shown) };
      const text = watchText(output.clean(report), layout);
      const below = [...introductions, keys].join("\n");
      output.result(clears ? `${CLEAR}${text}\n${below}` : `${text}\n`);
    },
  };
}

function scopeOf({ work, report }: Shown): WatchTextOptions["scope"] {
  if (work.all === "whole") return "all";
  const isBroad = work.all === "local" || report.cause.files.some(isSettings);
  if (isBroad && report.snapshot.syncs.length <= FEW) return "all";
  return work.tests && work.files.size === 0 ? "tests" : "changes";
}

/** The screen and what scrolled off it: what stands there is of an older state. */
const CLEAR = "\u001b[2J\u001b[3J\u001b[H";
