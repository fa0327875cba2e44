import { byAction } from "../model/action.ts";
import { type Change, type FieldChange, fieldsOf, type PlanItem } from "../model/change.ts";
import { NO_RISKS, type Risk, risksOf, riskWeight } from "../model/change-risk.ts";
import type { ChangeView, ShownChange } from "../model/change-view.ts";
import { given } from "../model/given.ts";
import type { ObjectType } from "../model/object-type.ts";
import type { AlikeView, SkippedRow, SyncPlanView } from "../model/plan-view.ts";
import type { Rejection } from "../model/record.ts";
import type { FoundReferences } from "../model/reference-lookup.ts";
import { RejectTally } from "../model/reject-causes.ts";

export interface PlanListsOptions {
  /** Decides what counts as a record's identity; undefined where a saved plan names one that is not known here. */
  readonly objectType: ObjectType | undefined;
  /** Changes, rejects, skipped rows and remarks on keys that are kept, the first ones of each. */
  readonly limit: number;
  /** Changes that are kept besides, the riskiest ones of all. */
  readonly riskiest: number;
}

interface Weighed {
  readonly weight: number;
  readonly change: ChangeView;
}

/** What a report lists of one sync's plan. Takes the items one by one and keeps no more than it is asked for. */
export class PlanLists {
  readonly #options: PlanListsOptions;
  readonly #changes: ChangeView[] = [];
  readonly #rejects: Rejection[] = [];
  readonly #skipped: SkippedRow[] = [];
  /** Approved changes that are left out: each of the others was expected, and there may be very many of those. */
  readonly #changed: SkippedRow[] = [];
  readonly #alike: AlikeView[] = [];
  readonly #causes = new RejectTally();
  readonly #risks: Record<Risk, number> = { ...NO_RISKS };
  #riskiest: Weighed[] = [];
  /** What weighs no more than this does not get in any more. */
  #threshold = Number.NEGATIVE_INFINITY;

  constructor(options: PlanListsOptions) {
    this.#options = options;
  }

  add(item: PlanItem): void {
    const { limit } = this.#options;
    switch (item.kind) {
      case "change":
        if (this.#changes.length < limit) this.#changes.push(viewOf(item.change));
        this.#weigh(item.change);
        this.#noteAlike(item.change);
        return;
      case "skip": {
        const list = item.reason === "changed" ? this.#changed : this.#skipped;
        if (list.length < limit) list.push(item);
        this.#noteAlike(item);
        return;
      }
      case "reject":
        if (this.#rejects.length < limit) this.#rejects.push(item.rejection);
        this.#causes.count(item.rejection);
        return;
      case "unchanged":
        return;
      default:
        item satisfies never;
    }
  }

  get lists(): Pick<
    SyncPlanView,
    "changes" | "risks" | "riskiest" | "skipped" | "alike" | "rejects" | "causes"
  > {
    this.#sift();
    return {
      changes: this.#changes,
      risks: { ...this.#risks },
      riskiest: this.#riskiest.map(({ change }) => change),
      skipped: [...this.#changed, ...this.#skipped].slice(0, this.#options.limit),
      alike: this.#alike,
      rejects: this.#rejects,
      causes: this.#causes.causes,
    };
  }

  #noteAlike({ key, position, alike = [] }: Pick<Change, "key" | "position" | "alike">): void {
    for (const one of alike) {
      if (this.#alike.length < this.#options.limit) this.#alike.push({ key, position, ...one });
    }
  }

  #weigh(planned: Change): void {
    const { objectType, riskiest } = this.#options;
    const isCreate = byAction(planned.action, WEIGHS_THE_SAME) && planned.drift === undefined;
    // All creates weigh the same, and most are not listed: they are not read for it.
    const change = isCreate ? NEW : viewOf(planned);
    const risks = isCreate ? CREATES : risksOf(change, objectType);
    for (const risk of risks) this.#risks[risk] += 1;
    if (riskiest === 0) return;
    const weight = riskWeight(change, objectType, risks);
    if (weight <= this.#threshold) return;
    this.#riskiest.push({ weight, change: viewOf(planned) });
    if (this.#riskiest.length >= 2 * riskiest) this.#sift();
  }

  /** Sorting is stable: of equals the first ones stay. */
  #sift(): void {
    const { riskiest } = this.#options;
    this.#riskiest = this.#riskiest.sort((a, b) => b.weight - a.weight).slice(0, riskiest);
    if (this.#riskiest.length === riskiest) {
      this.#threshold = this.#riskiest.at(-1)?.weight ?? Number.NEGATIVE_INFINITY;
    }
  }
}

/** What is at stake with a create is the same whatever it holds. */
const NEW: ChangeView = { action: "create", key: "", fields: {}, position: { row: 0 } };
const WEIGHS_THE_SAME = { create: true, update: false };
const CREATES: readonly Risk[] = risksOf(NEW, undefined);

/** Without the whole record, which nobody is shown: many of these are kept for long. */
function viewOf(change: Change): ChangeView {
  const { references } = change;
  const fields = fieldsOf(change);
  return { ...partsOf(change), fields: references === undefined ? fields : withNames(fields, references) };
}

function withNames(
  fields: Readonly<Record<string, FieldChange>>,
  references: FoundReferences,
): Readonly<Record<string, ShownChange>> {
  const named = Object.entries(references).flatMap(([field, records]): [string, ShownChange][] => {
    const change = fields[field];
    const names = records.flatMap(({ id, name }) => (name === undefined ? [] : [[id, name]]));
    return change === undefined || names.length === 0
      ? []
      : [[field, { ...change, names: Object.fromEntries(names) }]];
  });
  // Spread keeps the order of the fields.
  return { ...fields, ...Object.fromEntries(named) };
}

function partsOf({ action, key, drift, position }: Change): Omit<ChangeView, "fields"> {
  return { action, key, position, ...given({ drift }) };
}
