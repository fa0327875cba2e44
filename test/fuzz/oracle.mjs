// What jsonata itself gives for a pair, and which differences from it are documented in docs/definitions.md.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import jsonata from "jsonata";

/** Jsonata broke with an error of JavaScript. */
const BROKE = "jsonata itself broke";
/** Jsonata changed the row while it computed, and went on with that. */
const CHANGED = "jsonata changed its input";

/** Codes of failures that jsonata does not have: it goes on, and gives a wrong value, or none for as long as it takes. */
const OWN_CODES = new Set([
  "D1011",
  "D1012",
  "D2015",
  "beyond-dates",
  "format-option",
  "format-too-long",
  "no-such-date",
  "no-such-name",
  "picture-too-long",
  "picture-width",
  "range-end",
  "regex-text-too-long",
  "result-key",
  "result-too-large",
  "short-year",
  "text-too-long",
  "transform-of-value",
  "transform-outside",
  "zone-offset",
]);

/** Functions that refuse a number which is none, where jsonata writes it as text or counts for ever. */
const REFUSES_INFINITE = /\$(format(Number|Integer|Base)|fromMillis)\b/;

/**
 * What jsonata gives. `mended`: without the fault that it adds an element to every empty list over which it builds an
 * object or a group, be it of the row or of what it has computed itself.
 */
export async function jsonataResult(text, row, mended = false) {
  try {
    const input = structuredClone(row);
    const value = await (mended ? withoutAdding() : jsonata)(text).evaluate(input);
    if (JSON.stringify(input) !== JSON.stringify(row)) return { kind: "error", code: CHANGED };
    if (!isFiniteJson(value)) return { kind: "error", code: "D1001" };
    if (holdsFunction(value)) return { kind: "error", code: "result-is-function" };
    return { kind: "value", value: value === undefined ? undefined : JSON.parse(JSON.stringify(value)) };
  } catch (error) {
    return { kind: "error", code: typeof error?.code === "string" ? error.code : BROKE };
  }
}

let mendedJsonata;

function withoutAdding() {
  if (mendedJsonata === undefined) {
    const source = readFileSync(createRequire(import.meta.url).resolve("jsonata"), "utf8");
    const changed = source.replace("input.push(undefined)", "input = focus.createSequence(undefined)");
    if (changed === source) throw new Error("this version of jsonata adds to empty lists in another place");
    const module = { exports: {} };
    new Function("module", "exports", "require", changed)(module, module.exports, undefined);
    mendedJsonata = module.exports;
  }
  return mendedJsonata;
}

/** The name of a documented difference, "same", or undefined for one that is not documented. */
export function judge(text, ours, theirs) {
  if (isSame(ours, theirs)) return "same";
  if (ours.kind === "error" && OWN_CODES.has(ours.code)) return `refused here: ${ours.code}`;
  if (theirs.kind === "error" && (theirs.code === BROKE || theirs.code === CHANGED)) return theirs.code;
  if (ours.code === "D1001" && REFUSES_INFINITE.test(text)) return "refused here: a number that is none";
  if (ours.code === "D3110" && text.includes("$toMillis(")) return "refused here: a day that is none";
  if (/^T041[02]$/.test(ours.code) && /[(,]\s*\?/.test(text)) {
    return "refused here: an argument of a partial application";
  }
  if (theirs.kind === "error" && theirs.code.startsWith("S")) return "works here: a function that was passed";
  if (differsOnlyInTruth(ours, theirs) && /function\(/.test(text) && /=|\bin\b/.test(text)) {
    return "a function that was passed, compared with itself";
  }
  if (ours.kind === "error" && theirs.kind === "error" && /[[{]/.test(text))
    return "another of several errors";
  return undefined;
}

function isSame(ours, theirs) {
  if (ours.kind !== theirs.kind) return false;
  if (ours.kind === "error") return ours.code === theirs.code;
  return ours.value === theirs.value || canonical(ours.value) === canonical(theirs.value);
}

function differsOnlyInTruth(ours, theirs) {
  const blind = (value) => canonical(value).replaceAll("true", "false");
  return ours.kind === "value" && theirs.kind === "value" && blind(ours.value) === blind(theirs.value);
}

function canonical(value) {
  return value === undefined ? "nothing" : JSON.stringify(value, (_key, part) => (part === 0 ? 0 : part));
}

/** JSON has no infinite numbers; jsonata lets them through. */
function isFiniteJson(value) {
  if (typeof value === "number") return Number.isFinite(value);
  return typeof value !== "object" || value === null || Object.values(value).every(isFiniteJson);
}

function holdsFunction(value) {
  if (typeof value === "function") return true;
  if (typeof value !== "object" || value === null) return false;
  return (
    "_jsonata_lambda" in value || "_jsonata_function" in value || Object.values(value).some(holdsFunction)
  );
}
