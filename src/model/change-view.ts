import type { Action } from "./action.ts";
import type { Drift, FieldChange } from "./change.ts";
import type { RowPosition } from "./row.ts";

/** A field whose values are kept out of the report; what happens to it is told. */
export interface HiddenChange {
  readonly hidden: true;
  readonly effect: FieldEffect;
  /** Whether the plan knows what stands there now. */
  readonly known: boolean;
}

/** `overwrites` also where it is not known what stands there. */
export type FieldEffect = "fills" | "overwrites" | "clears";

export interface ShownChange extends FieldChange {
  /** By `_id`: the names of the records that a looked up reference means, before and after. */
  readonly names?: Readonly<Record<string, string>>;
}

export type FieldView = ShownChange | HiddenChange;

/** The part of a change that a reader wants to see; every Change is one. */
export interface ChangeView {
  readonly action: Action;
  readonly key: string;
  /** What differs from the baseline, flat. */
  readonly fields: Readonly<Record<string, FieldView>>;
  /** Changed in Planhat since our last apply; the plan would overwrite that. */
  readonly drift?: Drift;
  readonly position: RowPosition;
}
