import { VERSION } from "../../cli/version.ts";
import type { OnProgress } from "../../model/progress.ts";
import type { Project } from "../../model/project.ts";
import { createClient } from "../../planhat/api/client.ts";
import { isLoopback, usesOwnSandbox } from "../../planhat/api/hosts.ts";
import { limited } from "../../planhat/api/limited.ts";
import { logged } from "../../planhat/api/logged.ts";
import type { ReaderOptions } from "../../planhat/api/reader.ts";
import { retrying } from "../../planhat/api/retrying.ts";
import { CallCounter, type Send } from "../../planhat/api/send.ts";
import { type Context, settingValue } from "../context.ts";
import { callLimit } from "./call-limit.ts";
import { targetOrigin } from "./connection.ts";
import { ownSandbox } from "./own-sandbox.ts";

/** Planhat, for a command that only looks: nothing here can write. */
export interface Reading {
  /** One attempt a call; still within the calls of a minute. */
  readonly once: Send;
  /** Repeats what may go better. */
  readonly reader: ReaderOptions;
  close(): Promise<void>;
}

export interface ReadingOptions {
  readonly onProgress: OnProgress;
  /** Milliseconds for one call. */
  readonly deadline?: number;
}

/** Throws a Stop where no token is set, or the host is none of Planhat's. */
export function openReading(
  context: Context,
  project: Project,
  { onProgress, deadline }: ReadingOptions,
): Reading {
  const { clock, io, output } = context;
  const own = usesOwnSandbox(project.settings);
  const origin = targetOrigin(project);
  const token = own ? "" : settingValue(project.settings.token, "planhat.token");
  const common = {
    userAgent: `planhat-sync/${VERSION}`,
    ...(deadline === undefined ? {} : { deadline }),
  };
  const client = own
    ? ownSandbox(context, project, common)
    : createClient({
        ...common,
        origin,
        token,
        proxy: !isLoopback(origin),
      });
  const { limit, close: closeLimit } = callLimit(context, project, { origin, token });
  const counter = new CallCounter();
  const told = context.options.verbose
    ? logged(client.send, clock, (line) => output.remark(line))
    : client.send;
  const once = limited(told, { limit, clock, counter, onProgress });
  const retry = { clock, random: io.random ?? Math.random, limit, counter, onProgress };
  return {
    once,
    reader: { send: retrying(once, retry), origin, redact: output.redact, onProgress },
    close: async () => {
      await client.close();
      closeLimit();
    },
  };
}
