import type { Redact } from "../../model/redact.ts";
import type { Stop } from "../../model/stop.ts";
import type { HttpAnswer } from "./exchange.ts";
import { beginning, broken } from "./problems.ts";

/**
 * What an answer without data means, and what to do. `asked` is for messages: `page 3 of https://…`. The answer's own
 * words come second, without secrets.
 */
export function statusStop({ status, chunks }: HttpAnswer, asked: string, redact: Redact): Stop {
  const { what, fix } = describe(status);
  const shown = beginning(Buffer.concat(chunks), redact);
  const said = shown === "" ? "" : ` The server says: ${shown}`;
  return broken(
    `${what} ${asked} (${status}).${said}`,
    fix,
    status === 407 ? "proxy-login" : "source-refused",
  );
}

function describe(status: number): { readonly what: string; readonly fix: string } {
  switch (status) {
    case 401:
      return {
        what: "The server does not accept the credentials for",
        fix: "Check `auth` and the environment variables it names; without `auth`, the API asks for it.",
      };
    case 403:
      return {
        what: "The credentials may not read",
        fix: "Give them the permission to read this, or ask whoever runs the API.",
      };
    case 404:
    case 410:
      return {
        what: "The server does not know",
        fix: "Check the path in `url`. Some APIs also answer so to credentials that may not see it.",
      };
    case 405:
      return { what: "The server does not take this method for", fix: "Check `method`: GET or POST." };
    case 407:
      return { what: "The proxy asks for a login before", fix: "Put the credentials into HTTPS_PROXY." };
    case 206:
      return { what: "The server gave a part only of", fix: "Remove a `range` header if there is one." };
    default:
      return {
        what: "The server did not answer with data to",
        fix: "Check `url`, `query` and `body` against the API's documentation.",
      };
  }
}
