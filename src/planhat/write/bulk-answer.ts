import { isJsonObject, type Json, type JsonObject } from "../../model/json.ts";
import { parseAnswer } from "../api/parse-answer.ts";

/**
 * Planhat's answer to a bulk PUT, checked. `errors` joins createdErrors, updatedErrors, permissionErrors and
 * validationErrors, whose elements have no documented shape.
 * Source: the official examples of the bulk upsert (https://www.planhat.com/developers/api/bulk-upsert).
 */
export interface BulkAnswer {
  readonly created: number;
  readonly updated: number;
  readonly nonupdates: number;
  readonly inserts: readonly JsonObject[];
  readonly updates: readonly JsonObject[];
  readonly errors: readonly BulkError[];
}

export interface BulkError {
  readonly element: Json;
  /** What it says, for people: nothing is decided by it. */
  readonly text: string;
  /** One of permissionErrors, or of an answer with status 403: the record has no part in it. */
  readonly isForbidden: boolean;
}

const ERROR_LISTS = ["createdErrors", "updatedErrors", "permissionErrors", "validationErrors"];

/** undefined for anything that is not a whole, sensible bulk answer: never taken for success. */
export function readBulkAnswer(text: string, status: number): BulkAnswer | undefined {
  const body = parseAnswer(text);
  if (!isJsonObject(body)) return undefined;
  const [created, updated, nonupdates] = [body["created"], body["updated"], body["nonupdates"] ?? 0];
  if (!isCount(created) || !isCount(updated) || !isCount(nonupdates)) return undefined;
  return {
    created,
    updated,
    nonupdates,
    inserts: objects(body["insertsKeys"]),
    // `modified` repeats the ids of updatesKeys; either may be absent on older models.
    updates: [...objects(body["updatesKeys"]), ...ids(body["modified"])],
    errors: ERROR_LISTS.flatMap((name) =>
      list(body[name]).map((element): BulkError => {
        const isForbidden = name === "permissionErrors" || status === 403;
        return { element, text: errorMessage(element), isForbidden };
      }),
    ),
  };
}

/** What an error element says, for people. */
export function errorMessage(element: Json): string {
  if (typeof element === "string") return element;
  if (isJsonObject(element)) {
    for (const name of ["message", "error", "errmsg", "reason"]) {
      const value = element[name];
      if (typeof value === "string" && value !== "") return value;
    }
  }
  return JSON.stringify(element);
}

function isCount(value: Json | undefined): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}

function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function objects(value: Json | undefined): readonly JsonObject[] {
  return list(value).filter(isJsonObject);
}

function ids(value: Json | undefined): readonly JsonObject[] {
  return list(value).flatMap((id) => (typeof id === "string" ? [{ _id: id }] : []));
}
