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
  throw new Stop("would-overwrite", `${path} is no plan of planhat-sync, so it was not replaced.`, {
    fix: "Name a file that is not there yet, or one that an earlier plan was saved in: --out FILE",
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
