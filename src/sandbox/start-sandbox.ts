import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { JsonObject } from "../model/json.ts";
import type { ObjectType } from "../model/object-type.ts";
import type { PageFiles } from "../model/page.ts";
import { Stop } from "../model/stop.ts";
import type { Aggregation, Analytics } from "./analytics.ts";
import type { Collection } from "./collection.ts";
import { controlHandler, isControl } from "./control.ts";
import { DataFile } from "./data-file.ts";
import { FaultQueue } from "./fault-queue.ts";
import { apiHandler, type HandleRequest } from "./handle-request.ts";
import type { History } from "./history.ts";
import { type Limits, PLANHAT_LIMITS } from "./limits.ts";
import { LiveFeed } from "./live-feed.ts";
import { isPage, pageHandler } from "./page.ts";
import type { Permissions } from "./permissions.ts";
import { type LoggedRequest, RequestLog } from "./request-log.ts";
import { readSeed, seedRecords } from "./seed-records.ts";
import { DEFAULT_UNKNOWNS, type Unknowns } from "./unknowns.ts";
import { createWorld, type World } from "./world.ts";

export interface SandboxOptions {
  /** What is served: every object type of the catalogue, with no code of its own. */
  readonly objectTypes: readonly ObjectType[];
  /** Default: 127.0.0.1. */
  readonly host?: string;
  /** Default: 0, any free port. */
  readonly port?: number;
  /** Default: `sandbox-token`. */
  readonly token?: string;
  /** A JSON file `{ "companies": […], "endusers": […], "customFields": […] }`; not read where `dataDir` holds records. */
  readonly seed?: string;
  /** Records are kept in `sandbox.json` of this folder, written soon after a change and on close. */
  readonly dataDir?: string;
  /** Default: Planhat's. */
  readonly limits?: Partial<Limits>;
  readonly unknowns?: Partial<Unknowns>;
  /** What the token may do, by object type; everything, where nothing is said. */
  readonly permissions?: Permissions;
  /** The tenant in the paths of the analytics host, which is served at the same address. Default: `sandbox-tenant`. */
  readonly tenantUuid?: string;
  /** How metrics combine the points of a day, by dimensionId; others as the unknown `metricAggregation` says. */
  readonly metrics?: Readonly<Record<string, Aggregation>>;
  /** The tenant's own conversation types: any other becomes a note. */
  readonly conversationTypes?: readonly string[];
  /** Keeps the body of each write in the log. */
  readonly logBodies?: boolean;
  /** The page over its records, served at `/_sandbox/`; none by default. */
  readonly page?: PageFiles;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

export interface Sandbox {
  /** `http://127.0.0.1:54321`, without a slash at the end. */
  readonly url: string;
  readonly token: string;
  readonly tenantUuid: string;
  /** What the analytics host has taken. */
  readonly analytics: Pick<Analytics, "points" | "activities">;
  readonly faults: FaultQueue;
  readonly log: readonly LoggedRequest[];
  readonly history: History;
  /** Every record of an object type, hidden ones too, in the order of creation. */
  records(objectName: string): readonly JsonObject[];
  /** Adds records as they stand, computed fields too; ids are made where they lack. Throws a Stop for a record that cannot be. */
  seed(objectName: string, records: readonly JsonObject[]): void;
  /** Drops open connections and writes what is unwritten. May be called twice. */
  close(): Promise<void>;
}

/**
 * A local Planhat: same paths, answers, limits and errors, over HTTP on this machine. Throws a Stop when the seed, the
 * data folder or the port cannot be used.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { objectTypes, token = "sandbox-token", permissions = {}, now = Date.now } = options;
  const unknowns = { ...DEFAULT_UNKNOWNS, ...options.unknowns };
  const { tenantUuid, metrics, conversationTypes } = options;
  const world = createWorld({
    ...{ objectTypes, unknowns, permissions, now },
    ...{ tenantUuid, metrics, conversationTypes },
  });
  const data = options.dataDir === undefined ? undefined : new DataFile(options.dataDir, world);
  const loaded = await data?.load();
  if (options.seed !== undefined && loaded !== true) {
    await readSeed(world, options.seed);
    data?.touch();
  }
  const faults = new FaultQueue();
  const log = new RequestLog();
  const feed = new LiveFeed();
  const api = apiHandler({
    world,
    limits: { ...PLANHAT_LIMITS, ...options.limits },
    token,
    faults,
    log,
    logBodies: options.logBodies ?? false,
    onChange: () => data?.touch(),
  });
  const page =
    options.page === undefined ? undefined : pageHandler({ world, log, feed, files: options.page });
  const server = serve(followed(api, feed), controlHandler({ world, faults, log }), page);
  const url = await listen(server, options.host ?? "127.0.0.1", options.port ?? 0);
  let closed: Promise<void> | undefined;
  return {
    url,
    token,
    tenantUuid: world.tenantUuid,
    analytics: world.analytics,
    faults,
    get log() {
      return log.entries;
    },
    history: world.history,
    records: (objectName) => [...served(world, objectName).all()],
    seed: (objectName, records) => {
      seedRecords(world, served(world, objectName), records);
      data?.touch();
      feed.changed();
    },
    close: () => {
      closed ??= close(server, faults, feed, data);
      return closed;
    },
  };
}

/** A call shows on the page when it arrives, and when it is over. */
function followed(api: HandleRequest, feed: LiveFeed): HandleRequest {
  return async (request, response, url) => {
    feed.changed();
    response.once("close", () => feed.changed());
    await api(request, response, url);
  };
}

function serve(api: HandleRequest, control: HandleRequest, page: HandleRequest | undefined): Server {
  return createServer((request, response) => {
    // Paths only: a proxy's absolute form is not for us.
    const target = `http://sandbox${request.url ?? "/"}`;
    if (!request.url?.startsWith("/") || !URL.canParse(target)) {
      response.writeHead(400).end();
      return;
    }
    const url = new URL(target);
    const isForPage = page !== undefined && isPage(url, request);
    const handle = isForPage ? page : isControl(url) ? control : api;
    handle(request, response, url).catch((error: unknown) => {
      // A client that goes away in the middle of its request is no fault of ours; anything else is.
      if (request.errored !== null || response.destroyed) return;
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end(`The sandbox failed: ${String(error)}`);
    });
  });
}

async function listen(server: Server, host: string, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      reject(
        new Stop("port-taken", `The sandbox cannot listen on port ${port}.`, {
          detail: `The system says: ${cause.code ?? cause.message}.`,
          fix: "Free the port, or choose another: port 0 takes any free one.",
          cause,
        }),
      );
    });
    server.listen(port, host, resolve);
  });
  const { address, family, port: bound } = server.address() as AddressInfo;
  return `http://${family === "IPv6" ? `[${address}]` : address}:${bound}`;
}

async function close(
  server: Server,
  faults: FaultQueue,
  feed: LiveFeed,
  data: DataFile | undefined,
): Promise<void> {
  faults.clear();
  feed.close();
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await data?.save();
}

function served(world: World, objectName: string): Collection {
  const collection = world.collectionOf(objectName);
  if (collection === undefined) throw new Stop("name-unknown", `The sandbox does not serve ${objectName}.`);
  return collection;
}
