import { csvKind } from "../../sources/csv/csv-kind.ts";
import { SOURCE_KINDS } from "../../sources/index.ts";

/** A kind of source that a new project may begin with. */
export interface SourceChoice {
  readonly kind: string;
  readonly hint: string;
  /** What to do before the first run, as lines of a shell. */
  readonly next: readonly string[];
}

/** The first one is the default. */
export const SOURCE_CHOICES: readonly SourceChoice[] = SOURCE_KINDS.map(({ kind, hint, scaffold }) => ({
  kind,
  hint,
  next: scaffold.next ?? [],
}));

/** What a definition reads that is proposed from a file or from records. */
export const PROPOSED_KIND = csvKind.kind;
