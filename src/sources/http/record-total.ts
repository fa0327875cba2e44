import type { Json } from "../../model/json.ts";
import { broken, describePlace, type Place } from "./problems.ts";

/** How many records there are in all, as the pages of one read tell it: whether some were lost on the way. */
export class RecordTotal {
  #read = 0;
  #told: { readonly total: number; readonly page: number } | undefined;

  /** `value` is what `total` finds in the page. Throws a Stop where it is no count, or has become smaller. */
  note(value: Json | undefined, count: number, place: Place): void {
    this.#read += count;
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
  }

  /** Behind the last page. Throws a Stop where it does not add up. */
  end(place: Place): void {
    if (this.#told === undefined) {
      throw broken(
        `What \`total\` finds on every page of ${place.url} is nothing.`,
        "Write an expression that leads to the number of all records, or remove `total`.",
      );
    }
    const { total } = this.#told;
    if (total === this.#read) return;
    throw broken(
      `${place.url} says that there are ${total} records, and its ${place.page === 1 ? "only page" : `${place.page} pages`} held ${this.#read}.`,
      this.#read < total
        ? "Records are missing: check `pagination`, above all its size; a page that is shorter than that ends the data."
        : "Records came twice, or `total` counts something else: check both against the API's documentation.",
    );
  }
}
