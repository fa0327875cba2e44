import type { Reason } from "../../model/reason.ts";
import type { Rejection } from "../../model/record.ts";
import { describePosition } from "../../model/row.ts";
import { cutToWidth } from "./display-width.ts";
import { escapeMessage, escapeText } from "./escape-text.ts";
import type { Palette } from "./palette.ts";
import { remainderOf, titleOf } from "./reason-text.ts";

/** `accounts.csv:12  key a4`, escaped. */
export function rejectionPlace(rejection: Pick<Rejection, "position" | "key">): string {
  const place = escapeText(describePosition(rejection.position));
  return rejection.key === null ? place : `${place}  key ${shortKey(rejection.key)}`;
}

/** `name is missing (required-field)`, escaped. */
export function reasonTitle(reason: Reason, rule: string, palette: Palette): string {
  return `${escapeMessage(titleOf(reason))} ${palette.faint(`(${escapeText(rule)})`)}`;
}

/** What stands below the title, escaped: a line, or none. */
export function reasonRest(reason: Reason): readonly string[] {
  const rest = remainderOf(reason);
  return rest === undefined ? [] : [escapeMessage(rest)];
}

/** A key may be kilobytes long: enough of it to find the row by. */
export function shortKey(key: string): string {
  return cutToWidth(escapeText(key), 60);
}
