import { RateLimit } from "../../model/rate-limit.ts";
import { makeRedact, type Redact } from "../../model/redact.ts";
import { isSecretName } from "../../model/secret-text.ts";
import type { SourceContext } from "../../model/source.ts";
import { attempts } from "./attempts.ts";
import { createAuthorizer } from "./authorizer.ts";
import { type BodyWatch, createExchange, type HttpAnswer } from "./exchange.ts";
import type { PageRequest } from "./pagination/page.ts";
import { describePlace, placeOf, wrongSetting } from "./problems.ts";
import { requestBase, sendsSecretsInTheClear } from "./request-base.ts";
import { type AuthSettings, type HttpSettings, milliseconds } from "./settings.ts";
import { statusStop } from "./status-stop.ts";

/** The connection of one read: its credentials, its pace, and what no message may say. */
export interface Session {
  /** Of the first page, without what the pagination adds. */
  readonly url: URL;
  readonly redact: Redact;
  /**
   * A whole answer with records, or `empty` (204, or a 404 to a probe). Throws a Stop, the signal's reason, or what the
   * watch throws.
   */
  fetchPage(request: PageRequest, watch: BodyWatch): Promise<HttpAnswer | "empty">;
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
  const { redact, hide } = redactor(settings, context.redact);
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

  const ask = async ({ number, url }: PageRequest, watch: BodyWatch): Promise<HttpAnswer> => {
    const what = describePlace(placeOf(number, url, redact));
    // Anew for every attempt: a token may end while one waits for its turn.
    const send = async (): Promise<HttpAnswer> => {
      const headers = { ...base.headers, ...(await authorizer.headers()) };
      return exchange.send({ ...base, url, headers, watch }, signal);
    };
    return attempts(send, { what, clock, random, limit, redact, signal });
  };

  return {
    url: base.url,
    redact,
    close: () => exchange.close(),
    fetchPage: async (request, watch) => {
      let answer = await ask(request, watch);
      if (answer.status === 401 && authorizer.renew()) answer = await ask(request, watch);
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

/** Hides what the definition holds of secrets, whatever the names of the environment variables, and what is learnt later. */
function redactor(
  { auth, headers = {}, query = {} }: HttpSettings,
  outer: Redact,
): { readonly redact: Redact; readonly hide: (secret: string) => void } {
  const named = [...Object.entries(headers), ...Object.entries(query)].filter(([name]) => isSecretName(name));
  const secrets = new Set([...authSecrets(auth), ...named.flatMap(([, value]) => String(value))]);
  let own = makeRedact(secrets);
  return {
    redact: (text) => own(outer(text)),
    hide: (secret) => {
      secrets.add(secret);
      own = makeRedact(secrets);
    },
  };
}

function authSecrets(auth: AuthSettings | undefined): readonly string[] {
  const { basic, bearer, header, oauth2 } = auth ?? {};
  const pair = basic === undefined ? [] : [basic.password, `${basic.username}:${basic.password}`];
  return [...pair, bearer, header?.value, oauth2?.clientSecret].filter((secret) => secret !== undefined);
}
