import { join } from "node:path";
import type { CallLedger, CallLimit } from "../../model/call-limit.ts";
import type { Project } from "../../model/project.ts";
import { RateLimit } from "../../model/rate-limit.ts";
import { usesOwnSandbox } from "../../planhat/api/hosts.ts";
import { SharedLimit } from "../../planhat/api/shared-limit.ts";
import { callLedger } from "../../state/call-ledger.ts";
import type { Context } from "../context.ts";
import { localFolder } from "../state/state-location.ts";

/** Among the state and its temporary files, whose names may be anything: no other program uses this one. */
const FILE = "planhat-sync-calls.db";

/** The calls of a minute, counted together with every other process of this project that uses the token. */
export function callLimit(
  context: Context,
  project: Project,
  { origin, token }: { readonly origin: string; readonly token: string },
): { readonly limit: CallLimit; readonly close: () => void } {
  const { clock } = context;
  const { settings } = project;
  const calls = settings.limits.callsPerMinute;
  // A Planhat within this process counts the calls of nobody else.
  if (usesOwnSandbox(settings)) return { limit: new RateLimit(calls), close: () => undefined };
  const path = join(localFolder(context, project), FILE);
  const ledger: CallLedger = callLedger({ path, origin, token, now: clock.now });
  return { limit: new SharedLimit(calls, { ledger, clock }), close: ledger.close };
}
