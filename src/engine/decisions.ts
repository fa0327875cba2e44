import type { Change, PlanItem } from "../model/change.ts";
import type { CompiledSync } from "../model/compiled-sync.ts";
import type { Spool } from "../model/spool.ts";
import { Stop } from "../model/stop.ts";
import { lineOf, PlanLines } from "./plan-lines.ts";
import { PlanLists, type PlanListsOptions } from "./plan-lists.ts";
import { PlanTally } from "./plan-tally.ts";

export interface DecisionPorts {
  /** Empty; holds what was decided. */
  readonly decided: Spool;
  /** How much is listed. */
  readonly lists: Omit<PlanListsOptions, "objectType">;
  /** Told of each change, in order. */
  readonly onChange?: (change: Change) => void;
  /** Whether another sync of the run creates the record that an update did not find. */
  readonly isAwaited?: (item: PlanItem & { readonly kind: "skip" }) => boolean;
}

/**
 * What one sync's plan comes to. Each row is decided once: it is counted and listed here, and what is not unchanged goes to
 * the disk in the form in which everything later reads it.
 */
export class Decisions {
  readonly tally = new PlanTally();
  readonly #planned: PlanLines;
  readonly #ports: DecisionPorts;
  readonly #lists: PlanLists;
  #awaited = 0;

  constructor(sync: Pick<CompiledSync, "name" | "fields" | "objectType">, ports: DecisionPorts) {
    this.#planned = new PlanLines(sync);
    this.#ports = ports;
    this.#lists = new PlanLists({ ...ports.lists, objectType: sync.objectType });
  }

  async add(items: readonly PlanItem[]): Promise<void> {
    const lines: string[] = [];
    for (const item of items) {
      this.tally.count(item);
      if (item.kind === "unchanged") continue;
      if (item.kind === "change") this.#ports.onChange?.(item.change);
      if (item.kind === "skip" && this.#ports.isAwaited?.(item) === true) this.#awaited += 1;
      this.#lists.add(item);
      lines.push(lineOf(item));
    }
    if (lines.length > 0) await this.#ports.decided.append(lines);
  }

  /** Once, behind the last. */
  seal(): Promise<void> {
    return this.#ports.decided.seal();
  }

  get lists(): PlanLists["lists"] {
    return this.#lists.lists;
  }

  /** Skipped rows whose records another sync of the run creates. */
  get awaited(): number {
    return this.#awaited;
  }

  /**
   * The changes, rejections and skipped rows in the source's order, as often as they are wanted. Throws a Stop when `signal`
   * fires.
   */
  async *items(signal: AbortSignal): AsyncIterable<readonly PlanItem[]> {
    for await (const lines of this.#ports.decided.read()) {
      stopWhenAborted(signal);
      yield lines.map((line) => this.#planned.item(line));
    }
  }
}

export function stopWhenAborted(signal: AbortSignal): void {
  if (!signal.aborted) return;
  throw signal.reason instanceof Stop
    ? signal.reason
    : new Stop("interrupted", "Interrupted while planning.");
}
