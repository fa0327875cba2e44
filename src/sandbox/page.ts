import type { IncomingMessage, ServerResponse } from "node:http";
import type { JsonObject } from "../model/json.ts";
import type { PageFiles } from "../model/page.ts";
import type {
  SandboxOverview,
  SandboxRecord,
  SandboxRecords,
  SandboxRequests,
} from "../model/sandbox-page.ts";
import type { Collection } from "./collection.ts";
import { refuseStrangers } from "./control.ts";
import type { HandleRequest } from "./handle-request.ts";
import type { LiveFeed } from "./live-feed.ts";
import { presented } from "./present-record.ts";
import { Refusal } from "./reply.ts";
import type { RequestLog } from "./request-log.ts";
import type { World } from "./world.ts";

export interface PageOptions {
  readonly world: World;
  readonly log: RequestLog;
  readonly feed: LiveFeed;
  readonly files: PageFiles;
}

const HOME = "/_sandbox/";
const ASSETS = "/_sandbox/assets/";
const BROWSE = "/_sandbox/browse/";
const MOST_RECORDS = 200;
const MOST_REQUESTS = 200;

/** Whether a call is for the page. Of what belongs to the API nothing is: it has no such paths. */
export function isPage({ pathname }: URL, request: IncomingMessage): boolean {
  if (pathname === "/") return wantsPage(request);
  return (
    pathname === HOME ||
    pathname === "/_sandbox" ||
    pathname.startsWith(ASSETS) ||
    pathname.startsWith(BROWSE)
  );
}

/** A person with a browser: a program that calls the API says who it is. */
function wantsPage({ method, headers }: IncomingMessage): boolean {
  const accepts = headers.accept?.includes("text/html") === true;
  return method === "GET" && accepts && headers.authorization === undefined;
}

/** A page over the records, for a person on this machine: what is there, who wrote it and when, and the calls. */
export function pageHandler({ world, log, feed, files }: PageOptions): HandleRequest {
  return async (request, response, url) => {
    try {
      refuseStrangers(request);
      if (request.method !== "GET") throw new Refusal(405, "the page only reads");
      if (url.pathname === "/" || url.pathname === "/_sandbox") {
        response.writeHead(302, { location: HOME }).end();
      } else if (url.pathname === `${BROWSE}events`) {
        feed.follow(response);
      } else if (url.pathname.startsWith(BROWSE)) {
        sendJson(response, answer(world, log, url));
      } else {
        const asset = await files.read(url.pathname.slice(HOME.length));
        if (asset === undefined) throw new Refusal(404, "there is no such file");
        response.writeHead(200, asset.headers).end(asset.body);
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      response.writeHead(error.status, { "content-type": "text/plain" }).end(error.message);
    }
  };
}

function answer(world: World, log: RequestLog, url: URL) {
  switch (url.pathname.slice(BROWSE.length)) {
    case "overview":
      return overview(world, log);
    case "records":
      return records(world, collectionIn(world, url), url.searchParams);
    case "record":
      return record(world, collectionIn(world, url), url.searchParams.get("id") ?? "");
    case "requests":
      return log.entries.slice(-MOST_REQUESTS).toReversed() satisfies SandboxRequests;
    default:
      throw new Refusal(404, "there is no such path under /_sandbox/browse");
  }
}

function overview(world: World, log: RequestLog): SandboxOverview {
  return {
    collections: [...world.collections].map(([path, { type, size }]) => ({
      path,
      title: type.plural,
      count: size,
    })),
    calls: log.count,
  };
}

function records(world: World, collection: Collection, query: URLSearchParams): SandboxRecords {
  const wanted = (query.get("search") ?? "").toLowerCase();
  const offset = Math.max(0, Number(query.get("offset")) || 0);
  const limit = Math.min(MOST_RECORDS, Math.max(1, Number(query.get("limit")) || 50));
  const all = [...collection.all()].reverse();
  const found = wanted === "" ? all : all.filter((one) => JSON.stringify(one).toLowerCase().includes(wanted));
  return {
    total: found.length,
    records: found.slice(offset, offset + limit).map((one) => presented(world, collection.type, one)),
  };
}

function record(world: World, collection: Collection, id: string): SandboxRecord {
  const found: JsonObject | undefined = collection.get(id);
  const history = world.journal.of(collection, id);
  if (found === undefined && history.length === 0) throw new Refusal(404, "there is no such record");
  return {
    record: found === undefined ? { _id: id } : presented(world, collection.type, found),
    history,
  };
}

function collectionIn(world: World, url: URL): Collection {
  const collection = world.collections.get(url.searchParams.get("collection") ?? "");
  if (collection === undefined) throw new Refusal(404, "there is no such collection");
  return collection;
}

function sendJson(response: ServerResponse, value: unknown): void {
  response
    .writeHead(200, {
      "content-type": "application/json; charset=utf-8",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    })
    .end(JSON.stringify(value));
}
