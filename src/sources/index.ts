import type { Source, SourceContext, SourceSpec } from "../model/source.ts";
import type { SourceKind } from "../model/source-kind.ts";
import { csvKind } from "./csv/csv-kind.ts";
import { httpKind } from "./http/http-kind.ts";
import { postgresKind } from "./postgres/postgres-kind.ts";
import { sqliteKind } from "./sqlite/sqlite-kind.ts";

/** Every kind of source. The first one is what a new project begins with. */
export const SOURCE_KINDS: readonly SourceKind[] = [csvKind, postgresKind, httpKind, sqliteKind];

/** The kind that a checked definition names. */
export function sourceKind(kind: string): SourceKind {
  const found = SOURCE_KINDS.find((one) => one.kind === kind);
  if (found === undefined) throw new Error(`bug: no source of the kind ${JSON.stringify(kind)}`);
  return found;
}

/** The source that a checked definition declares. */
export async function openSource(spec: SourceSpec, context: SourceContext): Promise<Source> {
  const open = await sourceKind(spec.kind).open();
  return open(spec.settings, context);
}
