import type { Transformed } from "../model/compiled-sync.ts";
import { describePosition, type RowPosition } from "../model/row.ts";
import { withArticle } from "../model/with-article.ts";

interface Omitted {
  readonly objectType: string;
  count: number;
  readonly examples: RowPosition[];
}

/** The references that a definition leaves out because Planhat has no such record: a plan says so. */
export class OmittedReferences {
  readonly #byField = new Map<string, Omitted>();

  note({ record, omitted = [] }: Transformed & { readonly kind: "record" }): void {
    for (const { field, objectType } of omitted) {
      const known = this.#byField.get(field) ?? { objectType, count: 0, examples: [] };
      this.#byField.set(field, known);
      known.count += 1;
      if (known.examples.length < MOST_EXAMPLES) known.examples.push(record.position);
    }
  }

  /** A whole sentence a field, without a value of a row. */
  get warnings(): readonly string[] {
    return [...this.#byField].map(([field, { objectType, count, examples }]) => {
      const values = count === 1 ? "1 value" : `${count.toLocaleString("en")} values`;
      const places = examples.map(describePosition).join(", ");
      const more = count > examples.length ? " and others" : "";
      const mean = count === 1 ? "names" : "name";
      return `${values} of "${field}" ${mean} ${withArticle(objectType)} that Planhat does not have, and ${count === 1 ? "was" : "were"} left out (${places}${more}).`;
    });
  }
}

const MOST_EXAMPLES = 5;
