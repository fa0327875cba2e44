import type { RuleId } from "./generated/rule-ids.ts";
import { given } from "./given.ts";
import type { Rejection } from "./record.ts";

/** The rejects of one sync that have one reason. */
export interface RejectCause {
  readonly sync: string;
  readonly rule: RuleId;
  readonly field?: string;
  readonly count: number;
  /** The first one met. */
  readonly example: Rejection;
}

/** Groups by sync, rule and field; the most frequent first, equals in the order in which they were met. */
export function rejectCauses(rejects: Iterable<Rejection>): readonly RejectCause[] {
  const tally = new RejectTally();
  for (const rejection of rejects) tally.count(rejection);
  return tally.causes;
}

/** The same for rejects that come one by one: of each cause it keeps one. */
export class RejectTally {
  readonly #causes = new Map<string, { readonly example: Rejection; count: number }>();

  count(example: Rejection): void {
    const id = JSON.stringify([example.sync, example.rule, example.field]);
    const known = this.#causes.get(id);
    if (known === undefined) this.#causes.set(id, { example, count: 1 });
    else known.count += 1;
  }

  get causes(): readonly RejectCause[] {
    return [...this.#causes.values()]
      .map(({ example, count }): RejectCause => {
        const { sync, rule, field } = example;
        return { sync, rule, ...given({ field }), count, example };
      })
      .sort((a, b) => b.count - a.count);
  }
}
