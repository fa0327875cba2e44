import type { IncomingMessage, ServerResponse } from "node:http";
import type { Json } from "../model/json.ts";
import { answerAnalytics, isAnalytics, SEGMENT } from "./answer-analytics.ts";
import { answerCall } from "./api.ts";
import type { ItemRules } from "./bulk-upsert.ts";
import type { FaultQueue, Strike } from "./fault-queue.ts";
import { isAuthorised } from "./is-authorised.ts";
import type { Limits } from "./limits.ts";
import { OverlappingWrites } from "./overlapping-writes.ts";
import { Quota } from "./quota.ts";
import { parseBody, readBody } from "./read-body.ts";
import { Refusal, type Reply } from "./reply.ts";
import type { LogEntry, RequestLog } from "./request-log.ts";
import { dropConnection, sendReply } from "./send-reply.ts";
import { falsified, faultRefusal, faultReply, hiddenBy, itemThrough, strikesOf } from "./wire-faults.ts";
import type { World } from "./world.ts";

export interface ApiOptions {
  readonly world: World;
  readonly limits: Limits;
  readonly token: string;
  readonly faults: FaultQueue;
  readonly log: RequestLog;
  readonly logBodies: boolean;
  /** Called after each call that may have changed records. */
  readonly onChange: () => void;
}

export type HandleRequest = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;

/** One call on its way through. */
interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly entry: LogEntry;
  readonly strikes: readonly Strike[];
  /** What to do when it is over. */
  readonly endings: (() => void)[];
}

/** One call to the API, from its arrival to the last byte of its answer. Never throws for what a client does. */
export function apiHandler(options: ApiOptions): HandleRequest {
  const { world, limits, log, faults } = options;
  const quota = new Quota(limits);
  const overlapping = new OverlappingWrites();

  return async (request, response, url) => {
    const method = request.method ?? "GET";
    const entry = log.begin(method, url.pathname + url.search, world.now());
    const endings = [() => log.end(entry)];
    const over = (): void => {
      for (const end of endings.splice(0)) end();
    };
    response.once("close", over);
    const send = async (reply: Reply, strikes: readonly Strike[] = []): Promise<void> => {
      entry.status = reply.status;
      await sendReply(response, reply, strikes, over);
    };
    if (isAnalytics(method, url)) {
      // Another host in truth: no token but Segment's, and no limit of calls.
      const { authorization } = request.headers;
      const [tenant, token] = [world.tenantUuid, options.token];
      if (url.pathname === SEGMENT && ![tenant, token].some((one) => isAuthorised(authorization, one))) {
        return send(refusal(new Refusal(401, "Unauthorized")));
      }
      const strikes = faults.strike(method, url.pathname);
      entry.faults = strikes.map(({ action }) => action.kind);
      const reply = await carryOut({ request, response, url, entry, strikes, endings });
      return reply === undefined ? over() : send(reply, strikes);
    }
    if (!isAuthorised(request.headers.authorization, options.token)) {
      return send(refusal(new Refusal(401, "Unauthorized")));
    }
    const admission = quota.admit(world.now(), log.unfinished);
    const rateHeaders = {
      "x-rate-limit-limit": String(limits.callsPerMinute),
      "x-rate-limit-remaining": String(admission.remaining),
    };
    if (!admission.ok) {
      const wait = world.unknowns.retryAfter ? { "retry-after": String(admission.seconds) } : {};
      const { status, body } = refusal(new Refusal(429, "Too many requests"));
      return send({ status, body, headers: { ...rateHeaders, ...wait } });
    }
    const strikes = faults.strike(method, url.pathname);
    entry.faults = strikes.map(({ action }) => action.kind);
    const reply = await carryOut({ request, response, url, entry, strikes, endings });
    if (reply === undefined) return over();
    await send({ ...reply, headers: { ...rateHeaders, ...reply.headers } }, strikes);
  };

  /** undefined: a fault has dealt with the connection. */
  async function carryOut(exchange: Exchange): Promise<Reply | undefined> {
    const { request, response, entry, strikes } = exchange;
    const [rejecting] = strikesOf(strikes, "rejectUpload");
    if (rejecting !== undefined) return rejectUpload(response, entry, rejecting.action.code ?? 413);
    const body = await received(request, entry);
    await held(strikes, "beforeCommit");
    const [unheard] = strikesOf(strikes, "dropBeforeCommit");
    if (unheard !== undefined) return dropConnection(response, unheard.action.how ?? "reset");
    const instead = faultReply(strikes, "before");
    if (instead !== undefined) return instead;
    const reply = body instanceof Refusal ? refusal(body) : commit(exchange, body);
    await held(strikes, "afterCommit");
    const [unanswered] = strikesOf(strikes, "dropAfterCommit");
    if (unanswered !== undefined) return dropConnection(response, unanswered.action.how ?? "reset");
    return faultReply(strikes, "after") ?? falsified(reply, strikes);
  }

  async function received(request: IncomingMessage, entry: LogEntry): Promise<Json | undefined | Refusal> {
    try {
      const text = await readBody(request, limits.bodyBytes);
      if (text === "") return undefined;
      const body = parseBody(text);
      if (Array.isArray(body)) entry.items = body.length;
      if (options.logBodies) entry.body = body;
      return body;
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  }

  function commit(exchange: Exchange, body: Json | undefined): Reply {
    const { entry, url, strikes } = exchange;
    const { method } = entry;
    const rules = itemRules(exchange, body);
    const agent = exchange.request.headers["user-agent"] ?? "";
    world.journal.author = { call: `${method} ${url.pathname}`, agent };
    try {
      if (isAnalytics(method, url)) return answerAnalytics(world, url, body);
      return answerCall(world, limits, { method, url, body, rules, isHidden: hiddenBy(strikes) });
    } catch (error) {
      if (error instanceof Refusal) return refusal(error);
      throw error;
    } finally {
      if (method !== "GET") options.onChange();
    }
  }

  function itemRules({ url, entry, strikes, endings }: Exchange, body: Json | undefined): ItemRules {
    const collection = world.collections.get(url.pathname);
    const counts = world.unknowns.overlappingWrites === "refuse" && entry.method === "PUT";
    const claim =
      counts && collection !== undefined && Array.isArray(body)
        ? overlapping.claim(world, collection, body)
        : undefined;
    if (claim !== undefined) endings.push(claim.end);
    return {
      take: (item) => itemThrough(item, strikes),
      refusal: (item) => faultRefusal(item, strikes) ?? claim?.refusal(item),
    };
  }

  function refusal({ status, message }: Refusal): Reply {
    return { status, body: world.unknowns.errorBodies === "json" ? { error: message } : message };
  }
}

async function held(strikes: readonly Strike[], at: "beforeCommit" | "afterCommit"): Promise<void> {
  for (const strike of strikesOf(strikes, "slow")) {
    if ((strike.action.at ?? "afterCommit") === at) await strike.hold(strike.action.milliseconds);
  }
}

function rejectUpload(response: ServerResponse, entry: LogEntry, status: number): undefined {
  entry.status = status;
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8", connection: "close" });
  response.end("request entity too large", () => response.socket?.resetAndDestroy());
}
