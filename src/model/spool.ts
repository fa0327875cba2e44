import type { PlanItem } from "./change.ts";

/**
 * Plain JSON values, by default the items of one plan between planning and applying: written once, then read as often as needed. Guards, approval
 * and duplicate keys need the whole plan before the first write, and a plan may be larger than memory.
 * Every method throws a Stop of kind `environment` when the disk does not take or give the items.
 */
export interface Spool<T = PlanItem> {
  /** Resolves when the items are taken; the next call comes after that. Not after `seal`. */
  append(items: readonly T[]): Promise<void>;
  /** Ends the writing. Everything appended can be read when it resolves. May be called twice. */
  seal(): Promise<void>;
  /** Arrays of 1 to 1,000 items, in the order appended. After `seal`; may be called again, also while another reads. */
  read(): AsyncIterable<readonly T[]>;
  /** Gives the disk space back. May be called twice, and before `seal`. */
  dispose(): Promise<void>;
}
