import type { RuleId } from "../../model/generated/rule-ids.ts";
import type { Reason } from "../../model/reason.ts";
import type { Redact } from "../../model/redact.ts";
import { Stop } from "../../model/stop.ts";
import type { ApiAnswer } from "./send.ts";

const EXCERPT = 200;

/** The beginning of a body, on one line and without secrets, for a message. */
export function excerpt(text: string, redact: Redact): string {
  // Redacted before it is cut: half a secret is a secret too.
  const line = redact(text).replace(/\s+/g, " ").trim();
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT)}…` : line;
}

/** Why one record was refused. */
export interface Refusal {
  readonly rule: RuleId;
  readonly reason: Reason;
}

/** What a status says of the record that stood alone in the request, with its size in bytes. */
export function refusalOf(answer: ApiAnswer, bytes: number, redact: Redact): Refusal {
  if (answer.status === 413) {
    const size = bytes.toLocaleString("en");
    const reason = {
      code: "too-large",
      what: "The record alone is larger than Planhat takes in one request (413).",
      detail: `It takes ${size} bytes.`,
      fix: "Shorten its longest field, or leave that field out.",
    } as const;
    return { rule: "too-large", reason };
  }
  const said = excerpt(answer.text, redact);
  const why = answer.status === 403 ? FORBIDDEN : REFUSED;
  return { rule: "refused", reason: { ...why, detail: `Planhat says (${answer.status}): ${said}` } };
}

export const REFUSED = { code: "refused", what: "Planhat refused the record." } as const;

export const FORBIDDEN = {
  code: "refused-forbidden",
  what: "Planhat refused the record: the API token lacks a permission.",
  fix: "In Planhat, Settings > Private Apps, give the app of this token that permission.",
} as const;

/** Statuses that end the run whatever was asked. undefined for those that concern only one request. */
export function fatalStop(answer: ApiAnswer, what: string, origin: string, redact: Redact): Stop | undefined {
  switch (answer.status) {
    case 401:
      return new Stop("planhat-token", `Planhat did not accept the API token (401 from ${origin}).`, {
        fix:
          "Check PLANHAT_API_TOKEN: the token of an enabled Private App (Settings > Private Apps). " +
          "A right token at the wrong region is refused too: set PLANHAT_REGION to the part behind app- in the address of your Planhat.",
      });
    case 403:
      return new Stop("planhat-forbidden", `The API token may not ${what} (403).`, {
        detail: `Planhat says: ${excerpt(answer.text, redact)}`,
        fix: `In Planhat, Settings > Private Apps, give the app of this token the permission to ${what}. A sync also reads what it writes.`,
      });
    case 404:
    case 405:
      return new Stop("planhat-address", `${origin} does not know how to ${what} (${answer.status}).`, {
        fix: "Check planhat.region and PLANHAT_API_URL.",
      });
    case 407:
      return new Stop("proxy-login", "The proxy asks for a login (407).", {
        fix: "Put the credentials into HTTPS_PROXY.",
      });
    default:
      return undefined;
  }
}

/** When the attempts are used up. */
export function exhaustedStop(answer: ApiAnswer, what: string, redact: Redact): Stop {
  if (answer.status === 429) {
    return new Stop("planhat-busy", `Planhat keeps answering 429 (too many requests) to: ${what}.`, {
      fix: "Something else uses this token's quota. Start again in a few minutes, or lower limits.callsPerMinute.",
    });
  }
  const said = excerpt(answer.text, redact);
  return new Stop("planhat-trouble", `Planhat keeps answering ${answer.status} to: ${what}.`, {
    detail: said === "" ? undefined : `Planhat says: ${said}`,
    fix: "See status.planhat.com, and start again: what was accepted so far is remembered.",
  });
}

export function unreachableStop(error: Error, what: string, origin: string, redact: Redact): Stop {
  return new Stop("planhat-unreachable", `${origin} could not be reached to ${what}.`, {
    detail: redact(error.message),
    fix: "Check the network, planhat.region and PLANHAT_API_URL, and start again.",
    cause: error,
  });
}
