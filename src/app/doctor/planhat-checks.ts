import { CUSTOM_FIELD } from "../../model/custom-field-type.ts";
import { OBJECT_TYPES } from "../../model/generated/objects.ts";
import type { ObjectType } from "../../model/object-type.ts";
import type { Project } from "../../model/project.ts";
import { Stop } from "../../model/stop.ts";
import { tokenFault } from "../../model/token-fault.ts";
import { excerpt, fatalStop, unreachableStop } from "../../planhat/api/api-failure.ts";
import { type ApiAnswer, NetworkError } from "../../planhat/api/send.ts";
import type { HealthCheck } from "../../report/doctor/doctor-view.ts";
import type { Context } from "../context.ts";
import { isStream } from "../planhat/analytics.ts";
import { openReading, type Reading } from "../planhat/open-reading.ts";
import { failedCheck } from "./failed-check.ts";

const DEADLINE_MS = 20_000;
const MOST_SKEW_S = 60;

/** Whether Planhat answers, takes the token, and lets it read what the syncs need: one record at most of each object. */
export async function planhatChecks(
  context: Context,
  project: Project,
  signal: AbortSignal,
): Promise<readonly HealthCheck[]> {
  const { token } = project.settings;
  const fault = token.kind === "value" ? tokenFault(token.value) : undefined;
  if (fault !== undefined) {
    // Nothing is asked with it: what came back would blame the network, or Planhat.
    return [{ name: "token", status: "failed", found: `the API token ${fault.what}`, fix: fault.fix }];
  }
  let reading: Reading;
  try {
    reading = openReading(context, project, { onProgress: () => undefined, deadline: DEADLINE_MS });
  } catch (error) {
    return [failedCheck("token", error)];
  }
  try {
    const first = await probe(reading, CUSTOM_FIELD, signal);
    if (first instanceof Stop) return [failedCheck("token", first)];
    const token = fatalStop(first, "read custom fields", reading.reader.origin, context.redaction.redact);
    if (first.status === 401 && token !== undefined) return [failedCheck("token", token)];
    const objects = [...neededObjects(project)];
    const permissions = await Promise.all(
      objects.map(async ([type, use]) =>
        permission(context, reading, type, use, await probe(reading, type, signal)),
      ),
    );
    return [
      { name: "token", status: "ok", found: "set, and Planhat takes it" },
      clock(context, first),
      ...permissions,
      permission(context, reading, CUSTOM_FIELD, { syncs: [] }, first),
    ];
  } finally {
    await reading.close();
  }
}

/** Why an object is read: the syncs that write it or look records up in it; none where it is only referred to. */
interface Use {
  readonly syncs: readonly string[];
}

function neededObjects(project: Project): ReadonlyMap<ObjectType, Use> {
  const byName = new Map(OBJECT_TYPES.map((type) => [type.name, type]));
  const uses = new Map<ObjectType, string[]>();
  const syncs = project.syncs.filter((sync) => !isStream(sync));
  for (const { objectType, name } of syncs) {
    const type = byName.get(objectType.name);
    if (type !== undefined) uses.set(type, [...(uses.get(type) ?? []), name]);
  }
  for (const { name, fields } of syncs) {
    for (const { spec, lookup } of fields) {
      const type = byName.get(spec?.ref ?? "");
      // Without what is looked up the sync plans nothing.
      if (type !== undefined && lookup !== undefined) {
        uses.set(type, [...new Set([...(uses.get(type) ?? []), name])]);
      }
      if (type !== undefined && !uses.has(type) && type.list.maxLimit > 0) uses.set(type, []);
    }
  }
  return new Map([...uses].map(([type, names]) => [type, { syncs: names }]));
}

async function probe(reading: Reading, type: ObjectType, signal: AbortSignal): Promise<ApiAnswer | Stop> {
  const { origin, redact } = reading.reader;
  try {
    return await reading.once({ method: "GET", path: `${type.path}?limit=1&select=_id` }, signal);
  } catch (error) {
    if (error instanceof Stop) return error;
    if (error instanceof NetworkError) return unreachableStop(error, `read ${type.plural}`, origin, redact);
    throw error;
  }
}

function permission(
  { redaction }: Context,
  { reader }: Reading,
  { name: object, plural }: ObjectType,
  { syncs }: Use,
  answer: ApiAnswer | Stop,
): HealthCheck {
  const name = `read ${object}`;
  if (answer instanceof Stop) return failedCheck(name, answer);
  if (answer.status === 200) return { name, status: "ok", found: "permitted" };
  const needed = syncs.length > 0 ? `; needed by ${syncs.join(", ")}` : "";
  if (answer.status === 403) {
    const fix = `Give the Private App the permission to read ${plural} in Settings > Private Apps.`;
    return {
      name,
      status: syncs.length > 0 ? "failed" : "warning",
      found: `not permitted (403)${needed}`,
      fix,
    };
  }
  const stop = fatalStop(answer, `read ${plural}`, reader.origin, redaction.redact);
  if (stop !== undefined) return failedCheck(name, stop);
  const found = `Planhat answered ${answer.status}: ${excerpt(answer.text, redaction.redact)}${needed}`;
  return { name, status: "failed", found, fix: "See status.planhat.com, and run doctor again." };
}

/** Times of a run come from this machine, and so do the dates that expressions make. */
function clock({ clock: own }: Context, { headers }: ApiAnswer): HealthCheck {
  const name = "clock";
  const theirs = Date.parse(headers["date"] ?? "");
  if (Number.isNaN(theirs))
    return { name, status: "ok", found: "Planhat's answer has no date to compare with" };
  const skew = Math.round((own.now() - theirs) / 1000);
  const found = `${Math.abs(skew)} s ${skew < 0 ? "behind" : "ahead of"} Planhat's`;
  if (Math.abs(skew) <= MOST_SKEW_S) return { name, status: "ok", found };
  return { name, status: "warning", found, fix: "Set this machine's clock, for example with NTP." };
}
