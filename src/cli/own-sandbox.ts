import { join } from "node:path";
import { OBJECT_TYPES } from "../model/generated/objects.ts";
import { type Client, createClient } from "../planhat/client.ts";
import type { Context } from "./context.ts";

/** What `PLANHAT_API_URL=sandbox` stands for: no port, so that the state of one run is known in the next. */
export const OWN_SANDBOX = { setting: "sandbox", origin: "http://127.0.0.1" } as const;

/**
 * A Planhat of the project's own, which runs in this process and only while it is needed. Its records are kept in
 * `.planhat-sync/sandbox`; `planhat-sync sandbox --data .planhat-sync/sandbox` shows them to others.
 */
export function ownSandbox({ projectDir }: Context, token: string, userAgent: string): Client {
  let running: ReturnType<typeof start> | undefined;
  return {
    send: async (request, signal) => {
      running ??= start(join(projectDir, ".planhat-sync", "sandbox"), token, userAgent);
      const { client } = await running;
      return client.send(request, signal);
    },
    close: async () => {
      const started = await running?.catch(() => undefined);
      await started?.client.close();
      await started?.sandbox.close();
    },
  };
}

async function start(dataDir: string, token: string, userAgent: string) {
  const { startSandbox } = await import("../sandbox/start-sandbox.ts");
  const sandbox = await startSandbox({ objectTypes: OBJECT_TYPES, token, dataDir });
  return { sandbox, client: createClient({ origin: sandbox.url, token, userAgent, proxy: false }) };
}
