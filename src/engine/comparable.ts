import { canonicalJson } from "../model/fingerprint.ts";
import { isJsonObject, type Json } from "../model/json.ts";
import type { FieldSpec, FieldType } from "../model/object-type.ts";

/** What an absent field, `null`, an empty text, an empty array and an empty object have in common. */
export const EMPTY = "";

/**
 * A text that is the same for two values that mean the same in Planhat, whichever form they come back in: ids are
 * stored as text, dates come back as instants, arrays of plain values are sets, and an empty value is none. The type
 * of a custom field is not known, so there a number means what its text means and a date what its instant means.
 * Source: Planhat's page on bulk upserts (numeric ids), the official examples of the single objects (dates, arrays).
 */
export function comparable(value: Json | undefined, spec: FieldSpec | undefined): string {
  // A date of which Planhat keeps the day alone means its day.
  return form(value, spec?.day === true ? "epochDays" : spec?.type, spec?.items);
}

function form(value: Json | undefined, type: FieldType | undefined, items: FieldType | undefined): string {
  if (value === undefined || value === null || value === "") return EMPTY;
  if (Array.isArray(value)) return setForm(value, items);
  if (isJsonObject(value)) return Object.keys(value).length === 0 ? EMPTY : canonicalJson(value);
  if (type === "number" || type === "integer") return numberForm(value);
  if (type === "date") return instantForm(String(value));
  if (type === "epochDays") return dayForm(value);
  if (type === undefined && typeof value === "string") return instantForm(value);
  return String(value);
}

/** Planhat replaces arrays whole and keeps no promise of their order. */
function setForm(values: readonly Json[], items: FieldType | undefined): string {
  if (values.length === 0) return EMPTY;
  // Planhat answers ids where `[{ _id }]` was written.
  const bare = values.map(bareId);
  if (bare.every((id) => id !== undefined)) return JSON.stringify([...new Set(bare)].sort());
  if (values.some((value) => typeof value === "object" && value !== null)) return canonicalJson(values);
  return JSON.stringify([...new Set(values.map((value) => form(value, items, undefined)))].sort());
}

/** The id of an object that holds nothing else. */
function bareId(value: Json): string | undefined {
  if (!isJsonObject(value) || typeof value["_id"] !== "string") return undefined;
  return Object.keys(value).length === 1 ? value["_id"] : undefined;
}

function numberForm(value: Json): string {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return Number.isNaN(number) ? String(value) : String(number);
}

const ISO = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d([.,]\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/;
const DAY_MS = 86_400_000;

/** Milliseconds since the epoch for a date of ISO 8601; without a zone it is UTC's. Other texts stay as they are. */
function instantForm(text: string): string {
  const instant = instantOf(text);
  return instant === undefined ? text : `@${instant}`;
}

function instantOf(text: string): number | undefined {
  // Nearly all texts are none.
  if (text[4] !== "-") return undefined;
  const found = ISO.exec(text);
  if (found === null) return undefined;
  const zone = found[4];
  const instant = Date.parse(text.length > 10 && zone === undefined ? `${text}Z` : text);
  return Number.isNaN(instant) ? undefined : instant;
}

function dayForm(value: Json): string {
  const instant = typeof value === "string" ? instantOf(value) : undefined;
  return instant === undefined ? numberForm(value) : String(Math.floor(instant / DAY_MS));
}
