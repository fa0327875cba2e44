import type { Change } from "../model/change.ts";
import type { Outcome } from "../model/outcome.ts";
import type { Redact } from "../model/redact.ts";
import { excerpt, GIVE_PERMISSION, type Refusal } from "./api-failure.ts";
import type { Attribution } from "./attribution.ts";
import { Ledger } from "./ledger.ts";

const LOST = "No answer told whether Planhat took this record. The next apply finds out.";

/**
 * What becomes of each change of one batch, from what Planhat says. A change that was sent twice and comes back unchanged
 * counts as what the plan called it, because a later answer no longer tells created from unchanged; one that comes back
 * updated was there before.
 */
export class Verdicts {
  readonly #ledger: Ledger;
  readonly #redact: Redact;
  readonly #sentBefore = new Set<Change>();
  /** How many records that were to be created Planhat has updated, by an answer that did not name them. */
  #updatedUnnamed = 0;
  /** What Planhat said of permissions, for the records that it refused with these words. */
  readonly #forbidden = new Set<string>();

  constructor(changes: readonly Change[], redact: Redact) {
    this.#ledger = new Ledger(changes);
    this.#redact = redact;
  }

  outcomes(why = LOST): readonly Outcome[] {
    return this.#ledger.outcomes(why);
  }

  undecided(changes: readonly Change[]): readonly Change[] {
    return this.#ledger.undecided(changes);
  }

  /** They have left, and what became of them is not known. */
  doubt(changes: readonly Change[]): void {
    this.#ledger.doubt(changes);
  }

  /** They have left once, what became of them is not known, and they may be sent once more. */
  again(changes: readonly Change[]): void {
    this.doubt(changes);
    for (const change of changes) this.#sentBefore.add(change);
  }

  /** Words with which Planhat refuses for want of a permission. */
  noteForbidden(messages: readonly string[]): void {
    for (const message of messages) this.#forbidden.add(message);
  }

  /** Those that an answer names. */
  named({ created, updated, refused }: Attribution): void {
    for (const [change, id] of created) this.#taken(change, "created", id);
    for (const change of updated) this.#taken(change, "updated", change.id);
    for (const [change, message] of refused) this.refuse(change, message);
  }

  /**
   * What an answer counts and does not name, before the same records are asked about again: it is the last to tell a
   * record that was there before from one that is new. Only of creates, because an update is counted as such too.
   */
  counted({ rest, restUpdated }: Attribution): void {
    if (rest.some((change) => change.action !== "create" || this.#sentBefore.has(change))) return;
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
    this.#ledger.decide({ kind: "applied", change, as: this.#firstTakenAs(change), id });
  }

  refuse(change: Change, text: string): void {
    const advice = this.#forbidden.has(text) ? `. ${GIVE_PERMISSION}` : "";
    const message = `Planhat refused it: ${excerpt(text, this.#redact)}${advice}`;
    this.#ledger.decide({ kind: "refused", change, rule: "refused", message });
  }

  /** Its request was refused, and it was alone in it. */
  refuseAlone(change: Change, refusal: Refusal | undefined): void {
    const { rule, message } = refusal ?? {
      rule: "refused",
      message: "Planhat refused it without a reason.",
    };
    this.#ledger.decide({ kind: "refused", change, rule, message });
  }

  /** Remembered with the records, so that `rejects` and `doctor` tell of it after the run. */
  forbid(changes: readonly Change[], why: string): void {
    const message = `${why}. ${GIVE_PERMISSION}`;
    for (const change of changes) this.#ledger.decide({ kind: "refused", change, rule: "refused", message });
  }

  /** `asked`: Planhat was asked for as much as can be, and does not hold what was to be created. */
  giveUp(change: Change, asked: boolean): void {
    if (change.action === "create" && asked) {
      this.#ledger.decide({
        kind: "refused",
        change,
        rule: "dropped-silently",
        message: "Planhat answered without an error but did not store the record. Check its required fields.",
      });
    } else this.#ledger.decide({ kind: "failed", change, message: LOST });
  }

  #taken(change: Change, as: "created" | "updated" | "unchanged", id: string | undefined): void {
    const isRepeated = this.#sentBefore.has(change) && as === "unchanged";
    this.#ledger.decide({
      kind: "applied",
      change,
      as: isRepeated ? this.#firstTakenAs(change) : as,
      ...(id === undefined ? {} : { id }),
    });
  }

  /** What an earlier answer, or one that never came, made of a change that Planhat holds by now. */
  #firstTakenAs({ action }: Change): "created" | "updated" {
    if (action === "update") return "updated";
    if (this.#updatedUnnamed === 0) return "created";
    this.#updatedUnnamed -= 1;
    return "updated";
  }
}
