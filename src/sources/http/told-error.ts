import { isJsonObject, type Json } from "../../model/json.ts";
import type { Redact } from "../../model/redact.ts";
import { beginning, broken, describePlace, type Place } from "./problems.ts";

/**
 * Many servers answer 200 where a query failed, and tell it in the body: `{"ok": false}`, `{"error": "quota", "data": []}`.
 * Throws a Stop for a page without records that says so: it looks like the end of the data.
 */
export function checkToldError(body: Json, place: Place, redact: Redact): void {
  if (!isJsonObject(body) || !tellsError(body)) return;
  throw broken(
    `The server answered ${describePlace(place)} with an error in place of records. The server says: ${beginning(Buffer.from(JSON.stringify(body)), redact)}`,
    "Look at what the server says: its status is one of success, and its body is not. Start again if it was a limit.",
    "source-refused",
  );
}

function tellsError(body: Readonly<Record<string, Json>>): boolean {
  return Object.entries(body).some(([name, value]) => {
    const key = name.toLowerCase();
    if (key === "ok" || key === "success") return value === false;
    return (key === "error" || key === "errors") && saysSomething(value);
  });
}

/** `"error": null`, `false`, `0`, `""`, `[]` and `{}` say that there is none. */
function saysSomething(value: Json): boolean {
  if (value === null || typeof value !== "object") return Boolean(value);
  return Object.keys(value).length > 0;
}
