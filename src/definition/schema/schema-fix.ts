import type { ErrorObject } from "ajv";
import { isJsonObject } from "../../model/json.ts";
import { onlyMeant } from "../../model/nearest.ts";
import type { Path, PlacedFile } from "../../model/placed.ts";
import type { FindingFix } from "../../model/placed-fix.ts";

/** What mends a fault against the schema, where there is one right answer. */
export function schemaFix(error: ErrorObject, path: Path, placed: PlacedFile): FindingFix | undefined {
  switch (error.keyword) {
    case "additionalProperties":
      return renamedKey(error, path);
    case "enum":
      return listedValue(error, path);
    case "type":
      return otherQuotes(error, path, placed);
    default:
      return undefined;
  }
}

function renamedKey(error: ErrorObject, path: Path): FindingFix | undefined {
  const key = String(error.params["additionalProperty"]);
  const { properties = {} } = error.parentSchema as {
    readonly properties?: Readonly<Record<string, unknown>>;
  };
  const meant = onlyMeant(key, Object.keys(properties));
  if (meant === undefined || !isJsonObject(error.data) || Object.hasOwn(error.data, meant)) return undefined;
  return {
    title: `rename ${key} to ${meant}`,
    edits: [{ path: [...path, key], at: { part: "key" }, text: meant }],
  };
}

function listedValue(error: ErrorObject, path: Path): FindingFix | undefined {
  const allowed = (error.params["allowedValues"] as readonly unknown[]).map(String);
  const meant = typeof error.data === "string" ? onlyMeant(error.data, allowed) : undefined;
  return meant === undefined ? undefined : { title: `write ${meant}`, edits: [{ path, text: meant }] };
}

/** A number where text belongs is quoted as it is written, a number or true in quotes loses them. */
function otherQuotes(error: ErrorObject, path: Path, placed: PlacedFile): FindingFix | undefined {
  const extent = placed.extent(path);
  if (extent === undefined || path.length === 0) return undefined;
  const written = placed.text.slice(extent.start, extent.end);
  const wanted = String(error.params["type"]);
  if (wanted === "string" && (typeof error.data === "number" || typeof error.data === "boolean")) {
    return { title: "put the value in quotes", edits: [{ path, text: `"${written}"` }] };
  }
  const isText = typeof error.data === "string" && /^(["']).*\1$/s.test(written);
  const fits =
    wanted === "boolean" ? /^(?:true|false)$/ : wanted === "integer" ? /^(?:0|-?[1-9]\d{0,14})$/ : undefined;
  if (!isText || fits?.test(error.data as string) !== true) return undefined;
  return { title: "take the value out of its quotes", edits: [{ path, text: error.data as string }] };
}
