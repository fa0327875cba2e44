import { isJsonObject, type Json } from "../../model/json.ts";
import type { Redact } from "../../model/redact.ts";
import type { PageRequest } from "./pagination/page.ts";
import { beginning, broken, describePlace, type Place } from "./problems.ts";

/**
 * A GraphQL server answers 200 where a part of the query failed, with null in its place. Throws a Stop then: such an
 * answer looks like one with fewer records or empty values.
 */
export function checkGraphQL(
  request: PageRequest,
  answer: Json | undefined,
  place: Place,
  redact: Redact,
): void {
  if (!isGraphQL(request) || !isJsonObject(answer)) return;
  const errors = answer["errors"];
  if (!Array.isArray(errors) || errors.length === 0) return;
  const [first] = errors as readonly Json[];
  const message = isJsonObject(first) && typeof first["message"] === "string" ? first["message"] : "";
  throw broken(
    `The query of ${describePlace(place)} failed, at least in part. The server says: ${beginning(Buffer.from(message), redact)}`,
    "Fix the query in `body`: what failed is missing from the answer.",
  );
}

/** Of such an answer the whole has to be read: its errors may stand behind the records. */
export function isGraphQL({ body }: Pick<PageRequest, "body">): boolean {
  return isJsonObject(body) && typeof body["query"] === "string";
}
