import type { Redact } from "../../../model/redact.ts";
import type { HttpAnswer } from "../exchange.ts";
import { beginsWith, broken, describePlace, type Place } from "../problems.ts";
import type { BodyFormat } from "../settings.ts";

const NDJSON = /^application\/(x-)?(ndjson|jsonl|jsonlines|json-lines|json-seq|stream\+json)$/;
const JSON_TYPE = /^(application|text)\/(json|x-json|javascript)$|\+json$/;
const CSV = /^(text|application)\/(x-)?(csv|comma-separated-values)$/;
/** They say nothing of what is inside. */
const VAGUE = new Set([
  "",
  "text/plain",
  "application/octet-stream",
  "binary/octet-stream",
  "application/gzip",
  "application/x-gzip",
  "application/zip",
  "application/x-zip-compressed",
]);

const NAMES: Readonly<Record<BodyFormat, string>> = { json: "JSON", ndjson: "NDJSON", csv: "CSV" };

/**
 * What a body is: as the definition says, or its content type, or where that says nothing the name of the file. Throws a
 * Stop for a page meant for people and for types that tell nothing.
 */
export function bodyFormat(
  answer: HttpAnswer,
  declared: BodyFormat | undefined,
  place: Place,
  redact: Redact,
): BodyFormat {
  const { headers, chunks } = answer;
  const type = contentType(headers);
  const start = Buffer.concat(chunks.length > 1 ? chunks.slice(0, 2) : chunks).subarray(0, 4096);
  const format = formatOf(answer, { declared, url: place.url }, start);
  if (format !== undefined) return format;
  const first = firstSign(start);
  const expected = NAMES[declared ?? "json"];
  const got = type === "" ? "a body without a content type" : type;
  const hint =
    first === "<"
      ? "Is `url` the address of the API, and not that of a page or a login? A proxy that asks for a login answers like this too."
      : "If the body is JSON, NDJSON or CSV all the same, say so with `format: json`, ndjson or csv.";
  throw broken(
    `Expected ${expected}, got ${redact(got)} as ${describePlace(place)}. ${beginsWith(start, redact)}`,
    hint,
  );
}

/** The same where it is sure; undefined where it is not, or where HTML begins. `start`: the first bytes of the body. */
export function formatOf(
  { headers, fileName }: Pick<HttpAnswer, "headers" | "fileName">,
  { declared, url }: { readonly declared: BodyFormat | undefined; readonly url: string },
  start: Buffer,
): BodyFormat | undefined {
  const first = firstSign(start);
  if (first === "<" || declared !== undefined) return first === "<" ? undefined : declared;
  const type = contentType(headers);
  const names = [fileName, attachedName(headers), url];
  return formatOfType(type) ?? (VAGUE.has(type) ? guessedFormat(names, first) : undefined);
}

function firstSign(start: Buffer): string {
  const text = start.subarray(0, 4096).toString("latin1");
  return text
    .replace(/^\u00ef\u00bb\u00bf/, "")
    .trimStart()
    .charAt(0);
}

/** The encoding that the content type declares, in lower case; UTF-8 where it says nothing. */
export function charsetOf(headers: HttpAnswer["headers"]): string {
  const declared = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(headers["content-type"] ?? "")?.[1];
  return declared?.toLowerCase() ?? "utf-8";
}

/** Whether an encoding's bytes are UTF-8. */
export function isUtf8Name(charset: string): boolean {
  return charset === "utf-8" || charset === "utf8" || charset === "us-ascii";
}

function contentType(headers: HttpAnswer["headers"]): string {
  const [type = ""] = (headers["content-type"] ?? "").split(";");
  return type.trim().toLowerCase();
}

function formatOfType(type: string): BodyFormat | undefined {
  if (NDJSON.test(type)) return "ndjson";
  if (JSON_TYPE.test(type)) return "json";
  return CSV.test(type) ? "csv" : undefined;
}

/** A file's name says more than its first character, with which NDJSON may begin as well as JSON. */
function guessedFormat(names: readonly (string | undefined)[], first: string): BodyFormat | undefined {
  for (const name of names) {
    const ending = /\.(json|ndjson|jsonl|csv)(?:\.(?:gz|zip))?$/i.exec(name ?? "")?.[1]?.toLowerCase();
    if (ending !== undefined) return ending === "jsonl" ? "ndjson" : (ending as BodyFormat);
  }
  return first === "[" || first === "{" ? "json" : undefined;
}

/** What the file is called that the server offers for download. */
function attachedName(headers: HttpAnswer["headers"]): string | undefined {
  return /;\s*filename\s*=\s*"?([^";]+)/i.exec(headers["content-disposition"] ?? "")?.[1]?.trim();
}
