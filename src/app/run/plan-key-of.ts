import { resolve } from "node:path";
import type { Project } from "../../model/project.ts";
import { readPlanKey } from "../../state/plan-file/plan-key.ts";
import type { Context } from "../context.ts";

/**
 * The key of the project's plan files, which no output contains from now on; undefined where none is set. Throws a Stop
 * for one that is no key.
 */
export async function planKeyOf(
  { redaction, projectDir }: Context,
  { settings: { planKey = {} } }: Pick<Project, "settings">,
): Promise<Buffer | undefined> {
  const file = planKey.file === undefined ? undefined : resolve(projectDir, planKey.file);
  const key = await readPlanKey({ value: planKey.value, file });
  if (key !== undefined)
    redaction.hide([
      key.toString("hex"),
      key.toString("base64").replace(/=+$/, ""),
      key.toString("base64url"),
    ]);
  return key;
}
