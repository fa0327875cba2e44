import { byAction } from "../../model/action.ts";
import type { Change } from "../../model/change.ts";
import type { Outcome } from "../../model/outcome.ts";
import type { Reason } from "../../model/reason.ts";
import type { Redact } from "../../model/redact.ts";
import type { Stop } from "../../model/stop.ts";
import { excerpt, FORBIDDEN, REFUSED, type Refusal } from "../api/api-failure.ts";
import type { Attribution } from "./attribution.ts";
import { BatchVerdicts } from "./batch-verdicts.ts";
import type { BulkError } from "./bulk-answer.ts";

const LOST: Reason = {
  code: "no-answer",
  what: "Planhat did not confirm whether it accepted this record.",
  fix: "The next apply finds out.",
};

/** Reasons of one batch that are shown. */
const MOST_SAID = 3;
const MAKES_A_RECORD = { create: true, update: false };

/**
 * What becomes of each change of one batch, from what Planhat says. A change that was sent twice and comes back unchanged
 * counts as what the plan called it, because a later answer no longer tells created from unchanged; one that comes back
 * updated was there before.
 */
export class Verdicts {
  readonly #verdicts: BatchVerdicts;
  readonly #redact: Redact;
  readonly #sentBefore = new Set<Change>();
  /** How many records that were to be created Planhat has updated, by an answer that did not name them. */
  #updatedUnnamed = 0;

  constructor(changes: readonly Change[], redact: Redact) {
    this.#verdicts = new BatchVerdicts(changes);
    this.#redact = redact;
  }

  outcomes(why = LOST): readonly Outcome[] {
    return this.#verdicts.outcomes(why);
  }

  undecided(changes: readonly Change[]): readonly Change[] {
    return this.#verdicts.undecided(changes);
  }

  /** They have left, and what became of them is not known. */
  doubt(changes: readonly Change[]): void {
    this.#verdicts.doubt(changes);
  }

  /** They have left once, what became of them is not known, and they may be sent once more. */
  again(changes: readonly Change[]): void {
    this.doubt(changes);
    for (const change of changes) this.#sentBefore.add(change);
  }

  /** Those that an answer names. */
  named({ created, updated, refused }: Attribution): void {
    for (const [change, id] of created) this.#taken(change, "created", id);
    for (const change of updated) this.#taken(change, "updated", change.id);
    for (const [change, error] of refused) this.refuse(change, [error]);
  }

  /**
   * What an answer counts and does not name, before the same records are asked about again: it is the last to tell a
   * record that was there before from one that is new. Only of creates, because an update is counted as such too.
   */
  counted({ rest, restUpdated }: Attribution): void {
    if (rest.some((change) => !byAction(change.action, MAKES_A_RECORD) || this.#sentBefore.has(change)))
      return;
    this.#updatedUnnamed += Math.min(Math.max(0, restUpdated), rest.length);
  }

  /** Planhat only counts these: which of them it counted as updated is not told, only how many. */
  taken({ rest, restCreated, restUpdated }: Attribution): void {
    rest.forEach((change, index) => {
      const as =
        index < restCreated ? "created" : index < restCreated + restUpdated ? "updated" : "unchanged";
      this.#taken(change, as, change.id);
    });
  }

  /** Planhat holds what was to be created. */
  found(change: Change, id: string): void {
    this.#verdicts.decide({ kind: "applied", change, as: this.#firstTakenAs(change), id });
  }

  /** `errors`: why, where Planhat tells; of several, one is this record's. */
  refuse(change: Change, errors: readonly BulkError[]): void {
    const said = errors.slice(0, MOST_SAID).map(({ text }) => excerpt(text, this.#redact));
    const isForbidden = errors.length > 0 && errors.every((error) => error.isForbidden);
    const one = errors.length > 1 ? "Planhat gives several reasons for several records: " : "Planhat says: ";
    this.#verdicts.decide({
      kind: "refused",
      change,
      rule: "refused",
      reason: {
        ...(isForbidden ? FORBIDDEN : REFUSED),
        ...(said.length === 0 ? {} : { detail: one + said.join("; or: ") }),
      },
    });
  }

  /** Planhat refused some of its batch, and does not hold it. */
  refuseUnheard(change: Change): void {
    const what = "Planhat refused some records of this batch and does not have this one.";
    this.#verdicts.decide({ kind: "refused", change, rule: "refused", reason: { code: "refused", what } });
  }

  /** Its request was refused, and it was alone in it. */
  refuseAlone(change: Change, refusal: Refusal | undefined): void {
    const unexplained = { code: "refused", what: "Planhat refused the record without a reason." } as const;
    const { rule, reason } = refusal ?? { rule: "refused", reason: unexplained };
    this.#verdicts.decide({ kind: "refused", change, rule, reason });
  }

  /** Remembered with the records, so that `rejects` and `doctor` tell of it after the run. */
  forbid(changes: readonly Change[], { reason: { what, detail } }: Stop): void {
    const reason = { ...FORBIDDEN, what, ...(detail === undefined ? {} : { detail }) };
    for (const change of changes) this.#verdicts.decide({ kind: "refused", change, rule: "refused", reason });
  }

  /** `asked`: Planhat was asked for as much as can be, and does not hold what was to be created. */
  giveUp(change: Change, asked: boolean): void {
    if (byAction(change.action, { create: asked, update: false })) {
      this.#verdicts.decide({
        kind: "refused",
        change,
        rule: "dropped-silently",
        reason: {
          code: "dropped-silently",
          what: "Planhat answered without an error but did not store the record.",
          fix: "Check its required fields.",
        },
      });
    } else this.#verdicts.decide({ kind: "failed", change, reason: LOST });
  }

  #taken(change: Change, as: "created" | "updated" | "unchanged", id: string | undefined): void {
    const isRepeated = this.#sentBefore.has(change) && as === "unchanged";
    this.#verdicts.decide({
      kind: "applied",
      change,
      as: isRepeated ? this.#firstTakenAs(change) : as,
      ...(id === undefined ? {} : { id }),
    });
  }

  /** What an earlier answer, or one that never came, made of a change that Planhat holds by now. */
  #firstTakenAs({ action }: Change): "created" | "updated" {
    switch (action) {
      case "update":
        return "updated";
      case "create":
        if (this.#updatedUnnamed === 0) return "created";
        this.#updatedUnnamed -= 1;
        return "updated";
      default:
        return action satisfies never;
    }
  }
}
