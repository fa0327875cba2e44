import type { TargetReader } from "../../model/target-reader.ts";
import { type LiveReadbackOptions, liveReadback } from "./live-readback.ts";
import { readback } from "./readback.ts";

/** Planhat, as whoever asks what it holds sees it. */
export function targetReader(options: LiveReadbackOptions): TargetReader {
  return { ...readback(options), ...liveReadback(options) };
}
