import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Project } from "../../model/project.ts";

export interface LocalSandbox {
  readonly url: string;
  /** The project as it is, but for Planhat: this sandbox, with a state of its own. */
  aim(project: Project): Project;
  close(): Promise<void>;
}

/** A sandbox that lives as long as one `watch`, on a free port. Nothing of it stays, its state neither. */
export async function startLocalSandbox(): Promise<LocalSandbox> {
  const { startProjectSandbox } = await import("../sandbox.ts");
  // Whoever saves often would wait for the quota of a minute.
  const limits = { callsPerMinute: UNHINDERED, callsPerSecond: UNHINDERED };
  const sandbox = await startProjectSandbox({ limits });
  const dir = await mkdtemp(join(tmpdir(), "planhat-sync-watch-"));
  return {
    url: sandbox.url,
    // What an environment asks for is asked of its own Planhat.
    aim: ({ settings: { environment: _, addressFault: __, ...settings }, ...project }) => ({
      ...project,
      settings: {
        ...settings,
        apiUrl: sandbox.url,
        token: { kind: "value", value: sandbox.token },
        region: { kind: "value", value: "" },
        state: { kind: "value", value: join(dir, "state.db") },
        limits: { ...settings.limits, callsPerMinute: UNHINDERED },
      },
    }),
    close: async () => {
      await sandbox.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

const UNHINDERED = 100_000;
