import { sha256 } from "../../model/fingerprint.ts";
import type { Json } from "../../model/json.ts";
import type { RateLimit } from "../../model/rate-limit.ts";
import type { SourceContext } from "../../model/source.ts";
import { jsonStop } from "./body/json-problem-text.ts";
import { readPageBody } from "./body/page-body.ts";
import { type FirstRecords, PageWatch } from "./body/page-watch.ts";
import { compilePageExpression, plainSteps } from "./page-expression.ts";
import type { PageRequest } from "./pagination/page.ts";
import { createPagination } from "./pagination/pagination.ts";
import { broken, type Place, placeOf } from "./problems.ts";
import { RecordTotal } from "./record-total.ts";
import { inSlices, NO_RECORDS, type PageRecords, pageRecords } from "./records.ts";
import { openSession } from "./session.ts";
import type { HttpSettings } from "./settings.ts";

/** What a source keeps from read to read. */
export interface ReadTools {
  readonly settings: HttpSettings;
  readonly context: SourceContext;
  readonly limit: RateLimit | undefined;
}

export interface PagesOptions {
  /** Goes into the cursor's parameter. */
  readonly since: string | undefined;
  /** Whether the next page is fetched while one is taken. */
  readonly ahead: boolean;
  /** Where no more records than these are wanted: the rest of a page that has them is not read. */
  readonly limit: number | undefined;
}

export interface Page {
  readonly place: Place;
  /** When it was answered by the server's clock, in milliseconds since the epoch; by ours where the server does not tell. */
  readonly asOf: number;
  /** Arrays of 1 to 1,000 records; may throw a Stop where rows are parsed as they are taken. */
  readonly batches: Iterable<readonly Json[]>;
}

/** The pages of one read, in order; at most one is fetched ahead. `close` also ends what is under way. */
export interface Pages extends AsyncIterable<Page> {
  close(): Promise<void>;
}

const DEFAULT_MAX_PAGES = 100_000;
/** Some 300 MB in memory at most. */
const DEFAULT_MAX_VALUES = 5_000_000;

interface FetchedPage extends Page {
  readonly next: PageRequest | undefined;
}

/** Throws a Stop for settings that cannot be right. */
export function openPages(
  { settings, context, limit }: ReadTools,
  { since, ahead, limit: wanted }: PagesOptions,
  signal: AbortSignal,
): Pages {
  const ended = new AbortController();
  const session = openSession(settings, context, limit, AbortSignal.any([signal, ended.signal]));
  const { redact } = session;
  const runStart = context.clock.now();
  const compile = (text: string, setting: string) =>
    compilePageExpression(text, setting, { compileExpression: context.compileExpression, runStart, redact });
  const base = new URL(session.url);
  if (settings.cursor !== undefined && since !== undefined)
    base.searchParams.set(settings.cursor.param, since);
  const pagination = createPagination(settings.pagination, { base, compile, warn: context.warn, redact });
  const pick = settings.records === undefined ? undefined : compile(settings.records, "records");
  const tell = settings.total === undefined ? undefined : compile(settings.total, "total");
  const total = new RecordTotal();
  const { format, delimiter = ",", maxPages = DEFAULT_MAX_PAGES, maxValues = DEFAULT_MAX_VALUES } = settings;
  const first = firstRecords(settings, wanted);

  const fetchPage = async (request: PageRequest): Promise<FetchedPage> => {
    const { number, url } = request;
    const place = placeOf(number, url, redact);
    const watch = new PageWatch({ format, maxValues, first });
    const answer = await session.fetchPage(request, watch).catch((error: unknown) => {
      throw jsonStop(error, { ...place, sized: true }, redact);
    });
    const headers = answer === "empty" ? {} : answer.headers;
    const asOf = answeredAt(headers["date"]) ?? context.clock.now();
    let records: PageRecords = NO_RECORDS;
    if (answer !== "empty") {
      const whole = pagination.needs !== "nothing" || tell !== undefined;
      const body = readPageBody(answer, { format, delimiter, maxValues, watch, place, redact });
      if (body.kind === "beginning") return { place, asOf, batches: inSlices(body.batches), next: undefined };
      records = await pageRecords(body, { pick, whole, request, place });
    }
    const { body, all = [], batches } = records;
    const facts = { request, headers, body, count: all.length, contents: sample(all) };
    const next = await pagination.next(facts);
    if (tell !== undefined) {
      total.note(body && (await tell(body, request)), all.length, place);
      if (next === undefined) total.end(place);
    }
    if (next !== undefined && number >= maxPages) throw tooMany(place, maxPages);
    return { place, asOf, batches, next: next && { ...next, number: number + 1 } };
  };

  /** A failure waits for whoever takes the page: until then nobody listens to it. */
  const start = (request: PageRequest): Promise<FetchedPage> => {
    const page = fetchPage(request);
    page.catch(() => undefined);
    return page;
  };

  return {
    async *[Symbol.asyncIterator]() {
      let fetched: Promise<FetchedPage> | undefined = start({ number: 1, url: pagination.first });
      while (fetched !== undefined) {
        const { next, ...page }: FetchedPage = await fetched;
        fetched = ahead ? next && start(next) : undefined;
        yield page;
        if (!ahead) fetched = next && start(next);
      }
    },
    close: async () => {
      ended.abort();
      await session.close();
    },
  };
}

/** An expression that is more than a path of names finds the records in the whole body. */
function firstRecords({ records }: HttpSettings, count: number | undefined): FirstRecords | undefined {
  if (count === undefined || count < 1) return undefined;
  return { count, path: records === undefined ? [] : plainSteps(records) };
}

/** A Date header leaves out the fraction of its second. */
function answeredAt(date: string | undefined): number | undefined {
  const instant = Date.parse(date ?? "");
  return Number.isNaN(instant) ? undefined : instant + 999;
}

const SAMPLES = 10;

/** Some of the records, spread evenly, and how many there are: enough to know a page that comes again. */
function sample(records: readonly Json[]): string {
  const step = Math.max(1, Math.floor(records.length / SAMPLES));
  const some = records.filter((_, index) => index % step === 0 || index === records.length - 1);
  return `${records.length}:${sha256(JSON.stringify(some))}`;
}

function tooMany({ url }: Place, maxPages: number): Error {
  return broken(
    `${url} has more pages than the ${maxPages} that a read may have.`,
    "Ask for larger pages, or raise `maxPages`; pages without end are a sign of a wrong `pagination`.",
  );
}
