import { resolve } from "node:path";
import { sha256 } from "../model/fingerprint.ts";
import { OBJECT_TYPES } from "../model/generated/objects.ts";
import type { JsonObject } from "../model/json.ts";
import type { Lookup } from "../model/lookup.ts";
import type { ObjectType } from "../model/object-type.ts";
import type { Writer } from "../model/outcome.ts";
import type { OnProgress } from "../model/progress.ts";
import type { Project } from "../model/project.ts";
import { RateLimit } from "../model/rate-limit.ts";
import { Stop } from "../model/stop.ts";
import { bulkWriter } from "../planhat/bulk-writer.ts";
import { createClient } from "../planhat/client.ts";
import { apiOrigin, isLoopback } from "../planhat/hosts.ts";
import { limited } from "../planhat/limited.ts";
import { logged } from "../planhat/logged.ts";
import { readback } from "../planhat/readback.ts";
import { retrying } from "../planhat/retrying.ts";
import { sampleRecords } from "../planhat/sample-records.ts";
import { CallCounter } from "../planhat/send.ts";
import { type Context, settingValue } from "./context.ts";
import { OWN_SANDBOX, ownSandbox } from "./own-sandbox.ts";
import { VERSION } from "./version.ts";

/** Planhat, as one run uses it: one token, one rate limit, one counter of calls. */
export interface Connection {
  readonly origin: string;
  readonly lookup: Lookup;
  readonly writer: Writer;
  readonly counter: CallCounter;
  /** Some records of an object type as they stand, flat, in one call. */
  sample(type: ObjectType, limit: number, signal: AbortSignal): Promise<readonly JsonObject[]>;
  /** Calls that may still be made in this minute. */
  callsLeft(): number;
  close(): Promise<void>;
}

/** The stack is: client ← rate limit ← (retry for reads | delivery for writes). Every attempt pays its call. */
export function connect(context: Context, project: Project, onProgress: OnProgress): Connection {
  const { io, output, clock } = context;
  const { settings } = project;
  const origin = targetOrigin(project);
  const token = settingValue(settings.token, "planhat.token");
  const limit = new RateLimit(settings.limits.callsPerMinute);
  const counter = new CallCounter();
  const userAgent = `planhat-sync/${VERSION}`;
  const client = usesOwnSandbox(project)
    ? ownSandbox(context, token, userAgent)
    : createClient({ origin, token, userAgent, proxy: !isLoopback(origin) });
  const send = context.options.verbose
    ? logged(client.send, clock, (line) => output.remark(line))
    : client.send;
  const once = limited(send, { limit, clock, counter, onProgress });
  const retry = { clock, random: io.random ?? Math.random, limit, counter, onProgress };
  const redact = output.redact;
  const reading = { send: retrying(once, retry), origin, redact, onProgress };
  const lookup = readback(reading);
  const writer = bulkWriter({
    ...retry,
    send: once,
    lookup,
    objectTypes: new Map(OBJECT_TYPES.map((type) => [type.name, type])),
    origin,
    redact,
  });
  return {
    origin,
    lookup,
    writer,
    counter,
    sample: (type, limit, signal) => sampleRecords(reading, type, limit, signal),
    callsLeft: () => limit.left(clock.monotonic()),
    close: () => client.close(),
  };
}

/** Where the token would go. */
function targetOrigin(project: Project): string {
  const { settings } = project;
  if (usesOwnSandbox(project)) return OWN_SANDBOX.origin;
  return apiOrigin({
    region: settingValue(settings.region, "planhat.region"),
    apiUrl: settings.apiUrl,
  });
}

function usesOwnSandbox({ settings }: Project): boolean {
  return settings.apiUrl === OWN_SANDBOX.setting;
}

/** What the state is kept apart by: another host or tenant has accepted nothing of this. */
export function targetIdentity(project: Project): string {
  const { tenantUuid } = project.settings;
  const tenant = tenantUuid.kind === "value" ? tenantUuid.value : "";
  const origin = targetOrigin(project);
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
