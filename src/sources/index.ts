import type { Source, SourceContext, SourceSpec } from "../model/source.ts";
import { csvSource } from "./csv.ts";

/** Makes a source from the checked settings of its kind. Touches nothing until the source is read. */
export type SourceFactory = (settings: Readonly<Record<string, unknown>>, context: SourceContext) => Source;

/** Every kind of source, by the name it has in a definition. */
export const SOURCES: Readonly<Record<string, SourceFactory>> = {
  csv: csvSource,
};

/** The source that a checked definition declares. */
export function openSource(spec: SourceSpec, context: SourceContext): Source {
  const factory = Object.hasOwn(SOURCES, spec.kind) ? SOURCES[spec.kind] : undefined;
  if (factory === undefined) throw new Error(`bug: no source of the kind ${JSON.stringify(spec.kind)}`);
  return factory(spec.settings, context);
}
