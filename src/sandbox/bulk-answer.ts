import type { Json, JsonObject } from "../model/json.ts";

/** Planhat's answer to a bulk write, in its order. Source: https://www.planhat.com/developers/api/bulk-upsert */
export interface BulkAnswer {
  readonly created: number;
  readonly createdErrors: readonly Json[];
  /** `_id` and the keyables that were sent, for each new record. */
  readonly insertsKeys: readonly JsonObject[];
  readonly updated: number;
  readonly updatedErrors: readonly Json[];
  /** Records that really changed. */
  readonly updatesKeys: readonly JsonObject[];
  /** Matched, with nothing to change: only counted. */
  readonly nonupdates: number;
  readonly modified: readonly string[];
  readonly upsertedIds: readonly string[];
  readonly permissionErrors: readonly Json[];
  /** Of time entries and timesheets alone. */
  readonly validationErrors?: readonly Json[];
}

/** 200 when every item went through, 206 when some did, else what is refused: 403 for want of permission, or 400. */
export function bulkStatus(answer: BulkAnswer, allFailedStatus: number): number {
  const permission = answer.permissionErrors.length;
  const failed = answer.createdErrors.length + answer.updatedErrors.length + permission;
  if (failed === 0) return 200;
  if (answer.created + answer.updated + answer.nonupdates > 0) return 206;
  return permission === failed ? 403 : allFailedStatus;
}
