import type { SyncDefinition } from "../../model/generated/sync.ts";
import type { RuleContext } from "../../model/linter.ts";
import type { PlacedSync } from "../../model/placed.ts";

export interface CsvSource {
  readonly sync: PlacedSync;
  readonly settings: NonNullable<SyncDefinition["source"]["csv"]>;
  readonly path: readonly ["source", "csv"];
}

/** For rules about CSV alone. */
export function* csvSources({ syncs }: RuleContext): Iterable<CsvSource> {
  for (const sync of syncs) {
    const csv = sync.definition.source?.csv;
    if (csv !== undefined) yield { sync, settings: csv, path: ["source", "csv"] };
  }
}
