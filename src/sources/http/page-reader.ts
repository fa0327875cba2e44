import type { Json } from "../../model/json.ts";
import type { SourceContext } from "../../model/source.ts";
import { readPageBody } from "./body/page-body.ts";
import type { HttpAnswer } from "./exchange.ts";
import { checkGraphQL } from "./graphql-errors.ts";
import type { EvaluatePage } from "./page-expression.ts";
import type { PageRequest, Pagination } from "./pagination/page.ts";
import { PageTrail } from "./pagination/page-trail.ts";
import { broken, type Place, placeOf } from "./problems.ts";
import { RecordTotal } from "./record-total.ts";
import { NO_RECORDS, type PageRecords, pageRecords } from "./records.ts";
import type { Session } from "./session.ts";
import type { HttpSettings } from "./settings.ts";

export interface Page {
  readonly place: Place;
  /** When it was answered by the server's clock, in milliseconds since the epoch; by ours where the server does not tell. */
  readonly asOf: number;
  /** Arrays of 1 to 1,000 records; may throw a Stop where rows are parsed as they are taken. */
  readonly batches: Iterable<readonly Json[]>;
}

export interface FetchedPage {
  /** undefined past the end of the data. */
  readonly page: Page | undefined;
  readonly next: PageRequest | undefined;
}

export interface PageReaderOptions {
  readonly settings: HttpSettings;
  readonly context: SourceContext;
  readonly session: Session;
  readonly pagination: Pagination;
  readonly pick: EvaluatePage | undefined;
  /** The server's own count of all records. */
  readonly tell: EvaluatePage | undefined;
  /** To the first page, where it has come already. */
  readonly answer: HttpAnswer | undefined;
}

const DEFAULT_MAX_PAGES = 100_000;
const DEFAULT_MAX_EMPTY_PAGES = 3;

/** Reads one page after the other and decides which one is the last; to be asked for them in order. Throws a Stop. */
export function pageReader(options: PageReaderOptions): (request: PageRequest) => Promise<FetchedPage> {
  const { settings, context, session, pagination, pick, tell } = options;
  const { redact } = session;
  const { warn } = context;
  const { maxPages = DEFAULT_MAX_PAGES, maxEmptyPages = DEFAULT_MAX_EMPTY_PAGES } = settings;
  const total = new RecordTotal();
  const trail = new PageTrail({ pagination, total, maxEmptyPages, warn, redact });

  const recordsOf = async (
    answer: HttpAnswer | "empty",
    request: PageRequest,
    place: Place,
  ): Promise<PageRecords> => {
    if (answer === "empty") return NO_RECORDS;
    const { format, delimiter = ",", records: text = "" } = settings;
    const body = readPageBody(answer, { format, delimiter, place, redact });
    if (body.kind === "value") checkGraphQL(request, body.value, place, redact);
    const whole = pagination.kind !== "single" || tell !== undefined;
    return pageRecords(body, { pick: pick && { text, evaluate: pick }, whole, request, place });
  };

  const pastEnd = (place: Place): FetchedPage => {
    if (tell !== undefined) total.end(place);
    return { page: undefined, next: undefined };
  };

  return async (request) => {
    const { number, url } = request;
    const place = placeOf(number, url, redact);
    const answer =
      number === 1 && options.answer !== undefined ? options.answer : await session.fetchPage(request);
    if (answer !== "empty" && "kind" in answer) {
      trail.refused(request, answer);
      return pastEnd(place);
    }
    const { body, all = [], batches } = await recordsOf(answer, request, place);
    if (trail.isPastEnd(request, all)) return pastEnd(place);
    if (tell !== undefined) total.note(body && (await tell(body, request)), all.length, place);
    const headers = answer === "empty" ? {} : answer.headers;
    const facts = { request, headers, body, count: all.length, total: total.state };
    const next = await pagination.next(facts);
    if (next === undefined) {
      if (tell !== undefined) total.end(place);
    } else {
      trail.goOn(request, next);
      if (number >= maxPages) throw tooMany(place, maxPages);
    }
    const asOf = answeredAt(headers["date"]) ?? context.clock.now();
    return { page: { place, asOf, batches }, next: next && { ...next, number: number + 1 } };
  };
}

/** A Date header leaves out the fraction of its second. */
function answeredAt(date: string | undefined): number | undefined {
  const instant = Date.parse(date ?? "");
  return Number.isNaN(instant) ? undefined : instant + 999;
}

function tooMany({ url }: Place, maxPages: number): Error {
  return broken(
    `${url} has more pages than the ${maxPages} that a read may have.`,
    "Ask for larger pages, or raise `maxPages`; pages without end are a sign of a wrong `pagination`.",
  );
}
