import type { Json } from "../../../model/json.ts";
import type { Redact } from "../../../model/redact.ts";
import type { EvaluatePage } from "../page-expression.ts";

export interface PageRequest {
  /** From 1. */
  readonly number: number;
  readonly url: URL;
  /** Asked only to make sure that there is nothing more: a 404 is an answer, too. */
  readonly probe?: boolean;
}

/** A page that has been read, as far as the way to the next one may depend on it. */
export interface PageFacts {
  readonly request: PageRequest;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed body; undefined where there was none. */
  readonly body: Json | undefined;
  readonly count: number;
  /** Equal for pages with the same records, and for hardly any others. */
  readonly contents: string;
}

export interface Pagination {
  readonly first: URL;
  /** What `next` reads of a page besides its headers: the whole body, at least the number of its records, or nothing. */
  readonly needs: "body" | "count" | "nothing";
  /** Where the next page is, or undefined at the end. Throws a Stop where pages repeat or lead away. */
  next(facts: PageFacts): Promise<Omit<PageRequest, "number"> | undefined>;
}

export interface PaginationTools {
  /** Of the first page, without what the pagination adds. */
  readonly base: URL;
  readonly compile: (text: string, setting: string) => EvaluatePage;
  readonly warn: (message: string) => void;
  readonly redact: Redact;
}
