import type { Json } from "../../model/json.ts";
import type { SourceContext } from "../../model/source.ts";
import { jsonStop } from "./body/json-problem-text.ts";
import { readPageBody } from "./body/page-body.ts";
import { type FirstRecords, PageWatch } from "./body/page-watch.ts";
import type { HttpAnswer } from "./exchange.ts";
import { checkGraphQL, isGraphQL } from "./graphql-errors.ts";
import { plainSteps } from "./page-expression.ts";
import type { EvaluatePage, PageRequest, Pagination } from "./pagination/page.ts";
import { PageTrail, type RefusedPage } from "./pagination/page-trail.ts";
import { checkNothingLeft } from "./pagination/unread-pages.ts";
import { broken, type Place, placeOf } from "./problems.ts";
import { RecordTotal } from "./record-total.ts";
import { inSlices, NO_RECORDS, type PageRecords, pageRecords } from "./records.ts";
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
  /** Where no more records than these are wanted: the rest of a page that has them is not read. */
  readonly wanted: number | undefined;
}

const DEFAULT_MAX_PAGES = 100_000;
const DEFAULT_MAX_EMPTY_PAGES = 3;
/** Some 300 MB in memory at most. */
const DEFAULT_MAX_VALUES = 5_000_000;

/** Reads one page after the other and decides which one is the last; to be asked for them in order. Throws a Stop. */
export function pageReader(options: PageReaderOptions): (request: PageRequest) => Promise<FetchedPage> {
  const { settings, context, session, pagination, pick, tell } = options;
  const { redact } = session;
  const { warn } = context;
  const { maxPages = DEFAULT_MAX_PAGES, maxEmptyPages = DEFAULT_MAX_EMPTY_PAGES } = settings;
  const total = new RecordTotal();
  const trail = new PageTrail({ pagination, total, maxEmptyPages, warn, redact });

  const { format, delimiter = ",", records: text = "", maxValues = DEFAULT_MAX_VALUES } = settings;

  /** What the watch throws are problems of the page's text. */
  const fetchPage = async (
    request: PageRequest,
    watch: PageWatch,
    place: Place,
  ): Promise<HttpAnswer | "empty" | RefusedPage> => {
    try {
      if (request.number > 1 || options.answer === undefined) return await session.fetchPage(request, watch);
      show(options.answer, watch);
      return options.answer;
    } catch (error) {
      throw jsonStop(error, { ...place, sized: true }, redact);
    }
  };

  const recordsOf = async (
    answer: HttpAnswer | "empty",
    request: PageRequest,
    watch: PageWatch,
    place: Place,
  ): Promise<PageRecords | Beginning> => {
    if (answer === "empty") return NO_RECORDS;
    const body = readPageBody(answer, { format, delimiter, maxValues, watch, place, redact });
    if (body.kind === "beginning") return { kind: "beginning", batches: inSlices(body.batches) };
    if (body.kind === "value") checkGraphQL(request, body.value, place, redact);
    const whole = pagination.kind !== "single" || tell !== undefined;
    return pageRecords(body, { pick: pick && { text, evaluate: pick }, whole, request, place, redact });
  };

  const pastEnd = (place: Place): FetchedPage => {
    if (tell !== undefined) total.end(place);
    return { page: undefined, next: undefined };
  };

  return async (request) => {
    const { number, url } = request;
    const place = placeOf(number, url, redact);
    const first = firstRecords(request, options);
    const watch = new PageWatch({ format, url: place.url, maxValues, first });
    const answer = await fetchPage(request, watch, place);
    if (answer !== "empty" && "kind" in answer) {
      trail.refused(request, answer);
      return pastEnd(place);
    }
    const headers = answer === "empty" ? {} : answer.headers;
    const asOf = answeredAt(headers["date"]) ?? context.clock.now();
    const records = await recordsOf(answer, request, watch, place);
    if ("kind" in records) return { page: { place, asOf, batches: records.batches }, next: undefined };
    const { body, all = [], batches } = records;
    if (trail.isPastEnd(request, all)) return pastEnd(place);
    if (tell !== undefined) total.note(body && (await tell(body, request)), all.length, place);
    const facts = { request, headers, body, count: all.length, total: total.state };
    const next = await pagination.next(facts);
    if (next === undefined) {
      if (tell !== undefined) total.end(place);
      if (records.all?.length !== 0 && settings.pagination?.link?.more === undefined) {
        checkNothingLeft({ ...facts, kind: pagination.kind, place, warn });
      }
    } else {
      trail.goOn(request, next);
      if (number >= maxPages) throw tooMany(place, maxPages);
    }
    return { page: { place, asOf, batches }, next: next && { ...next, number: number + 1 } };
  };
}

/** The records that were wanted, and no more of the page. */
interface Beginning {
  readonly kind: "beginning";
  readonly batches: Iterable<readonly Json[]>;
}

/** An expression that is more than a path of names finds the records in the whole body. */
function firstRecords(
  request: PageRequest,
  { settings: { records }, wanted: count }: PageReaderOptions,
): FirstRecords | undefined {
  if (count === undefined || count < 1 || isGraphQL(request)) return undefined;
  return { count, path: records === undefined ? [] : plainSteps(records) };
}

/** An answer that came before anybody knew that it is a page. */
function show(answer: HttpAnswer, watch: PageWatch): void {
  watch.begin(answer);
  for (const chunk of answer.chunks) if (!watch.take(chunk)) return;
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
