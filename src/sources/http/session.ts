import type { Json } from "../../model/json.ts";
import { RateLimit } from "../../model/rate-limit.ts";
import { type Redact, Redactor } from "../../model/redact.ts";
import { secretParts, secretsIn } from "../../model/secret-values.ts";
import type { SourceContext } from "../../model/source.ts";
import { attempts } from "./attempts.ts";
import { createAuthorizer } from "./authorizer.ts";
import { createExchange, type HttpAnswer } from "./exchange.ts";
import type { PageRequest } from "./pagination/page.ts";
import { describePlace, placeOf, wrongSetting } from "./problems.ts";
import { requestBase, sendsSecretsInTheClear } from "./request-base.ts";
import { type HttpSettings, milliseconds } from "./settings.ts";
import { statusStop } from "./status-stop.ts";

/** The connection of one read: its credentials, its pace, and what no message may say. */
export interface Session {
  /** Of the first page, without what the pagination adds. */
  readonly url: URL;
  readonly redact: Redact;
  /** A whole answer with records, or `empty` (204, or a 404 to a probe). Throws a Stop, or the signal's reason. */
  fetchPage(request: PageRequest): Promise<HttpAnswer | "empty">;
  close(): Promise<void>;
}

const DEFAULT_TIMEOUT = "60s";
/** Bytes; 256 MiB. */
const DEFAULT_MAX_BYTES = 268_435_456;

/** Throws a Stop for settings that cannot be right. Connects when the first page is asked for. */
export function openSession(
  settings: HttpSettings,
  context: SourceContext,
  limit: RateLimit | undefined,
  signal: AbortSignal,
): Session {
  const { clock, random } = context;
  const base = requestBase(settings);
  if (sendsSecretsInTheClear(base, settings.auth)) {
    context.warn(
      `${base.url.origin} gets credentials over http, unencrypted. Write https where the server has it.`,
    );
  }
  const { redact, hide } = redactor(settings, context);
  const timeout = milliseconds(settings.timeout ?? DEFAULT_TIMEOUT);
  if (timeout === undefined || timeout === 0) {
    throw wrongSetting("`timeout` is no duration.", "Write it like 60s or 2m.");
  }
  const maxBytes = settings.maxBytes ?? DEFAULT_MAX_BYTES;
  const exchange = createExchange({ url: base.url, timeout, maxBytes });
  const authorizer = createAuthorizer(settings.auth, {
    clock,
    redact,
    hide,
    send: (request, what) =>
      attempts(() => exchange.send(request, signal), {
        what,
        clock,
        random,
        limit: undefined,
        redact,
        signal,
      }),
  });

  const ask = async ({ number, url }: PageRequest): Promise<HttpAnswer> => {
    const what = describePlace(placeOf(number, url, redact));
    // Anew for every attempt: a token may end while one waits for its turn.
    const send = async (): Promise<HttpAnswer> => {
      const headers = { ...base.headers, ...(await authorizer.headers()) };
      return exchange.send({ ...base, url, headers }, signal);
    };
    return attempts(send, { what, clock, random, limit, redact, signal });
  };

  return {
    url: base.url,
    redact,
    close: () => exchange.close(),
    fetchPage: async (request) => {
      let answer = await ask(request);
      if (answer.status === 401 && authorizer.renew()) answer = await ask(request);
      if (answer.status === 204) return "empty";
      if (answer.status === 404 && request.probe === true) return "empty";
      if (answer.status === 200 || answer.status === 201 || answer.status === 203) return answer;
      throw statusStop(answer, placeOf(request.number, request.url, redact), redact);
    },
  };
}

/** One for all reads of a source, so that reading again does not begin a new minute. */
export function rateLimitOf({ rateLimit }: HttpSettings): RateLimit | undefined {
  if (rateLimit?.perMinute !== undefined) return new RateLimit(rateLimit.perMinute);
  return rateLimit?.perSecond === undefined ? undefined : new RateLimit(rateLimit.perSecond, 1000);
}

/**
 * Hides what the settings hold of secrets, and what is learnt later, which whoever prints and stores gets to know, too. The
 * project knows more: what came out of its variables.
 */
function redactor(
  { auth, headers = {}, query = {}, body }: HttpSettings,
  context: SourceContext,
): { readonly redact: Redact; readonly hide: (secret: string) => void } {
  const own = new Redactor();
  own.hide(secretsIn({ auth, headers, query, body } as unknown as Json));
  return {
    redact: (text) => own.redact(context.redact(text)),
    hide: (secret) => {
      const parts = secretParts(secret);
      own.hide(parts);
      context.hide?.(parts);
    },
  };
}
