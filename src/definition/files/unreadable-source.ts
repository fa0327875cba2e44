import { diagnose } from "../../model/diagnose.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { PlacedSync } from "../../model/placed.ts";
import type { Stop } from "../../model/stop.ts";

/**
 * What the file of a source said when it was asked for its columns. Where the definition has to change (another
 * delimiter, another encoding) it is an error; where the file has, another job may write a better one before the run.
 */
export function unreadableSource(placed: PlacedSync, { kind, reason }: Stop): Diagnostic {
  const { path = ["source"], kind: of } = placed.source ?? {};
  const [data = ""] = Object.entries(of?.files ?? {}).flatMap(([setting, { holds }]) =>
    holds === "data" ? [setting] : [],
  );
  const found = diagnose(placed.file, placed.place([...path, data]), {
    rule: "source-unreadable",
    severity: kind === "definition" ? "error" : "warning",
    message: reason.what,
    hint: reason.fix,
  });
  const detail = reason.detail === undefined ? {} : { detail: reason.detail };
  return { ...found, sync: placed.name, reason: { ...found.reason, ...detail } };
}
