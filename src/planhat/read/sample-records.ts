import { isJsonObject, type JsonObject } from "../../model/json.ts";
import type { ObjectType } from "../../model/object-type.ts";
import { flattenCustom } from "../../model/record-body.ts";
import type { Redact } from "../../model/redact.ts";
import { exhaustedStop, fatalStop, unreachableStop } from "../api/api-failure.ts";
import { parseAnswer } from "../api/parse-answer.ts";
import { TransientAnswer } from "../api/retrying.ts";
import { type ApiAnswer, NetworkError, type Send } from "../api/send.ts";
import { unexpectedStop } from "../api/unexpected-answer.ts";

interface SampleOptions {
  /** Rate-limited and retrying. */
  readonly send: Send;
  readonly origin: string;
  readonly redact: Redact;
}

/**
 * At most `limit` records of an object type, flat, with every field that may be written and all custom ones. One call.
 * Throws a Stop when Planhat gives no such list.
 */
export async function sampleRecords(
  { send, origin, redact }: SampleOptions,
  type: ObjectType,
  limit: number,
  signal: AbortSignal,
): Promise<readonly JsonObject[]> {
  const what = `read ${type.plural}`;
  // Planhat leaves some fields out of a list unless they are asked for.
  const written = Object.entries(type.fields).flatMap(([name, spec]) => (spec.computed ? [] : [name]));
  const select = [...new Set(["_id", ...written, "custom"])].map(encodeURIComponent).join(",");
  let answer: ApiAnswer;
  try {
    answer = await send(
      {
        method: "GET",
        path: `${type.path}?limit=${Math.min(limit, type.list.maxLimit)}&sort=_id&select=${select}`,
      },
      signal,
    );
  } catch (error) {
    if (error instanceof TransientAnswer) throw exhaustedStop(error.answer, what, redact);
    if (error instanceof NetworkError) throw unreachableStop(error, what, origin, redact);
    throw error;
  }
  const stop = fatalStop(answer, what, origin, redact);
  if (stop !== undefined) throw stop;
  const records = answer.status === 200 ? parseAnswer(answer.text) : undefined;
  if (!Array.isArray(records) || !records.every(isJsonObject)) throw unexpectedStop(answer, what, redact);
  return records.map(flattenCustom);
}
