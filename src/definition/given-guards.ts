import type { Guards, Threshold } from "../model/compiled-sync.ts";
import { isJsonObject, type Json } from "../model/json.ts";

/** The guards that a file gives. What the schema refuses is reported there, and left out here. */
export function givenGuards(written: Json | undefined): Guards {
  if (!isJsonObject(written)) return {};
  const { minRows, maxRejected, maxChanges } = written;
  return {
    ...(typeof minRows === "number" ? { minRows } : {}),
    ...thresholdOf("maxRejected", maxRejected),
    ...thresholdOf("maxChanges", maxChanges),
  };
}

/** `5%` is a share, a number is a count. */
function thresholdOf<N extends string>(
  name: N,
  written: Json | undefined,
): { readonly [name in N]?: Threshold } {
  const threshold: Threshold | undefined =
    typeof written === "number"
      ? { count: written }
      : typeof written === "string" && /^[0-9.]+%$/.test(written)
        ? { share: Number(written.slice(0, -1)) / 100 }
        : undefined;
  return (threshold === undefined ? {} : { [name]: threshold }) as { readonly [name in N]?: Threshold };
}
