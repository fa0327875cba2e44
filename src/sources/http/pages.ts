import type { RateLimit } from "../../model/rate-limit.ts";
import type { SourceContext } from "../../model/source.ts";
import { NO_LONGER_NEEDED } from "../../model/stop.ts";
import type { HttpAnswer } from "./exchange.ts";
import { asParameter } from "./incremental.ts";
import { compilePageExpression, compileRecords } from "./page-expression.ts";
import { type FetchedPage, type Page, pageReader } from "./page-reader.ts";
import type { NextPage, PageRequest, PageTarget, Pagination } from "./pagination/page.ts";
import { createPagination } from "./pagination/pagination.ts";
import { placeParam } from "./pagination/place-param.ts";
import { pollExport } from "./poll-export.ts";
import { wrongSetting } from "./problems.ts";
import { openSession } from "./session.ts";
import type { CursorSettings, HttpSettings } from "./settings.ts";

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

/** The pages of one read, in order; at most one is fetched ahead. `close` also ends what is under way. */
export interface Pages extends AsyncIterable<Page> {
  close(): Promise<void>;
}

/** Throws a Stop for settings that cannot be right. */
export function openPages(
  { settings, context, limit }: ReadTools,
  { since, ahead, limit: wanted }: PagesOptions,
  signal: AbortSignal,
): Pages {
  const ended = new AbortController();
  const either = AbortSignal.any([signal, ended.signal]);
  const session = openSession(settings, context, limit, either);
  const { base, redact } = session;
  const { compileExpression, clock, warn } = context;
  const expressions = { compileExpression, runStart: clock.now(), redact };
  const compile = (text: string, setting: string) => compilePageExpression(text, setting, expressions);
  const { records, total, poll, redirects = [] } = settings;
  const pick = records === undefined ? undefined : compileRecords(records, expressions);
  const tell = total === undefined ? undefined : compile(total, "total");
  const first = placeSince(base.target, settings.cursor, since);
  const paging = (target: PageTarget): Pagination =>
    createPagination(settings.pagination, { base: target, keys: base.keys, compile, warn, redact });
  // An export leads elsewhere; the settings are checked before it is asked for.
  const direct = paging(first);

  async function* read(): AsyncGenerator<Page> {
    if (poll === undefined) return yield* follow(direct);
    const options = { session, compile, redirects, clock, signal: either };
    const { targets, answer } = await pollExport(poll, first, options);
    const [target, ...parts] = targets;
    if (target === undefined) return;
    yield* follow(parts.length === 0 ? paging(target) : byParts(target, parts, settings), answer);
  }

  async function* follow(pagination: Pagination, answer?: HttpAnswer): AsyncGenerator<Page> {
    const fetchPage = pageReader({ settings, context, session, pagination, pick, tell, answer, wanted });
    /** A failure waits for whoever takes the page: until then nobody listens to it. */
    const start = (request: PageRequest): Promise<FetchedPage> => {
      const page = fetchPage(request);
      page.catch(() => undefined);
      return page;
    };
    let fetched: Promise<FetchedPage> | undefined = start({ ...pagination.first, number: 1, named: true });
    while (fetched !== undefined) {
      const { page, next }: FetchedPage = await fetched;
      fetched = ahead ? next && start(next) : undefined;
      if (page !== undefined) yield page;
      if (!ahead) fetched = next && start(next);
    }
  }

  return {
    [Symbol.asyncIterator]: read,
    close: async () => {
      ended.abort(NO_LONGER_NEEDED);
      await session.close();
    },
  };
}

function placeSince(
  target: PageTarget,
  cursor: CursorSettings | undefined,
  since: string | undefined,
): PageTarget {
  if (cursor === undefined || since === undefined) return target;
  return placeParam(target, cursor, cursor.in === "body" ? asParameter(since) : since);
}

/** An export in several parts, which the server has counted. */
function byParts(first: PageTarget, parts: readonly PageTarget[], { pagination }: HttpSettings): Pagination {
  if (pagination !== undefined) {
    throw wrongSetting(
      "`poll.url` finds several addresses, and `pagination` can lead on from one only.",
      "Remove `pagination`, or write an expression for `poll.url` that finds one address.",
    );
  }
  const nextOf = async (number: number): Promise<NextPage | undefined> => {
    const part = parts[number - 1];
    return part && { ...part, named: true };
  };
  return { first, kind: "single", size: undefined, next: ({ request }) => nextOf(request.number) };
}
