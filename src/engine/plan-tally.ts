import type { PlanItem, PlanSummary, SkipReason } from "../model/change.ts";

/** Counts the items of one sync's plan. */
export class PlanTally {
  #create = 0;
  #update = 0;
  #unchanged = 0;
  #reject = 0;
  #drifted = 0;
  readonly #skips: Record<SkipReason, number> = { exists: 0, missing: 0, repeat: 0, changed: 0 };

  count(item: PlanItem): void {
    switch (item.kind) {
      case "change":
        if (item.change.action === "create") this.#create += 1;
        else this.#update += 1;
        if (item.change.drift !== undefined) this.#drifted += 1;
        return;
      case "unchanged":
        this.#unchanged += 1;
        return;
      case "skip":
        this.#skips[item.reason] += 1;
        return;
      case "reject":
        this.#reject += 1;
        return;
      default:
        item satisfies never;
    }
  }

  get skips(): Readonly<Record<SkipReason, number>> {
    return { ...this.#skips };
  }

  /** Changes to records that somebody else changed in Planhat. */
  get drifted(): number {
    return this.#drifted;
  }

  get summary(): PlanSummary {
    const skip = Object.values(this.#skips).reduce((sum, count) => sum + count, 0);
    const [create, update, unchanged, reject] = [this.#create, this.#update, this.#unchanged, this.#reject];
    return { read: create + update + unchanged + skip + reject, create, update, unchanged, skip, reject };
  }
}
