import type { Json } from "../../../model/json.ts";
import type { Redact } from "../../../model/redact.ts";

/** What is asked for one page. */
export interface PageTarget {
  readonly method: "GET" | "POST";
  readonly url: URL;
  /** Of a POST: text is sent as it is, anything else as JSON. */
  readonly body: Json | undefined;
}

export function isSameTarget(a: PageTarget, b: PageTarget): boolean {
  return a.url.href === b.url.href && JSON.stringify(a.body) === JSON.stringify(b.body);
}

export interface NextPage extends PageTarget {
  /** The server says that this page exists. Otherwise it is asked for to find out whether it does. */
  readonly named: boolean;
}

export interface PageRequest extends NextPage {
  /** From 1. */
  readonly number: number;
}

/** An expression over a page's body. Throws a Stop that names the page. */
export type EvaluatePage = (body: Json, request: PageRequest) => Promise<Json | undefined>;

/** A page that has been read, as far as the way to the next one may depend on it. */
export interface PageFacts {
  readonly request: PageRequest;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed body; undefined where there was none. */
  readonly body: Json | undefined;
  readonly count: number;
  /** What the server's own count of all records says: some are missing, or the last one has come. */
  readonly total: "unknown" | "more" | "reached";
}

export interface Pagination {
  readonly first: PageTarget;
  /** `numbered` pages are counted by us, and may lie past the end; `linked` ones are named by the page before. */
  readonly kind: "single" | "numbered" | "linked";
  /** Records of a full page, where the definition says so. */
  readonly size: number | undefined;
  /** The next page, or undefined at the end. Throws a Stop where what leads to it cannot be read. */
  next(facts: PageFacts): Promise<NextPage | undefined>;
}

export interface PaginationTools {
  /** Of the first page, without what the pagination adds. */
  readonly base: PageTarget;
  /** Query parameters that hold credentials: an address that the server names gets them as well. */
  readonly keys: readonly string[];
  readonly compile: (text: string, setting: string) => EvaluatePage;
  readonly warn: (message: string) => void;
  readonly redact: Redact;
}
