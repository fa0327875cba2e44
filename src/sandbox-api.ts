import { OBJECT_TYPES } from "./model/generated/objects.ts";
import type { SandboxOptions as AllOptions, Sandbox } from "./sandbox/start-sandbox.ts";

export type { Sandbox } from "./sandbox/start-sandbox.ts";

export type SandboxOptions = Omit<AllOptions, "objectTypes" | "page">;

/**
 * Starts a local Planhat for the tests of another program: same paths, answers, limits and errors, over HTTP on this
 * machine. Throws a Stop when the seed, the data folder or the port cannot be used.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { startSandbox: start } = await import("./sandbox/start-sandbox.ts");
  return start({ ...options, objectTypes: OBJECT_TYPES });
}
