import { access, constants } from "node:fs/promises";
import { dirname } from "node:path";
import type { Project } from "../../model/project.ts";
import type { StateStore } from "../../model/state-store.ts";
import type { HealthCheck } from "../../report/doctor/doctor-view.ts";
import { plural } from "../../report/text/amounts.ts";
import { statementOf } from "../../report/text/reason-text.ts";
import type { Context } from "../context.ts";
import { holderText } from "../state/holder-text.ts";
import { openState } from "../state/session.ts";
import { NO_NETWORK_FOLDER, stateFolder } from "../state/state-folder.ts";
import { stateLocation, statePlace } from "../state/state-location.ts";
import { failedCheck } from "./failed-check.ts";

/** Whether the state can be read and written, who holds it, and which writes Planhat took or forbade. */
export async function stateChecks(context: Context, project: Project): Promise<readonly HealthCheck[]> {
  let state: StateStore;
  try {
    state = await openState(context, project, { readOnly: true });
  } catch (error) {
    return [failedCheck("state", error)];
  }
  try {
    return [
      await place(context, project, state),
      await lock(context, state),
      ...(await writes(project, state)),
    ];
  } catch (error) {
    return [failedCheck("state", error)];
  } finally {
    await state.close();
  }
}

async function place(context: Context, project: Project, state: StateStore): Promise<HealthCheck> {
  const where = statePlace(context, project);
  const location = stateLocation(context, project);
  if (location.kind === "file" && !(await isWritable(location.path))) {
    const fix = `Give this user the right to write there: ${dirname(location.path)}.`;
    return { name: "state", status: "failed", found: `${where} cannot be written`, fix };
  }
  const records = (await state.syncs()).reduce((sum, sync) => sum + sync.records, 0);
  const found = `${where}: ${plural(records, "record")} remembered`;
  const folder = location.kind === "file" ? await stateFolder(context, location.path) : undefined;
  switch (folder?.kind) {
    case undefined:
      return { name: "state", status: "ok", found };
    case "network": {
      const on = `on a network file system (${folder.name})`;
      return { name: "state", status: "warning", found: `${found}, ${on}`, fix: NO_NETWORK_FOLDER };
    }
    case "overlay": {
      const on = "on an overlay file system: in a container, it goes with the container unless it is saved";
      return { name: "state", status: "ok", found: `${found}, ${on}` };
    }
    default:
      return folder satisfies never;
  }
}

/** The file, or the nearest folder that is there: an apply makes the rest. */
async function isWritable(path: string): Promise<boolean> {
  try {
    await access(path, constants.W_OK);
    return true;
  } catch (error) {
    const isAbsent = error instanceof Error && "code" in error && error.code === "ENOENT";
    return isAbsent && dirname(path) !== path && isWritable(dirname(path));
  }
}

async function lock({ clock }: Context, state: StateStore): Promise<HealthCheck> {
  const holder = await state.holder();
  if (holder === undefined) return { name: "lock", status: "ok", found: "free" };
  const seconds = Math.max(0, Math.round((clock.now() - holder.since) / 1000));
  const found = `${holderText(holder)}, for ${seconds} s`;
  return { name: "lock", status: "warning", found, fix: "Wait for it, or see `planhat-sync state unlock`." };
}

/** Planhat offers no harmless way to ask for a permission to write, so what earlier applies met tells of it. */
async function writes(project: Project, state: StateStore): Promise<readonly HealthCheck[]> {
  const rejects = await state.rejects();
  const known = new Map((await state.syncs()).map(({ sync, records }) => [sync, records]));
  const objects = [...new Set(project.syncs.map(({ objectType }) => objectType.name))].sort();
  return objects.map((object): HealthCheck => {
    const names = project.syncs
      .filter(({ objectType }) => objectType.name === object)
      .map((sync) => sync.name);
    const forbidden = rejects.filter(
      ({ rejection }) => names.includes(rejection.sync) && rejection.reason.code === "refused-forbidden",
    );
    const name = `write ${object}`;
    const [first] = forbidden;
    if (first === undefined) {
      const written = names.reduce((sum, sync) => sum + (known.get(sync) ?? 0), 0);
      const found =
        written > 0
          ? `an earlier apply did; ${plural(written, "record")} remembered`
          : "not known: doctor writes nothing, and no apply has written any";
      return { name, status: "ok", found };
    }
    // What to do stands beside it.
    const said = statementOf(first.rejection.reason);
    const found = `the last apply was not permitted to, for ${plural(forbidden.length, "record")}: ${said}`;
    const fix = `Give the Private App the permission to create and update ${object} in Settings > Private Apps, and apply again.`;
    return { name, status: "warning", found, fix };
  });
}
