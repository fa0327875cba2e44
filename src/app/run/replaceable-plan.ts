import { open } from "node:fs/promises";
import { Stop } from "../../model/stop.ts";
import { MAGIC } from "../../state/plan-file/plan-file-format.ts";
import { requireReplaceable } from "../page-file.ts";

/** Enough to tell a plan by. */
const START = 64;

/**
 * Throws a Stop where a plan would take the place of something else: asked before anything is read. A mistyped
 * `--out syncs/companies.yaml` must not cost a definition.
 */
export async function requireReplaceablePlan(path: string): Promise<void> {
  await requireReplaceable(path, "plan");
  const start = await startOf(path);
  if (start === undefined || start.length === 0 || start.toString("latin1").startsWith(MAGIC)) return;
  throw new Stop("would-overwrite", `${path} is not a planhat-sync plan, so it was not replaced.`, {
    fix: "Choose a new file name, or a file that contains an earlier plan: --out FILE",
  });
}

/** undefined where there is no such file, or it cannot be read: whoever writes says why. */
async function startOf(path: string): Promise<Buffer | undefined> {
  const file = await open(path, "r").catch(() => undefined);
  if (file === undefined) return undefined;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(START), 0, START, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
