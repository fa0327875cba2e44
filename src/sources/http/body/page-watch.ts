import { type JsonScan, JsonScanner } from "../../formats/json/json-scanner.ts";
import { ListBeginning } from "../../formats/json/list-beginning.ts";
import { LineBeginning } from "../../formats/line-beginning.ts";
import { LineGuard } from "../../formats/line-guard.ts";
import type { BodyWatch, HttpAnswer } from "../exchange.ts";
import type { BodyFormat } from "../settings.ts";
import { charsetOf, formatOf, isUtf8Name } from "./body-format.ts";

export interface PageWatchOptions {
  readonly format: BodyFormat | undefined;
  /** Origin and path of the page. */
  readonly url: string;
  /** Of one page. */
  readonly maxValues: number;
  /** Where no more than the first records are wanted. */
  readonly first: FirstRecords | undefined;
}

export interface FirstRecords {
  readonly count: number;
  /** Names that lead through a JSON body to the list; undefined where an expression finds it in the whole body. */
  readonly path: readonly string[] | undefined;
}

type Begun = Pick<HttpAnswer, "status" | "headers" | "fileName">;

/** Statuses of an answer that is a page. */
export const HOLDS_DATA: ReadonlySet<number> = new Set([200, 201, 203]);

/** The header line, and the one in front of it that names the delimiter. */
const LINES_ABOVE_ROWS = 2;

/**
 * Sees the bytes of a page as they arrive. It counts the values of JSON and looks at the lines of other bodies, and throws
 * a JsonProblem or a LineProblem for more than a page may hold; and it knows when the records that are wanted are all
 * there, so that the rest need not be read. What is in another encoding than UTF-8, or no page at all, it lets pass.
 */
export class PageWatch implements BodyWatch {
  readonly #options: PageWatchOptions;
  /** Whose first bytes are still to come. */
  #begun: Begun | undefined;
  #scanner: JsonScanner | undefined;
  #guard: LineGuard | undefined;
  #list: ListBeginning | undefined;
  #lines: LineBeginning | undefined;

  constructor(options: PageWatchOptions) {
    this.#options = options;
  }

  begin(answer: Begun): void {
    this.#scanner = undefined;
    this.#guard = undefined;
    this.#list = undefined;
    this.#lines = undefined;
    this.#begun = HOLDS_DATA.has(answer.status) ? answer : undefined;
  }

  take(bytes: Buffer): boolean {
    if (this.#begun !== undefined) this.#choose(this.#begun, bytes);
    this.#begun = undefined;
    this.#scanner?.take(bytes);
    this.#guard?.take(bytes);
    const isEnough = this.#list?.take(bytes) ?? this.#lines?.take(bytes) ?? false;
    return !isEnough;
  }

  /** What was seen of a JSON body that came whole; undefined for any other. */
  get scan(): JsonScan | undefined {
    return this.beginning === undefined ? this.#scanner?.end() : undefined;
  }

  /** The bytes of the records wanted, where the body was not read to its end; of JSON, without brackets around. */
  get beginning(): { readonly start: number; readonly end: number } | undefined {
    if (this.#list?.extent !== undefined) return this.#list.extent;
    return this.#lines?.end === undefined ? undefined : { start: 0, end: this.#lines.end };
  }

  #choose(answer: Begun, start: Buffer): void {
    const { format: declared, url, maxValues, first } = this.#options;
    if (!isUtf8Name(charsetOf(answer.headers))) return;
    const format = formatOf(answer, { declared, url }, start);
    if (format === "json") {
      this.#scanner = new JsonScanner({ values: maxValues });
      if (first?.path !== undefined) this.#list = new ListBeginning(first.path, first.count);
      return;
    }
    if (format === undefined) return;
    this.#guard = new LineGuard();
    if (first?.path?.length === 0) {
      const isCsv = format === "csv";
      this.#lines = new LineBeginning(first.count + (isCsv ? LINES_ABOVE_ROWS : 0), isCsv);
    }
  }
}
