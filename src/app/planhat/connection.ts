import type { CompiledSync } from "../../model/compiled-sync.ts";
import { OBJECT_TYPES } from "../../model/generated/objects.ts";
import type { JsonObject } from "../../model/json.ts";
import type { ObjectType } from "../../model/object-type.ts";
import type { BatchTarget, Writer } from "../../model/outcome.ts";
import type { OnProgress } from "../../model/progress.ts";
import type { Project } from "../../model/project.ts";
import type { Redact } from "../../model/redact.ts";
import type { LookupField } from "../../model/reference-lookup.ts";
import type { TargetReader } from "../../model/target-reader.ts";
import { analyticsOrigin, usesOwnSandbox } from "../../planhat/api/hosts.ts";
import { limited } from "../../planhat/api/limited.ts";
import { logged } from "../../planhat/api/logged.ts";
import { permitted } from "../../planhat/api/permitted.ts";
import { type RetryOptions, retrying } from "../../planhat/api/retrying.ts";
import { CallCounter, type Send } from "../../planhat/api/send.ts";
import { patientReader } from "../../planhat/read/patient-reader.ts";
import { sampleRecords } from "../../planhat/read/sample-records.ts";
import { targetReader } from "../../planhat/read/target-reader.ts";
import { appendWriter } from "../../planhat/write/append-writer.ts";
import { bulkWriter } from "../../planhat/write/bulk-writer.ts";
import { checkpoint } from "../checkpoint.ts";
import type { Context } from "../context.ts";
import { settingValue } from "../settings.ts";
import { isStream, tenantOf } from "./analytics.ts";
import { callLimit } from "./call-limit.ts";
import { clientsOf, type OpenClient } from "./clients.ts";
import { targetOrigin } from "./target.ts";

/** Planhat, as one run uses it: one token, one limit of calls, one counter of them. */
export interface Connection {
  readonly origin: string;
  readonly target: TargetReader;
  readonly writer: Writer;
  readonly counter: CallCounter;
  /** Some records of an object type as they stand, flat, in one call. */
  sample(type: ObjectType, limit: number, signal: AbortSignal): Promise<readonly JsonObject[]>;
  /** Calls that may still be made in this minute. */
  callsLeft(): number;
  /** From now on every write asks first, and is not made when that throws. */
  permitWrites(permit: () => Promise<void>): void;
  close(): Promise<void>;
}

const OBJECTS = new Map(OBJECT_TYPES.map((type) => [type.name, type]));

/** The stack is: client ← permission to write ← rate limit ← (retry for reads | delivery for writes). Every attempt pays its call. */
export function connect(
  context: Context,
  project: Project,
  onProgress: OnProgress,
  /** What is in flight when it fires is waited for no longer. */
  abandoned?: AbortSignal,
): Connection {
  const { clock, random, redaction, tell } = context;
  const { settings } = project;
  const origin = targetOrigin(project);
  // Points and events go by the tenant's UUID alone, and a Planhat within this process takes any token.
  const needsToken =
    !usesOwnSandbox(settings) &&
    (project.syncs.length === 0 || project.syncs.some((sync) => !isStream(sync)));
  const token = needsToken ? settingValue(settings.token, "planhat.token") : "";
  const { limit, close: closeLimit } = callLimit(context, project, { origin, token });
  const counter = new CallCounter();
  const openClient = clientsOf(context, project, { abandoned });
  const client = openClient({ origin, token });
  let permit = async (): Promise<void> => undefined;
  const watched = (send: Send): Send => {
    const seen = context.onCheckpoint === undefined ? send : stepped(send, context);
    const told = context.verbose ? logged(seen, clock, (text) => tell({ kind: "detail", text })) : seen;
    return permitted(told, () => permit());
  };
  const once = limited(watched(client.send), { limit, clock, counter, onProgress });
  const retry = { clock, random, limit, counter, onProgress };
  const { redact } = redaction;
  const reading = { send: retrying(once, retry), origin, redact, onProgress };
  const target = targetReader({ ...reading, objectTypes: OBJECTS, clock, lookups: lookupsOf(project.syncs) });
  const bulk = bulkWriter({ ...retry, send: once, target, objectTypes: OBJECTS, origin, redact });
  let analytics: (Writer & { close(): Promise<void> }) | undefined;
  const writerOf = ({ objectType }: BatchTarget): Writer => {
    if (OBJECTS.get(objectType)?.stream === undefined) return bulk;
    analytics ??= openAnalytics(project, openClient, { ...retry, redact, watched });
    return analytics;
  };
  return {
    origin,
    target: patientReader(target, { clock, onProgress }),
    writer: {
      write: (batch, options) => writerOf(batch).write(batch, options),
      bytesOf: (change, target) => writerOf(target).bytesOf(change, target),
    },
    counter,
    sample: (type, limit, signal) => sampleRecords(reading, type, limit, signal),
    callsLeft: () => limit.left(clock.monotonic()),
    permitWrites: (next) => {
      permit = next;
    },
    close: async () => {
      await client.close();
      await analytics?.close();
      closeLimit();
    },
  };
}

/** By object type: by what the syncs look its records up. */
function lookupsOf(syncs: readonly CompiledSync[]): ReadonlyMap<string, ReadonlySet<LookupField>> {
  const lookups = new Map<string, Set<LookupField>>();
  for (const { lookup } of syncs.flatMap(({ fields }) => fields)) {
    if (lookup === undefined) continue;
    const { objectType, by } = lookup;
    lookups.set(objectType, (lookups.get(objectType) ?? new Set()).add(by));
  }
  return lookups;
}

/** Send → Send: tells of each call that leaves and of each answer. */
function stepped(send: Send, context: Context): Send {
  return async (request, signal) => {
    const isRead = request.method === "GET";
    await checkpoint(context, isRead ? "asking" : "sending");
    const answer = await send(request, signal);
    await checkpoint(context, isRead ? "told" : "answered");
    return answer;
  };
}

interface AnalyticsOptions extends RetryOptions {
  readonly redact: Redact;
  /** What stands around every call of ours, the limit of the REST host aside. */
  readonly watched: (send: Send) => Send;
}

/** The other host: no token, no limit of calls a minute. */
function openAnalytics(
  { settings }: Project,
  openClient: OpenClient,
  { watched, ...options }: AnalyticsOptions,
): Writer & { close(): Promise<void> } {
  const origin = analyticsOrigin(settings);
  const tenant = tenantOf(settings, "A sync of metric points or user activities");
  const client = openClient({ origin });
  const post = watched(client.send);
  const send: Send = (request, signal) => {
    options.counter.count(request, signal);
    return post(request, signal);
  };
  return { ...appendWriter({ ...options, send, tenant, objectTypes: OBJECTS, origin }), close: client.close };
}
