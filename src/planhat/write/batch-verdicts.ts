import type { Change } from "../../model/change.ts";
import type { Outcome } from "../../model/outcome.ts";
import type { Reason } from "../../model/reason.ts";

/** What is known so far of each change of one batch. A change is decided once; a second decision is a bug. */
export class BatchVerdicts {
  readonly #changes: readonly Change[];
  readonly #decided = new Map<Change, Outcome>();
  readonly #inDoubt = new Set<Change>();

  constructor(changes: readonly Change[]) {
    this.#changes = changes;
  }

  decide(outcome: Outcome): void {
    if (this.#decided.has(outcome.change)) throw new Error(`A change was decided twice: ${outcome.kind}`);
    this.#decided.set(outcome.change, outcome);
    this.#inDoubt.delete(outcome.change);
  }

  /** They may have reached Planhat, and no answer told what became of them. */
  doubt(changes: readonly Change[]): void {
    for (const change of changes) this.#inDoubt.add(change);
  }

  undecided(changes: readonly Change[]): readonly Change[] {
    return changes.filter((change) => !this.#decided.has(change));
  }

  /** One outcome a change: what nobody decided never left, or is in doubt. */
  outcomes(why: Reason): readonly Outcome[] {
    return this.#changes.map((change) => {
      const decided = this.#decided.get(change);
      if (decided !== undefined) return decided;
      return this.#inDoubt.has(change)
        ? { kind: "failed", change, reason: why }
        : { kind: "notAttempted", change };
    });
  }
}
