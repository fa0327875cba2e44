import { join } from "node:path";
import { OBJECT_TYPES } from "../../model/generated/objects.ts";
import type { Project, ProjectSettings, Setting } from "../../model/project.ts";
import { type Client, type ClientOptions, createClient } from "../../planhat/api/client.ts";
import type { Context } from "../context.ts";

/**
 * A Planhat of the project's own, which runs in this process and only while it is needed. Its records are kept in
 * `.planhat-sync/sandbox`, those of an environment in `.planhat-sync/sandbox-NAME`; `planhat-sync sandbox --data
 * .planhat-sync/sandbox` shows them to others.
 */
export function ownSandbox(
  { projectDir }: Context,
  { settings }: Project,
  options: Pick<ClientOptions, "userAgent" | "abandoned" | "deadline">,
): Client {
  let running: ReturnType<typeof start> | undefined;
  const start = async () => {
    const { startSandbox } = await import("../../sandbox/start-sandbox.ts");
    const sandbox = await startSandbox({
      objectTypes: OBJECT_TYPES,
      dataDir: join(projectDir, ".planhat-sync", folderOf(settings)),
      ...filled("token", settings.token),
      ...filled("tenantUuid", settings.tenantUuid),
    });
    return {
      sandbox,
      client: createClient({ ...options, origin: sandbox.url, token: sandbox.token, proxy: false }),
    };
  };
  return {
    send: async (request, signal) => {
      running ??= start();
      const { client } = await running;
      return client.send(request, signal);
    },
    // Both hosts share it, and each closes it.
    close: async () => {
      const started = await running?.catch(() => undefined);
      running = undefined;
      await started?.client.close();
      await started?.sandbox.close();
    },
  };
}

/** Each environment has one of its own. */
function folderOf({ environment }: ProjectSettings): string {
  return environment?.kind === "chosen" ? `sandbox-${environment.name}` : "sandbox";
}

/** It takes what the project would send, so that one `.env` serves both. */
function filled(name: "token" | "tenantUuid", setting: Setting): { readonly [name: string]: string } {
  return setting.kind === "value" && setting.value !== "" ? { [name]: setting.value } : {};
}
