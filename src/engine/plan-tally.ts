import type { Change, PlanItem, PlanSummary, SkipReason } from "../model/change.ts";
import { isShortened } from "./keys/decimal.ts";

/** Counts the items of one sync's plan. */
export class PlanTally {
  #create = 0;
  #update = 0;
  #unchanged = 0;
  #reject = 0;
  #drifted = 0;
  #alike = 0;
  #shortened = 0;
  #blank = 0;
  readonly #skips: Record<SkipReason, number> = { exists: 0, missing: 0, repeat: 0, changed: 0 };

  count(item: PlanItem): void {
    switch (item.kind) {
      case "change":
        this.#countAction(item.change);
        if (item.change.drift !== undefined) this.#drifted += 1;
        if (item.change.alike !== undefined) this.#alike += 1;
        return;
      case "unchanged":
        this.#unchanged += 1;
        return;
      case "skip":
        this.#skips[item.reason] += 1;
        if (item.alike !== undefined) this.#alike += 1;
        return;
      case "reject":
        this.#reject += 1;
        return;
      default:
        item satisfies never;
    }
  }

  #countAction(change: Change): void {
    switch (change.action) {
      case "create":
        this.#countCreate(change);
        return;
      case "update":
        this.#update += 1;
        return;
      default:
        change satisfies never;
    }
  }

  /** Rows that nobody looked at one by one. */
  countUnchanged(rows: number): void {
    this.#unchanged += rows;
  }

  get skips(): Readonly<Record<SkipReason, number>> {
    return { ...this.#skips };
  }

  /** Changes to records that somebody else changed in Planhat. */
  get drifted(): number {
    return this.#drifted;
  }

  /** Keys of creates that look damaged: numbers that a spreadsheet shortened, and blanks or unseen characters at an end. */
  get oddKeys(): { readonly shortened: number; readonly blank: number } {
    return { shortened: this.#shortened, blank: this.#blank };
  }

  /** Rows whose key is almost another record's: of creates, and of updates that find no record. */
  get alike(): number {
    return this.#alike;
  }

  get summary(): PlanSummary {
    const skip = Object.values(this.#skips).reduce((sum, count) => sum + count, 0);
    const [create, update, unchanged, reject] = [this.#create, this.#update, this.#unchanged, this.#reject];
    return { read: create + update + unchanged + skip + reject, create, update, unchanged, skip, reject };
  }

  #countCreate({ key }: Change): void {
    this.#create += 1;
    if (isShortened(key)) this.#shortened += 1;
    if (isUnseen(key.slice(0, 1)) || isUnseen(key.slice(-1))) this.#blank += 1;
  }
}

function isUnseen(character: string): boolean {
  return (character < "!" || character > "~") && /[\s\p{Cc}\p{Cf}]/u.test(character);
}
