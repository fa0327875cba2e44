import { byAction } from "../../model/action.ts";
import type { Drift } from "../../model/change.ts";
import type { ChangeView, FieldView, HiddenChange } from "../../model/change-view.ts";
import { describePosition } from "../../model/row.ts";
import { cutToWidth, displayWidth, padToWidth } from "../text/display-width.ts";
import { escapeText } from "../text/escape-text.ts";
import type { Palette } from "../text/palette.ts";
import { shortKey } from "../text/rejection-text.ts";
import { ARROW, valuePair, valueText } from "../text/value-text.ts";

/**
 * `+ create  a1`, what somebody did to it in Planhat, and a line a field. A record without a key field bears the place
 * of its row instead.
 */
export function changeLines(
  change: ChangeView,
  keyField: string | undefined,
  width: number,
  palette: Palette,
): string[] {
  const label = keyField === undefined ? escapeText(describePosition(change.position)) : shortKey(change.key);
  const names = Object.keys(change.fields).map((name) => `${cutToWidth(escapeText(name), LONGEST_NAME)}:`);
  const column = Math.max(0, ...names.map(displayWidth));
  const room = Math.max(0, width - INDENT.length - column - 1);
  const fields = Object.values(change.fields).map((field, index) => {
    const name = padToWidth(names[index] ?? "", column);
    return `${INDENT}${name} ${fieldText(field, change.action, room, palette)}`;
  });
  const sign = byAction(change.action, {
    create: palette.create("+ create"),
    update: palette.update("~ update"),
  });
  const drift = change.drift === undefined ? [] : [palette.warning(`${INDENT}${driftText(change.drift)}`)];
  return [`  ${sign}  ${label}`, ...drift, ...fields];
}

/** `changed in Planhat since the last apply: phase, owner`, escaped. */
export function driftText(drift: Drift): string {
  switch (drift.kind) {
    case "edited":
      return `changed in Planhat since the last apply: ${drift.fields.map(escapeText).join(", ")}`;
    case "deleted":
      return "deleted in Planhat since the last apply: it would be created again";
    default:
      return drift satisfies never;
  }
}

/** `(hidden) → null`. Bare: a value that is a text stands in quotation marks. */
export function hiddenParts(
  { effect, known }: HiddenChange,
  action: ChangeView["action"],
): readonly string[] {
  const before = known ? HIDDEN : UNKNOWN;
  switch (effect) {
    case "fills":
      return byAction(action, { create: [HIDDEN], update: ["null", HIDDEN] });
    case "overwrites":
      return [before, HIDDEN];
    case "clears":
      return [before, "null"];
    default:
      return effect satisfies never;
  }
}

function fieldText(field: FieldView, action: ChangeView["action"], room: number, palette: Palette): string {
  if ("hidden" in field) return hiddenParts(field, action).join(palette.faint(ARROW));
  if (byAction(action, { create: true, update: false }))
    return valueText(field.after, Math.max(SHORTEST_VALUE, room), field.names);
  if (field.before === undefined) {
    const unknown = `${UNKNOWN}${ARROW}`;
    const after = valueText(field.after, Math.max(SHORTEST_VALUE, room - displayWidth(unknown)), field.names);
    return `${palette.faint(unknown)}${after}`;
  }
  const [before, after] = valuePair(field.before, field.after, room, field.names);
  return `${before}${palette.faint(ARROW)}${after}`;
}

const HIDDEN = "(hidden)";
const UNKNOWN = "(not known)";
const INDENT = "      ";
const LONGEST_NAME = 40;
const SHORTEST_VALUE = 10;
