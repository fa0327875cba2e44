import type { TenantFieldChange } from "../../model/tenant-field-changes.ts";
import type { TenantField } from "../../model/tenant-fields.ts";
import { plural } from "../text/amounts.ts";
import { escapeText } from "../text/escape-text.ts";
import { makePalette, type Palette } from "../text/palette.ts";
import { tableLines } from "../text/table.ts";
import type { TextOptions } from "../text/text-options.ts";
import type { IntrospectView } from "./introspect-view.ts";

/** So many changes are listed; the counts are whole. */
const MOST_LISTED = 100;

/** What was found, what is different from the file, and what to do. */
export function introspectText(view: IntrospectView, { colour }: TextOptions): string {
  const palette = makePalette(colour);
  const { changes } = view;
  const listed = changes.slice(0, MOST_LISTED).map((change) => changeLine(change, palette));
  const more = changes.length - listed.length;
  const objects = Object.entries(view.fields).map(([object, fields]) => [
    escapeText(object),
    plural(Object.keys(fields).length, "custom field"),
  ]);
  const table = tableLines(objects, ["left", "right"]).map((line) => `  ${line}`);
  const blocks = [
    view.outcome === "moved" ? [] : table,
    [...listed, ...(more > 0 ? [palette.faint(`… and ${more} more`)] : [])],
    [conclusion(view)],
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join("\n"))
    .join("\n\n")}\n`;
}

function conclusion({ outcome, file, fields, changes }: IntrospectView): string {
  const name = escapeText(file);
  const count = Object.values(fields).reduce((sum, own) => sum + Object.keys(own).length, 0);
  switch (outcome) {
    case "written":
      return `Wrote ${name}: ${plural(count, "custom field")}. Commit it: validate checks definitions against it, without network.`;
    case "unchanged":
      return `${name} is as your Planhat is: ${plural(count, "custom field")}.`;
    case "moved":
      return `Your Planhat has moved away from ${name}: ${plural(changes.length, "field")} differ${changes.length === 1 ? "s" : ""}. Run \`planhat-sync introspect\`, look at what it changes, and commit it.`;
    case "missing":
      return `There is no ${name} to compare with. Run \`planhat-sync introspect\` and commit what it writes.`;
    default:
      return outcome satisfies never;
  }
}

function changeLine({ object, field, before, after }: TenantFieldChange, palette: Palette): string {
  const name = `${escapeText(object)}.custom.${escapeText(field)}`;
  if (before === undefined) return palette.create(`+ ${name}: ${after === undefined ? "" : kind(after)}`);
  if (after === undefined) return palette.bad(`- ${name}: ${kind(before)}`);
  return palette.update(`~ ${name}: ${differences(before, after).join("; ")}`);
}

/** `list of 3 values`, `number by a formula`, `text, mandatory`. */
function kind({ type, options, formula, mandatory }: TenantField): string {
  const values = options === undefined ? "" : ` of ${plural(options.length, "value")}`;
  const computed = formula === undefined ? "" : " by a formula";
  return `${escapeText(type)}${values}${computed}${mandatory === true ? ", mandatory" : ""}`;
}

function differences(before: TenantField, after: TenantField): readonly string[] {
  const found: string[] = [];
  if (before.type !== after.type) {
    found.push(`type ${escapeText(before.type)} → ${escapeText(after.type)}`);
  }
  const [old, now] = [before.options ?? [], after.options ?? []];
  const came = now.filter((value) => !old.includes(value));
  const went = old.filter((value) => !now.includes(value));
  if (came.length > 0) found.push(`${plural(came.length, "new value")} ${some(came)}`);
  if (went.length > 0) found.push(`${plural(went.length, "value")} gone ${some(went)}`);
  if (before.formula === undefined && after.formula !== undefined) found.push("computed by a formula now");
  else if (before.formula !== undefined && after.formula === undefined) found.push("no formula any more");
  else if (before.formula !== after.formula) found.push("another formula");
  if ((before.mandatory ?? false) !== (after.mandatory ?? false)) {
    found.push(after.mandatory === true ? "mandatory now" : "no longer mandatory");
  }
  return found;
}

function some(values: readonly string[]): string {
  const named = values.slice(0, 5).map((value) => escapeText(JSON.stringify(value)));
  return `${named.join(", ")}${values.length > named.length ? ", …" : ""}`;
}
