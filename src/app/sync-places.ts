import { type SyncPlace, syncPlaces } from "../definition/places/sync-places.ts";
import type { Project } from "../model/project.ts";

/** Where a part of a sync's definition stands; undefined where the project does not have the sync. */
export type PlaceOf = (sync: string, path: readonly (string | number)[]) => SyncPlace | undefined;

/** See `syncPlaces`: nothing is parsed before somebody asks. */
export function placesOf(project: Pick<Project, "syncs" | "texts">): PlaceOf {
  return syncPlaces(project);
}
