import type { Json } from "../../model/json.ts";
import { broken, describePlace, type Place } from "./problems.ts";

/** How many records there are in all, as the pages of one read tell it: whether some were lost on the way. */
export class RecordTotal {
  #read = 0;
  /** Pages that had records. */
  #pages = 0;
  #told: { readonly total: number; readonly page: number } | undefined;

  /** `value` is what `total` finds in the page. Throws a Stop where it is no count, has become smaller, or is exceeded. */
  note(value: Json | undefined, count: number, place: Place): void {
    this.#read += count;
    if (count > 0) this.#pages += 1;
    if (value === undefined || value === null) return;
    const total = typeof value === "string" && /^\d{1,15}$/.test(value) ? Number(value) : value;
    if (typeof total !== "number" || !Number.isSafeInteger(total) || total < 0) {
      throw broken(
        `What \`total\` finds in ${describePlace(place)} is no number of records.`,
        "Write an expression that leads to the number of all records, such as meta.total.",
      );
    }
    const before = this.#told;
    if (before !== undefined && total < before.total) {
      throw broken(
        `The total of ${place.url} fell from ${before.total} on page ${before.page} to ${total} on page ${place.page}: records were deleted while they were read, and others may have moved to pages that were read before.`,
        "Start again at a quieter time, or page by a cursor, which records do not move along.",
      );
    }
    this.#told = { total, page: place.page };
    if (this.#read > total) throw this.#mismatch(total, place);
  }

  /** Whether as many records have come as there are. */
  get agrees(): boolean {
    return this.#told?.total === this.#read;
  }

  /** What a page says of the records behind it. A count that is that of the first page alone may count just this page. */
  get state(): "unknown" | "more" | "reached" {
    if (this.#told === undefined) return "unknown";
    if (this.#told.total > this.#read) return "more";
    return this.#pages === 1 ? "unknown" : "reached";
  }

  /** After the last page. Throws a Stop where it does not add up. */
  end(place: Place): void {
    if (this.#told === undefined) {
      throw broken(
        `What \`total\` finds on every page of ${place.url} is nothing.`,
        "Write an expression that leads to the number of all records, or remove `total`.",
      );
    }
    if (!this.agrees) throw this.#mismatch(this.#told.total, place);
  }

  #mismatch(total: number, { url }: Place): Error {
    return broken(
      `${url} says that there are ${total} records, and its ${this.#pages <= 1 ? "only page" : `${this.#pages} pages`} held ${this.#read}.`,
      this.#read < total
        ? "Records are missing: check `pagination` against the API's documentation, above all how far its pages reach."
        : "Records came twice, or `total` counts something else: check both against the API's documentation.",
    );
  }
}
