import { sha256 } from "../model/fingerprint.ts";
import { OBJECT_TYPES } from "../model/generated/objects.ts";
import type { LiveBaseline } from "../model/live-baseline.ts";
import type { Lookup } from "../model/lookup.ts";
import type { Writer } from "../model/outcome.ts";
import type { OnProgress } from "../model/progress.ts";
import type { Project } from "../model/project.ts";
import { RateLimit } from "../model/rate-limit.ts";
import { bulkWriter } from "../planhat/bulk-writer.ts";
import { createClient } from "../planhat/client.ts";
import { apiOrigin, isLoopback } from "../planhat/hosts.ts";
import { limited } from "../planhat/limited.ts";
import { liveReadback } from "../planhat/live-readback.ts";
import { logged } from "../planhat/logged.ts";
import { permitted } from "../planhat/permitted.ts";
import { readback } from "../planhat/readback.ts";
import { retrying } from "../planhat/retrying.ts";
import { CallCounter, type Send } from "../planhat/send.ts";
import { type Context, settingValue } from "./context.ts";
import { reach } from "./step.ts";
import { VERSION } from "./version.ts";

/** Planhat, as one run uses it: one token, one rate limit, one counter of calls. */
export interface Connection {
  readonly origin: string;
  readonly lookup: Lookup;
  readonly live: LiveBaseline;
  readonly writer: Writer;
  readonly counter: CallCounter;
  /** Calls that may still be made in this minute. */
  callsLeft(): number;
  /** From now on every write asks first, and is not made when that throws. */
  permitWrites(permit: () => Promise<void>): void;
  close(): Promise<void>;
}

/** The stack is: client ← permission to write ← rate limit ← (retry for reads | delivery for writes). Every attempt pays its call. */
export function connect(
  context: Context,
  project: Project,
  onProgress: OnProgress,
  /** What is in flight when it fires is waited for no longer. */
  abandoned?: AbortSignal,
): Connection {
  const { io, output, clock } = context;
  const { settings } = project;
  const origin = targetOrigin(project);
  const token = settingValue(settings.token, "planhat.token");
  const limit = new RateLimit(settings.limits.callsPerMinute);
  const counter = new CallCounter();
  const client = createClient({
    origin,
    token,
    userAgent: `planhat-sync/${VERSION}`,
    proxy: !isLoopback(origin),
    ...(abandoned === undefined ? {} : { abandoned }),
  });
  const watched = io.onStep === undefined ? client.send : stepped(client.send, context);
  const send = context.options.verbose ? logged(watched, clock, (line) => output.remark(line)) : watched;
  let permit = async (): Promise<void> => undefined;
  const once = limited(
    permitted(send, () => permit()),
    { limit, clock, counter, onProgress },
  );
  const retry = { clock, random: io.random ?? Math.random, limit, counter, onProgress };
  const redact = output.redact;
  const objectTypes = new Map(OBJECT_TYPES.map((type) => [type.name, type]));
  const reading = { send: retrying(once, retry), origin, redact, onProgress };
  const lookup = readback(reading);
  const writer = bulkWriter({
    ...retry,
    send: once,
    lookup,
    objectTypes,
    origin,
    redact,
  });
  return {
    origin,
    lookup,
    live: liveReadback({ ...reading, objectTypes }),
    writer,
    counter,
    callsLeft: () => limit.left(clock.monotonic()),
    permitWrites: (next) => {
      permit = next;
    },
    close: () => client.close(),
  };
}

/** Send → Send: tells of each call that leaves and of each answer. */
function stepped(send: Send, context: Context): Send {
  return async (request, signal) => {
    const isRead = request.method === "GET";
    await reach(context, isRead ? "asking" : "sending");
    const answer = await send(request, signal);
    await reach(context, isRead ? "told" : "answered");
    return answer;
  };
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
  const { tenantUuid } = project.settings;
  const tenant = tenantUuid.kind === "value" ? tenantUuid.value : "";
  const origin = targetOrigin(project);
  // Whoever has the tenant's UUID may write its metrics: the state holds only a digest of it.
  return tenant === "" ? origin : `${origin}#${sha256(tenant).slice(0, 16)}`;
}
