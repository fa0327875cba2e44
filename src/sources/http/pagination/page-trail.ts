import { sha256 } from "../../../model/fingerprint.ts";
import type { Json } from "../../../model/json.ts";
import type { Redact } from "../../../model/redact.ts";
import { Stop } from "../../../model/stop.ts";
import { broken, describePlace, placeOf } from "../problems.ts";
import type { RecordTotal } from "../record-total.ts";
import { isSameTarget, type PageRequest, type PageTarget, type Pagination } from "./page.ts";

export interface PageTrailOptions {
  readonly pagination: Pick<Pagination, "kind" | "size">;
  readonly total: RecordTotal;
  /** Pages in a row without a new record: so many are an error. */
  readonly maxEmptyPages: number;
  readonly warn: (message: string) => void;
  readonly redact: Redact;
}

/** A page that the server refused to give. `stop` says so to the user. */
export interface RefusedPage {
  readonly kind: "refused";
  readonly status: number;
  readonly stop: Stop;
}

/**
 * What the pages of one read have shown so far: whether the one that just came is one more, or lies past the end, or
 * shows that the read gets nowhere. Records are progress; an address or a cursor that is new each time is none.
 */
export class PageTrail {
  readonly #options: PageTrailOptions;
  /** Pages that we count, by their contents. */
  readonly #numbers = new Map<string, number>();
  /** By digest, because addresses may be long: the page that named each one; 0 for the first. */
  readonly #ways = new Map<string, number>();
  /** Digests of records: numbers, because there may be a million. */
  readonly #records = new Set<number>();
  #idle = 0;
  #read = 0;
  #lastCount = 0;
  /** Records of the largest page before the last one. */
  #largestBefore: number | undefined;

  constructor(options: PageTrailOptions) {
    this.#options = options;
  }

  /** Whether the page lies past the end, so that its records do not count. Throws a Stop where pages come again. */
  isPastEnd(request: PageRequest, records: readonly Json[]): boolean {
    const { pagination, total } = this.#options;
    if (pagination.kind === "single") return false;
    const some = sample(records);
    if (pagination.kind === "numbered" && some.length > 0) {
      const before = this.#pageLike(records.length, some, request.number);
      if (before !== undefined) return this.#isEndRepeated(request, before);
    }
    const isNew = this.#note(some);
    this.#idle = isNew ? 0 : this.#idle + 1;
    if (!isNew && total.agrees) return true;
    if (records.length === 0) return false;
    this.#read += records.length;
    if (request.number > 1) this.#largestBefore = Math.max(this.#largestBefore ?? 0, this.#lastCount);
    this.#lastCount = records.length;
    return false;
  }

  /** Before the next page is asked for. Throws a Stop where the last ones brought nothing new, or where it goes round. */
  goOn(request: PageRequest, next: PageTarget): void {
    const { redact, maxEmptyPages, pagination } = this.#options;
    const { number, url } = request;
    if (pagination.kind === "linked") this.#follow(request, next);
    if (this.#idle < maxEmptyPages) return;
    const pages = this.#idle === 1 ? `Page ${number}` : `Pages ${number - this.#idle + 1} to ${number}`;
    throw broken(
      `${pages} of ${placeOf(number, url, redact).url} brought no new record, and yet another page should follow.`,
      `If the data have ended, say how to tell, with \`next\` ($count(data) > 0 ? meta.next), \`more\` ($count(data) > 0) or \`total\`. If the API gives empty pages before its last one, raise \`maxEmptyPages\` (now ${maxEmptyPages}).`,
    );
  }

  /** A scroll token stays the same while the records differ; a way that was left and comes again leads round for ever. */
  #follow(request: PageRequest, next: PageTarget): void {
    const { number, url } = request;
    if (number === 1) this.#ways.set(wayTo(request), 0);
    if (isSameTarget(request, next)) return;
    const way = wayTo(next);
    const before = this.#ways.get(way);
    if (before === undefined) {
      this.#ways.set(way, number);
      return;
    }
    const first = before === 0 ? "page 1 itself" : `the next page that page ${before} named already`;
    throw broken(
      `Pages go round: page ${number} of ${placeOf(number, url, this.#options.redact).url} leads to ${first}.`,
      "Check what `pagination` reads the way to the next page from; a server that repeats it never ends.",
    );
  }

  /** Returns where the refusal is the end of the data. Throws a Stop where it may be anything else. */
  refused(request: PageRequest, { status, stop }: RefusedPage): void {
    const { pagination, total, redact } = this.#options;
    if (request.number === 1 || !PAST_END.has(status)) throw stop;
    if (total.agrees) return;
    const isAsked = pagination.kind === "numbered" && !request.named;
    // A short page and a page that does not exist say the same thing. A bad request may be one for other reasons.
    if (isAsked && this.#isLastShort && status !== 400) return;
    if (!isAsked || this.#isLastShort) throw this.#lost(stop, request.named);
    this.#tellDoubt(request, `is refused (${status})`, redact);
  }

  /** The number of an earlier page with the same records. */
  #pageLike(count: number, some: readonly string[], number: number): number | undefined {
    const contents = sha256(`${count}:${some.join()}`);
    const before = this.#numbers.get(contents);
    if (before === undefined) this.#numbers.set(contents, number);
    return before;
  }

  /** A server may give its last page for every number past it; one that does so from the start does not page at all. */
  #isEndRepeated(request: PageRequest, before: number): boolean {
    const { total, redact } = this.#options;
    const { number, named } = request;
    if (total.agrees) return true;
    if (named || before !== number - 1 || number < 3) throw this.#repeats(request, before);
    if (!this.#isLastShort) this.#tellDoubt(request, `repeats page ${before}`, redact);
    return true;
  }

  /** By what the pages before show, which is the server's own size; of the first page by what was asked for. */
  get #isLastShort(): boolean {
    const full = this.#largestBefore ?? this.#options.pagination.size;
    return full !== undefined && this.#lastCount < full;
  }

  /** Whether there is a record that no page before had, as far as samples show. */
  #note(some: readonly string[]): boolean {
    const { size } = this.#records;
    for (const record of some) this.#records.add(Number.parseInt(sha256(record).slice(0, DIGITS), 16));
    return this.#records.size > size;
  }

  #tellDoubt({ number, url }: PageRequest, what: string, redact: Redact): void {
    this.#options.warn(
      `The read ended after ${records(this.#read)}, because ${describePlace(placeOf(number, url, redact))} ${what}. The server may hold more: set \`total\` or \`more\` to be sure.`,
    );
  }

  #repeats({ number, url, named }: PageRequest, before: number): Error {
    const { url: shown } = placeOf(number, url, this.#options.redact);
    return broken(
      `Page ${number} repeats page ${before} of ${shown}: it has the same records.`,
      named || before !== number - 1
        ? "Check `pagination` against the API's documentation: the same page should not come twice."
        : "The server does not seem to page by this parameter: check its name, or remove `pagination` if one answer has all records. If it has just one page and repeats it, set `total`.",
    );
  }

  #lost(stop: Stop, named: boolean): Error {
    return new Stop(stop.reason.code, `${stop.message} It came after ${records(this.#read)}.`, {
      fix: named
        ? "The server itself says that this page exists: start again, and check `pagination` if it stays so."
        : "This may be the end of the data or a failure. Set `total` or `more`, so that the server tells which.",
    });
  }
}

/** How servers answer when they are asked for a page past the last one. */
export const PAST_END: ReadonlySet<number> = new Set([400, 404, 416]);

function records(count: number): string {
  return count === 1 ? "1 record" : `${count.toLocaleString("en-US")} records`;
}

function wayTo({ url, body }: PageTarget): string {
  return sha256(`${url.href} ${JSON.stringify(body) ?? ""}`);
}

const SAMPLES = 10;
/** Hexadecimal digits that a JavaScript number holds exactly: 52 bits. */
const DIGITS = 13;

/** Some of the records as JSON, spread evenly, the first and the last among them. */
function sample(records: readonly Json[]): readonly string[] {
  const step = Math.max(1, Math.floor(records.length / SAMPLES));
  return records
    .filter((_, index) => index % step === 0 || index === records.length - 1)
    .map((record) => JSON.stringify(record));
}
