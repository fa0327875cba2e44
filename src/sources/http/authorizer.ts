import type { Clock } from "../../model/clock.ts";
import { isJsonObject } from "../../model/json.ts";
import type { Redact } from "../../model/redact.ts";
import { parseJson } from "../formats/json/parse-json.ts";
import type { HttpAnswer, HttpRequest } from "./exchange.ts";
import { beginning, broken } from "./problems.ts";
import type { AuthSettings, OAuth2Settings } from "./settings.ts";

/** Who asks. Headers have lower-case names. */
export interface Authorizer {
  headers(): Promise<Readonly<Record<string, string>>>;
  /** After a 401: whether other headers may do, and the next `headers` gives them. */
  renew(): boolean;
}

export interface AuthorizerOptions {
  readonly clock: Clock;
  readonly redact: Redact;
  /** Sends with retries; its answers are final. `what` is for messages. */
  readonly send: (request: HttpRequest, what: string) => Promise<HttpAnswer>;
  /** Called with each token before it is used: no message may contain it. */
  readonly hide: (secret: string) => void;
}

export function createAuthorizer(auth: AuthSettings | undefined, options: AuthorizerOptions): Authorizer {
  if (auth?.oauth2 !== undefined) return new ClientCredentials(auth.oauth2, options);
  const headers = fixedHeaders(auth ?? {});
  return { headers: async () => headers, renew: () => false };
}

function fixedHeaders({ basic, bearer, header }: AuthSettings): Readonly<Record<string, string>> {
  if (basic !== undefined) return { authorization: basicAuth(basic.username, basic.password) };
  if (bearer !== undefined) return { authorization: `Bearer ${bearer}` };
  return header === undefined ? {} : { [header.name.toLowerCase()]: header.value };
}

function basicAuth(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`, "utf8").toString("base64")}`;
}

/** A token this close to its end is not used any more. */
const EXPIRY_MARGIN_MS = 30_000;

interface Token {
  readonly header: string;
  /** On the clock's monotonic time; Infinity where the server does not say. */
  readonly expires: number;
}

/** OAuth 2.0 client credentials (RFC 6749, 4.4): one token at a time, fetched when it is first needed. */
class ClientCredentials implements Authorizer {
  readonly #settings: OAuth2Settings;
  readonly #options: AuthorizerOptions;
  #token: Token | undefined;
  /** Servers take the credentials as Basic authentication or in the form; the first that works is kept. */
  #inForm = false;

  constructor(settings: OAuth2Settings, options: AuthorizerOptions) {
    this.#settings = settings;
    this.#options = options;
  }

  async headers(): Promise<Readonly<Record<string, string>>> {
    const { clock } = this.#options;
    if (this.#token === undefined || clock.monotonic() >= this.#token.expires) {
      this.#token = await this.#fetch();
    }
    return { authorization: this.#token.header };
  }

  renew(): boolean {
    this.#token = undefined;
    return true;
  }

  async #fetch(): Promise<Token> {
    const asked = this.#options.clock.monotonic();
    let answer = await this.#ask();
    if ((answer.status === 400 || answer.status === 401) && !this.#inForm) {
      this.#inForm = true;
      answer = await this.#ask();
    }
    return this.#read(answer, asked);
  }

  #ask(): Promise<HttpAnswer> {
    const { tokenUrl, clientId, clientSecret, scope } = this.#settings;
    const form = new URLSearchParams({ grant_type: "client_credentials" });
    if (scope !== undefined) form.set("scope", scope);
    const headers: Record<string, string> = {
      accept: "application/json",
      "content-type": "application/x-www-form-urlencoded",
    };
    if (this.#inForm) {
      form.set("client_id", clientId);
      form.set("client_secret", clientSecret);
    } else {
      headers["authorization"] = basicAuth(encodeURIComponent(clientId), encodeURIComponent(clientSecret));
    }
    const request = { method: "POST", url: new URL(tokenUrl), headers, body: form.toString() } as const;
    return this.#options.send(request, this.#what());
  }

  #read(answer: HttpAnswer, asked: number): Token {
    const body = Buffer.concat(answer.chunks);
    if (answer.status !== 200) {
      const said = beginning(body, this.#options.redact);
      throw broken(
        `The server refused to give ${this.#what()} (${answer.status}).${said === "" ? "" : ` It says: ${said}`}`,
        "Check `auth.oauth2`: tokenUrl, clientId, clientSecret and scope.",
      );
    }
    const token = tokenIn(body);
    if (token === undefined) {
      throw broken(
        `The server answered without the access_token that ${this.#what()} should be.`,
        "Check `auth.oauth2.tokenUrl`: the address that gives tokens as JSON to client credentials.",
      );
    }
    this.#options.hide(token.value);
    const life = token.seconds * 1000;
    return { header: `Bearer ${token.value}`, expires: asked + Math.max(life - EXPIRY_MARGIN_MS, life / 2) };
  }

  #what(): string {
    const { origin, pathname } = new URL(this.#settings.tokenUrl);
    return this.#options.redact(`the access token from ${origin}${pathname}`);
  }
}

function tokenIn(body: Buffer): { readonly value: string; readonly seconds: number } | undefined {
  let answer: unknown;
  try {
    answer = parseJson(body);
  } catch {
    return undefined;
  }
  if (!isJsonObject(answer)) return undefined;
  const value = answer["access_token"];
  const seconds = Number(answer["expires_in"] ?? Number.POSITIVE_INFINITY);
  if (typeof value !== "string" || value === "") return undefined;
  return { value, seconds: seconds > 0 ? seconds : Number.POSITIVE_INFINITY };
}
