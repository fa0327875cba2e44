import type { OnProgress } from "../../model/progress.ts";
import type { Project } from "../../model/project.ts";
import { usesOwnSandbox } from "../../planhat/api/hosts.ts";
import { limited } from "../../planhat/api/limited.ts";
import { logged } from "../../planhat/api/logged.ts";
import type { ReaderOptions } from "../../planhat/api/reader.ts";
import { retrying } from "../../planhat/api/retrying.ts";
import { CallCounter, type Send } from "../../planhat/api/send.ts";
import type { Context } from "../context.ts";
import { settingValue } from "../settings.ts";
import { callLimit } from "./call-limit.ts";
import { clientsOf } from "./clients.ts";
import { targetOrigin } from "./target.ts";

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
  const { clock, random, redaction, tell } = context;
  const own = usesOwnSandbox(project.settings);
  const origin = targetOrigin(project);
  const token = own ? "" : settingValue(project.settings.token, "planhat.token");
  const client = clientsOf(context, project, { deadline })({ origin, token });
  const { limit, close: closeLimit } = callLimit(context, project, { origin, token });
  const counter = new CallCounter();
  const told = context.verbose
    ? logged(client.send, clock, (text) => tell({ kind: "detail", text }))
    : client.send;
  const once = limited(told, { limit, clock, counter, onProgress });
  const retry = { clock, random, limit, counter, onProgress };
  return {
    once,
    reader: { send: retrying(once, retry), origin, redact: redaction.redact, onProgress },
    close: async () => {
      await client.close();
      closeLimit();
    },
  };
}
