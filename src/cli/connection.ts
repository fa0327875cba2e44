import { resolve } from "node:path";
import { sha256 } from "../model/fingerprint.ts";
import { OBJECT_TYPES } from "../model/generated/objects.ts";
import type { Lookup } from "../model/lookup.ts";
import type { BatchTarget, Writer } from "../model/outcome.ts";
import type { OnProgress } from "../model/progress.ts";
import type { Project } from "../model/project.ts";
import { RateLimit } from "../model/rate-limit.ts";
import type { Redact } from "../model/redact.ts";
import { Stop } from "../model/stop.ts";
import { appendWriter } from "../planhat/append-writer.ts";
import { bulkWriter } from "../planhat/bulk-writer.ts";
import { createClient } from "../planhat/client.ts";
import { analyticsOrigin, apiOrigin, isLoopback } from "../planhat/hosts.ts";
import { limited } from "../planhat/limited.ts";
import { logged } from "../planhat/logged.ts";
import { readback } from "../planhat/readback.ts";
import { type RetryOptions, retrying } from "../planhat/retrying.ts";
import { CallCounter, type Send } from "../planhat/send.ts";
import { isStream, tenantOf } from "./analytics.ts";
import { type Context, settingValue } from "./context.ts";
import { VERSION } from "./version.ts";

/** Planhat, as one run uses it: one token, one rate limit, one counter of calls. */
export interface Connection {
  readonly origin: string;
  readonly lookup: Lookup;
  readonly writer: Writer;
  readonly counter: CallCounter;
  /** Calls that may still be made in this minute. */
  callsLeft(): number;
  close(): Promise<void>;
}

const OBJECTS = new Map(OBJECT_TYPES.map((type) => [type.name, type]));

/** The stack is: client ← rate limit ← (retry for reads | delivery for writes). Every attempt pays its call. */
export function connect(context: Context, project: Project, onProgress: OnProgress): Connection {
  const { io, output, clock } = context;
  const { settings } = project;
  const origin = targetOrigin(project);
  // Points and events go by the tenant's UUID alone.
  const needsToken = project.syncs.some((sync) => !isStream(sync));
  const token = needsToken ? settingValue(settings.token, "planhat.token") : "";
  const limit = new RateLimit(settings.limits.callsPerMinute);
  const counter = new CallCounter();
  const userAgent = `planhat-sync/${VERSION}`;
  const client = createClient({ origin, token, userAgent, proxy: !isLoopback(origin) });
  const told = (send: Send): Send =>
    context.options.verbose ? logged(send, clock, (line) => output.remark(line)) : send;
  const once = limited(told(client.send), { limit, clock, counter, onProgress });
  const retry = { clock, random: io.random ?? Math.random, limit, counter, onProgress };
  const redact = output.redact;
  const lookup = readback({ send: retrying(once, retry), origin, redact, onProgress });
  const bulk = bulkWriter({ ...retry, send: once, lookup, objectTypes: OBJECTS, origin, redact });
  let analytics: (Writer & { close(): Promise<void> }) | undefined;
  const writerOf = ({ objectType }: BatchTarget): Writer => {
    if (OBJECTS.get(objectType)?.stream === undefined) return bulk;
    analytics ??= openAnalytics(project, { ...retry, userAgent, redact, told });
    return analytics;
  };
  return {
    origin,
    lookup,
    writer: {
      write: (batch, options) => writerOf(batch).write(batch, options),
      bytesOf: (change, target) => writerOf(target).bytesOf(change, target),
    },
    counter,
    callsLeft: () => limit.left(clock.monotonic()),
    close: async () => {
      await client.close();
      await analytics?.close();
    },
  };
}

interface AnalyticsOptions extends RetryOptions {
  readonly userAgent: string;
  readonly redact: Redact;
  /** What --verbose adds. */
  readonly told: (send: Send) => Send;
}

/** The other host: no token, no limit of calls a minute. */
function openAnalytics(
  { settings }: Project,
  { userAgent, told, ...options }: AnalyticsOptions,
): Writer & { close(): Promise<void> } {
  const origin = analyticsOrigin(settings);
  const tenant = tenantOf(settings, "A sync of metric points or user activities");
  const client = createClient({ origin, userAgent, proxy: !isLoopback(origin) });
  const post = told(client.send);
  const send: Send = (request, signal) => {
    options.counter.count(request);
    return post(request, signal);
  };
  return { ...appendWriter({ ...options, send, tenant, objectTypes: OBJECTS, origin }), close: client.close };
}

/** Where the token would go. */
function targetOrigin({ settings }: Project): string {
  return apiOrigin({
    region: settingValue(settings.region, "planhat.region"),
    apiUrl: settings.apiUrl,
  });
}

/** What the state is kept apart by: another host or tenant has accepted nothing of this. */
export function targetIdentity(project: Project): string {
  const { tenantUuid, analyticsUrl = "" } = project.settings;
  const tenant = tenantUuid.kind === "value" ? tenantUuid.value : "";
  const api = targetOrigin(project);
  // Another place for points and events has accepted none of those that went to Planhat's own.
  const other = analyticsUrl === "" ? api : analyticsOrigin(project.settings);
  const origin = other === api ? api : `${api} ${other}`;
  // Whoever has the tenant's UUID may write its metrics: the state holds only a digest of it.
  return tenant === "" ? origin : `${origin}#${sha256(tenant).slice(0, 16)}`;
}

/** Absolute path of the state file. */
export function statePath({ projectDir }: Context, { settings }: Project): string {
  const path = settingValue(settings.state, "state");
  if (/^postgres(ql)?:/.test(path)) {
    throw new Stop("environment", "This version keeps its state in a SQLite file, not in PostgreSQL.", {
      hint: "Write a path at `state:` in planhat-sync.yaml, such as .planhat-sync/state.db.",
    });
  }
  return resolve(projectDir, path);
}
