import type { Clock } from "../../model/clock.ts";
import { milliseconds } from "../../model/duration.ts";
import type { Json } from "../../model/json.ts";
import { parseJson } from "../formats/json/parse-json.ts";
import { jsonStop } from "./body/json-problem-text.ts";
import { askedWait } from "./call-quota.ts";
import type { HttpAnswer } from "./exchange.ts";
import { isNamedHost } from "./named-host.ts";
import type { EvaluatePage, PageTarget } from "./pagination/page.ts";
import { withKeys } from "./pagination/query-keys.ts";
import { beginsWith, broken, placeOf, wrongSetting } from "./problems.ts";
import type { Session } from "./session.ts";
import type { PollSettings } from "./settings.ts";

export interface PollOptions {
  readonly session: Session;
  readonly compile: (text: string, setting: string) => EvaluatePage;
  readonly redirects: readonly string[];
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

const DEFAULT_EVERY = "5s";
const DEFAULT_WITHIN = "30m";

/** Where the data of an export are. */
export interface FinishedExport {
  readonly targets: readonly PageTarget[];
  /** The answer to the only target, where it has come already. */
  readonly answer: HttpAnswer | undefined;
}

/** An answer about the export. */
interface Report {
  readonly answer: HttpAnswer;
  readonly target: PageTarget;
}

/**
 * Asks for an export, then how far it is until it is done. Throws a Stop for an export that fails or takes too long, and
 * for addresses of hosts that the definition does not name.
 */
export async function pollExport(
  poll: PollSettings,
  first: PageTarget,
  options: PollOptions,
): Promise<FinishedExport> {
  const { clock, signal, compile } = options;
  const every = duration(poll.every ?? DEFAULT_EVERY, "poll.every");
  const within = duration(poll.within ?? DEFAULT_WITHIN, "poll.within");
  const steps = {
    statusUrl: poll.statusUrl === undefined ? undefined : compile(poll.statusUrl, "poll.statusUrl"),
    until: poll.until === undefined ? undefined : compile(poll.until, "poll.until"),
    failed: poll.failed === undefined ? undefined : compile(poll.failed, "poll.failed"),
    url: poll.url === undefined ? undefined : compile(poll.url, "poll.url"),
  };
  const begun = clock.monotonic();
  let report = await ask(first, "the export", options);
  let status: PageTarget | undefined;
  while (!(await isDone(report, steps, options))) {
    status ??= await statusTarget(report, steps.statusUrl, options);
    const wait = Math.max(every, askedWait(report.answer.headers, clock.now()) ?? 0);
    if (clock.monotonic() - begun + wait > within) throw tooLong(report, within, options);
    await clock.sleep(wait, signal);
    signal.throwIfAborted();
    report = await ask(status, "the state of the export", options);
  }
  if (steps.url === undefined) return { targets: [report.target], answer: report.answer };
  return { targets: await dataTargets(report, steps.url, options), answer: undefined };
}

async function ask(target: PageTarget, what: string, { session }: PollOptions): Promise<Report> {
  const { url } = placeOf(1, target.url, session.redact);
  const answer = await session.ask(target, `${what} at ${url}`);
  return { answer, target };
}

/** What an expression over an answer finds; undefined for an answer that says "not yet" by its status alone. */
async function evaluate(
  expression: EvaluatePage,
  { answer, target }: Report,
  { session }: PollOptions,
): Promise<Json | undefined> {
  let body: Json;
  try {
    body = parseJson(Buffer.concat(answer.chunks));
  } catch (error) {
    if (answer.status === 202 || answer.status === 204) return undefined;
    const place = placeOf(1, target.url, session.redact);
    throw jsonStop(error, { ...place, sized: answer.sized }, session.redact);
  }
  return expression(body, { ...target, number: 1, named: true });
}

async function isDone(
  report: Report,
  { until, failed }: { readonly until: EvaluatePage | undefined; readonly failed: EvaluatePage | undefined },
  options: PollOptions,
): Promise<boolean> {
  const { status, chunks } = report.answer;
  const isAccepted = status === 202 || status === 204;
  // Where the status alone tells, the last answer is the data, which may be no JSON.
  if (failed !== undefined && (until !== undefined || isAccepted)) {
    if ((await evaluate(failed, report, options)) === true) throw exportFailed(report, options);
  }
  if (until === undefined) return !isAccepted;
  const found = await evaluate(until, report, options);
  if (typeof found === "boolean") return found;
  if (found === undefined && isAccepted) return false;
  throw broken(
    `What \`poll.until\` finds in the answer of ${placeOf(1, report.target.url, options.session.redact).url} is neither true nor false. ${beginsWith(Buffer.concat(chunks), options.session.redact)}`,
    'Write an expression that is true when the export is done, such as status = "done".',
  );
}

function exportFailed({ answer, target }: Report, { session: { redact } }: PollOptions): Error {
  return broken(
    `The export at ${placeOf(1, target.url, redact).url} has failed. ${beginsWith(Buffer.concat(answer.chunks), redact)}`,
    "Start again, or ask whoever runs the API why.",
  );
}

/** Where to ask next: as the definition says, as the Location header does, or again where a GET asked before. */
async function statusTarget(
  report: Report,
  statusUrl: EvaluatePage | undefined,
  options: PollOptions,
): Promise<PageTarget> {
  const { answer, target } = report;
  const location = answer.headers["location"] ?? answer.headers["operation-location"];
  if (statusUrl !== undefined) {
    return targetAt(await evaluate(statusUrl, report, options), "statusUrl", target, options);
  }
  if (location !== undefined) return targetAt(location, "Location", target, options);
  if (target.method === "GET") return target;
  throw broken(
    `The answer to the export at ${placeOf(1, target.url, options.session.redact).url} does not say where to ask how far it is: it has no Location header.`,
    "Write that address as an expression over the answer, such as `poll: { statusUrl: '\"/exports/\" & id' }`.",
  );
}

/** An empty list is an export without records; no address at all is an error. */
async function dataTargets(
  report: Report,
  url: EvaluatePage,
  options: PollOptions,
): Promise<readonly PageTarget[]> {
  const found = await evaluate(url, report, options);
  const addresses = Array.isArray(found) ? (found as readonly Json[]) : [found];
  return addresses.map((address) => targetAt(address, "url", report.target, options));
}

function targetAt(
  found: Json | undefined,
  setting: "statusUrl" | "Location" | "url",
  { url: from }: PageTarget,
  { session, redirects }: PollOptions,
): PageTarget {
  const where =
    setting === "Location" ? "The Location header" : `What \`poll.${setting}\` finds in the answer`;
  const place = placeOf(1, from, session.redact).url;
  if (typeof found !== "string" || !URL.canParse(found, from.href)) {
    throw broken(
      `${where} of ${place} is not an address.`,
      "Write an expression that leads to the address, whole or relative.",
    );
  }
  const url = new URL(found, from);
  url.username = "";
  url.password = "";
  url.hash = "";
  const own = session.base.target.url;
  if (url.origin !== own.origin && !isNamedHost(url, own, redirects)) {
    throw broken(
      `${where} of ${place} is an address at another host: ${session.redact(url.host)}.`,
      "If the data come from there, name it: `redirects: [files.example.com]`. It gets neither credentials nor headers of the definition.",
    );
  }
  const keys = url.origin === own.origin ? session.base.keys : [];
  return { method: "GET", body: undefined, url: withKeys(url, own, keys) };
}

function tooLong({ target }: Report, within: number, { session }: PollOptions): Error {
  return broken(
    `The export at ${placeOf(1, target.url, session.redact).url} was not done after ${Math.round(within / 1000)} s.`,
    "Give it longer with `poll: { within: 2h }`, and check what `until` waits for.",
  );
}

function duration(text: string, setting: string): number {
  const time = milliseconds(text);
  if (time !== undefined && time > 0) return time;
  throw wrongSetting(`\`${setting}\` is not a duration.`, "Write it like 5s or 30m.");
}
