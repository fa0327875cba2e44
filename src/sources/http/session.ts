import { milliseconds } from "../../model/duration.ts";
import type { Json } from "../../model/json.ts";
import { RateLimit } from "../../model/rate-limit.ts";
import { type Redact, Redactor } from "../../model/redact.ts";
import { secretParts, secretsIn } from "../../model/secret-values.ts";
import type { SourceContext } from "../../model/source.ts";
import { attempts } from "./attempts.ts";
import { createAuthorizer } from "./authorizer.ts";
import { HOLDS_DATA } from "./body/page-watch.ts";
import { type BodyWatch, createExchange, type HttpAnswer } from "./exchange.ts";
import type { PageRequest, PageTarget } from "./pagination/page.ts";
import type { RefusedPage } from "./pagination/page-trail.ts";
import { describePlace, placeOf, wrongSetting } from "./problems.ts";
import { type RequestBase, requestBase, requestFor, sendsSecretsInTheClear } from "./request-base.ts";
import type { HttpSettings } from "./settings.ts";
import { statusStop } from "./status-stop.ts";

/** The connection of one read: its credentials, its pace, and what no message may say. */
export interface Session {
  readonly base: RequestBase;
  readonly redact: Redact;
  /**
   * A whole answer with records, `empty` (204), or a refusal. Throws a Stop, the signal's reason, or what the watch
   * throws.
   */
  fetchPage(request: PageRequest, watch: BodyWatch): Promise<HttpAnswer | "empty" | RefusedPage>;
  /** Any answer of success, 202 among them: asks for an export, or how far it is. `what` is for messages. */
  ask(target: PageTarget, what: string): Promise<HttpAnswer>;
  close(): Promise<void>;
}

interface SendOptions {
  /** Whether a 202 is an answer, and not a reason to wait. */
  readonly takesAccepted: boolean;
  readonly watch?: BodyWatch;
}

const DEFAULT_TIMEOUT = "60s";
const DEFAULT_WAIT = "5m";
/** Bytes; 256 MiB. */
const DEFAULT_MAX_BYTES = 268_435_456;

/** Throws a Stop for settings that cannot be right. Connects when the first page is asked for. */
export function openSession(
  settings: HttpSettings,
  context: SourceContext,
  limit: RateLimit | undefined,
  signal: AbortSignal,
): Session {
  const { clock, random, warn } = context;
  const base = requestBase(settings);
  const { origin } = base.target.url;
  if (sendsSecretsInTheClear(base, settings.auth)) {
    warn(`${origin} gets credentials over http, unencrypted. Write https where the server has it.`);
  }
  const { redact, hide } = redactor(settings, base, context);
  const timeout = duration(settings.timeout ?? DEFAULT_TIMEOUT, "timeout");
  const patience = duration(settings.wait ?? DEFAULT_WAIT, "wait");
  const { maxBytes = DEFAULT_MAX_BYTES, redirects = [] } = settings;
  const exchange = createExchange({ url: base.target.url, timeout, maxBytes, redirects });
  const waiting = { clock, random, redact, signal, patience, warn };
  const authorizer = createAuthorizer(settings.auth, {
    clock,
    redact,
    hide,
    send: (request, what) =>
      attempts(() => exchange.send(request, signal), { ...waiting, subject: what, limit: undefined }),
  });

  const sendOnce = (target: PageTarget, what: string, how: SendOptions): Promise<HttpAnswer> => {
    const own = target.url.origin === origin;
    const watch = how.watch === undefined ? {} : { watch: how.watch };
    // Anew for every attempt: a token may end while one waits for its turn.
    const send = async (): Promise<HttpAnswer> => {
      const request = requestFor(target, base, own ? await authorizer.headers() : {}, own);
      return exchange.send({ ...request, ...watch }, signal);
    };
    return attempts(send, { ...waiting, subject: what, takesAccepted: how.takesAccepted, limit });
  };

  const send = async (target: PageTarget, what: string, how: SendOptions): Promise<HttpAnswer> => {
    const answer = await sendOnce(target, what, how);
    return answer.status === 401 && authorizer.renew() ? sendOnce(target, what, how) : answer;
  };

  return {
    base,
    redact,
    close: () => exchange.close(),
    fetchPage: async (request, watch) => {
      const what = describePlace(placeOf(request.number, request.url, redact));
      const answer = await send(request, what, { takesAccepted: false, watch });
      if (answer.status === 204) return "empty";
      if (HOLDS_DATA.has(answer.status)) return answer;
      return { kind: "refused", status: answer.status, stop: statusStop(answer, what, redact) };
    },
    ask: async (target, what) => {
      const answer = await send(target, what, { takesAccepted: true });
      if (HOLDS_DATA.has(answer.status) || answer.status === 202 || answer.status === 204) return answer;
      throw statusStop(answer, what, redact);
    },
  };
}

function duration(text: string, setting: string): number {
  const time = milliseconds(text);
  if (time !== undefined && time > 0) return time;
  throw wrongSetting(`\`${setting}\` is not a duration.`, "Write it like 60s or 2m.");
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
  { target, keys }: RequestBase,
  context: SourceContext,
): { readonly redact: Redact; readonly hide: (secret: string) => void } {
  const own = new Redactor();
  own.hide(secretsIn({ auth, headers, query, body } as unknown as Json));
  own.hide(keys.flatMap((key) => target.url.searchParams.getAll(key)));
  return {
    redact: (text) => own.redact(context.redact(text)),
    hide: (secret) => {
      const parts = secretParts(secret);
      own.hide(parts);
      context.hide?.(parts);
    },
  };
}
