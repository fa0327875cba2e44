import type { Target } from "../../model/plan-view.ts";
import type { LeaseHolder, Remembered } from "../../model/state-store.ts";

/** What `state show` shows. */
export interface StateView extends Pick<Target, "environment"> {
  /** Path of the file, or the database's address without user and password. */
  readonly location: string;
  readonly syncs: readonly {
    readonly sync: string;
    readonly records: number;
    readonly pending: number;
    /** How far an incremental sync has read, in the source's own text. */
    readonly watermark?: string;
  }[];
  /** Who holds the lease, if somebody does. */
  readonly holder?: LeaseHolder;
  /** The records of one sync, where one was asked for: the first ones, and how many there are. */
  readonly entries?: { readonly sync: string; readonly total: number; readonly shown: readonly Remembered[] };
}
