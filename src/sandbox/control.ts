import type { IncomingMessage } from "node:http";
import type { Json } from "../model/json.ts";
import type { FaultQueue } from "./fault-queue.ts";
import type { HandleRequest } from "./handle-request.ts";
import { parseFault } from "./parse-fault.ts";
import { parseBody, readBody } from "./read-body.ts";
import { Refusal, type Reply } from "./reply.ts";
import type { RequestLog } from "./request-log.ts";
import { sendReply } from "./send-reply.ts";
import type { World } from "./world.ts";

export interface ControlOptions {
  readonly world: World;
  readonly faults: FaultQueue;
  readonly log: RequestLog;
}

const LARGEST_FAULT = 1024 * 1024;

/**
 * The calls that steer the sandbox, for programs on this machine; no token, and not part of Planhat:
 * `GET /_sandbox/identity`, `GET`, `POST` and `DELETE /_sandbox/faults`, `DELETE /_sandbox/faults/<id>`, `GET /_sandbox/log`,
 * `GET /_sandbox/records/<collection>`, where `metrics` and `activities` stand for what the analytics host has taken.
 */
export function controlHandler(options: ControlOptions): HandleRequest {
  return async (request, response, url) => {
    await sendReply(response, await answer(options, request, url), []);
  };
}

export function isControl(url: URL): boolean {
  return url.pathname === "/_sandbox" || url.pathname.startsWith("/_sandbox/");
}

async function answer(options: ControlOptions, request: IncomingMessage, url: URL): Promise<Reply> {
  try {
    refuseStrangers(request);
    return { status: 200, body: await carryOut(options, request, url) };
  } catch (error) {
    if (error instanceof Refusal) return { status: error.status, body: { error: error.message } };
    throw error;
  }
}

async function carryOut(
  { world, faults, log }: ControlOptions,
  request: IncomingMessage,
  url: URL,
): Promise<Json> {
  const [, , what = "", name, ...rest] = url.pathname.split("/");
  const call = `${request.method} ${what}${name === undefined ? "" : "/*"}`;
  if (rest.length > 0) throw new Refusal(404, "there is no such path under /_sandbox");
  switch (call) {
    case "GET identity":
      return { sandbox: "planhat-sync" };
    case "GET faults":
      return faults.list().map((fault) => ({ ...fault }));
    case "POST faults": {
      const text = await readBody(request, LARGEST_FAULT);
      return { id: faults.add(parseFault(parseBody(text))).id };
    }
    case "DELETE faults":
      faults.clear();
      return {};
    case "DELETE faults/*":
      if (!faults.remove(Number(name))) throw new Refusal(404, "there is no such fault");
      return {};
    case "GET log":
      return log.entries.map((entry) => ({ ...entry }));
    case "GET records/*": {
      if (name === "metrics") return world.analytics.points.map((point) => ({ ...point }));
      if (name === "activities") return world.analytics.activities.map((activity) => ({ ...activity }));
      const collection = world.collections.get(`/${name}`);
      if (collection === undefined) throw new Refusal(404, "there is no such collection");
      return [...collection.all()];
    }
    default:
      throw new Refusal(404, "there is no such path under /_sandbox");
  }
}

/** Other machines, and pages that a browser has open: both can reach a local port and neither should steer it. */
export function refuseStrangers(request: IncomingMessage): void {
  const address = request.socket.remoteAddress ?? "";
  const local = address === "::1" || /^(::ffff:)?127\./.test(address);
  const host = (request.headers.host ?? "").replace(/:\d+$/, "");
  const named = host === "localhost" || host === "[::1]" || /^127\.[\d.]+$/.test(host);
  const { origin } = request.headers;
  // Our own page asks as well, and only to read.
  const own = request.method === "GET" && origin === `http://${request.headers.host}`;
  if (local && named && (origin === undefined || own)) return;
  throw new Refusal(403, "/_sandbox is only for programs on this machine");
}
