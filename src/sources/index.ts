import type { Source, SourceContext, SourceSpec } from "../model/source.ts";

/** Makes a source from the checked settings of its kind. Touches nothing until the source is read. */
export type SourceFactory = (settings: Readonly<Record<string, unknown>>, context: SourceContext) => Source;

/** Every kind of source, by the name it has in a definition. Loaded when one is opened: a CSV needs no database driver. */
export const SOURCES: Readonly<Record<string, () => Promise<SourceFactory>>> = {
  csv: async () => (await import("./csv/csv-source.ts")).csvSource,
  http: async () => (await import("./http/http-source.ts")).httpSource,
  postgres: async () => (await import("./postgres/postgres-source.ts")).postgresSource,
};

/** The source that a checked definition declares. */
export async function openSource(spec: SourceSpec, context: SourceContext): Promise<Source> {
  const load = Object.hasOwn(SOURCES, spec.kind) ? SOURCES[spec.kind] : undefined;
  if (load === undefined) throw new Error(`bug: no source of the kind ${JSON.stringify(spec.kind)}`);
  return (await load())(spec.settings, context);
}
