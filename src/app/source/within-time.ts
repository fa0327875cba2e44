import type { Row } from "../../model/row.ts";
import type { ReadOptions, Source } from "../../model/source.ts";
import { Stop } from "../../model/stop.ts";
import { plural } from "../../report/text/amounts.ts";

/** The source's `read`, ended with a Stop after so many milliseconds: an input that nobody ends would be waited for for ever. */
export function withinTime(read: Source["read"], milliseconds: number): Source["read"] {
  return (options) => readUntil(read, AbortSignal.timeout(milliseconds), options, milliseconds);
}

async function* readUntil(
  read: Source["read"],
  late: AbortSignal,
  { signal, ...options }: ReadOptions,
  milliseconds: number,
): AsyncGenerator<readonly Row[]> {
  let count = 0;
  try {
    for await (const rows of read({ ...options, signal: AbortSignal.any([signal, late]) })) {
      count += rows.length;
      yield rows;
    }
  } catch (error) {
    if (error !== late.reason || !late.aborted) throw error;
    throw new Stop(
      "source-slow",
      `The source was not read to its end within ${Math.round(milliseconds / 60_000)} minutes: ${plural(count, "row")} so far.`,
      {
        fix: "check whether it is stuck; if it is only large, raise limits.readMinutes in planhat-sync.yaml",
        cause: error,
      },
    );
  }
}
