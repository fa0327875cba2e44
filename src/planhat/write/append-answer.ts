import { isJsonObject, type Json, type JsonObject } from "../../model/json.ts";
import type { Stream } from "../../model/object-type.ts";
import { parseAnswer } from "../api/parse-answer.ts";
import { errorMessage } from "./bulk-answer.ts";

/** What the analytics host said of a request's items. */
export interface AppendAnswer {
  /** undefined where it does not count. */
  readonly processed: number | undefined;
  readonly errors: readonly { readonly item: JsonObject | undefined; readonly message: string }[];
}

/**
 * undefined for what says nothing reliable: a page, half a JSON, a plain text; and where counts are promised, an answer
 * without them. A sink's answer is success when it is empty or an object without errors: nothing more is ever said.
 * Source: https://www.planhat.com/developers/api/metrics; of activities, what other clients have seen.
 */
export function readAppendAnswer(text: string, kind: Stream["answer"]): AppendAnswer | undefined {
  if (kind === "sink" && text.trim() === "") return { processed: undefined, errors: [] };
  const body = parseAnswer(text);
  if (!isJsonObject(body)) return undefined;
  const { processed, errors = [], error } = body;
  if (!Array.isArray(errors)) return undefined;
  const counts = typeof processed === "number" && Number.isInteger(processed) && processed >= 0;
  if (!counts && (kind === "counts" || processed !== undefined)) return undefined;
  // An object that speaks of one error names no item, so nobody knows what it is about.
  if (error !== undefined && error !== null && error !== false && errors.length === 0) return undefined;
  return { processed: counts ? processed : undefined, errors: errors.map(readError) };
}

function readError(element: Json): AppendAnswer["errors"][number] {
  const item = isJsonObject(element) ? element["item"] : undefined;
  return { item: isJsonObject(item) ? item : undefined, message: errorMessage(element) };
}
