import type { FieldChange } from "../model/change.ts";
import type { ChangeView } from "../model/plan-view.ts";
import { describePosition } from "../model/row.ts";
import { cutToWidth, displayWidth, padToWidth } from "./display-width.ts";
import { escapeText } from "./escape-text.ts";
import type { Palette } from "./palette.ts";
import { shortKey } from "./rejection-text.ts";
import { ARROW, valuePair, valueText } from "./value-text.ts";

/** `+ create  a1` and a line a field. A record without a key field bears the place of its row instead. */
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
  const sign = change.action === "create" ? palette.create("+ create") : palette.update("~ update");
  return [`  ${sign}  ${label}`, ...fields];
}

function fieldText(field: FieldChange, action: ChangeView["action"], room: number, palette: Palette): string {
  if (action === "create") return valueText(field.after, Math.max(SHORTEST_VALUE, room));
  if (field.before === undefined) {
    const unknown = `(not known)${ARROW}`;
    const after = valueText(field.after, Math.max(SHORTEST_VALUE, room - displayWidth(unknown)));
    return `${palette.faint(unknown)}${after}`;
  }
  const [before, after] = valuePair(field.before, field.after, room);
  return `${before}${palette.faint(ARROW)}${after}`;
}

const INDENT = "      ";
const LONGEST_NAME = 40;
const SHORTEST_VALUE = 10;
