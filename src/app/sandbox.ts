import { OBJECT_TYPES } from "../model/generated/objects.ts";
import { type Sandbox, type SandboxOptions, startSandbox } from "../sandbox/start-sandbox.ts";

/** A local Planhat with every object type and its page. Throws a Stop when the seed, the folder or the port cannot be used. */
export async function startProjectSandbox(
  options: Omit<SandboxOptions, "objectTypes" | "page">,
): Promise<Sandbox> {
  const { pageFiles } = await import("../page/page-files.ts");
  const page = pageFiles("sandbox-page", "planhat-sync sandbox");
  return startSandbox({ ...options, objectTypes: OBJECT_TYPES, page });
}
