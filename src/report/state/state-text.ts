import { nestCustom } from "../../model/record-body.ts";
import type { LeaseHolder, Remembered } from "../../model/state-store.ts";
import { amount, timestamp } from "../text/amounts.ts";
import { environmentLines } from "../text/environment-text.ts";
import { escapeText } from "../text/escape-text.ts";
import { makePalette, type Palette } from "../text/palette.ts";
import { shortKey } from "../text/rejection-text.ts";
import { tableLines } from "../text/table.ts";
import { DEFAULT_WIDTH, type TextOptions } from "../text/text-options.ts";
import { valueText } from "../text/value-text.ts";
import type { StateView } from "./state-view.ts";

/** What the state remembers: records by sync, those of one sync where asked for, and who holds the lock. */
export function stateText(state: StateView, options: TextOptions): string {
  const palette = makePalette(options.colour);
  const blocks = [
    [
      `${palette.title("State")}  ${escapeText(state.location)}`,
      ...environmentLines(state.environment, palette),
    ],
    syncLines(state.syncs, palette),
    state.entries === undefined ? [] : entryLines(state.entries, options.width ?? DEFAULT_WIDTH, palette),
    [state.holder === undefined ? "No apply is running." : holderText(state.holder)],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function syncLines(syncs: StateView["syncs"], palette: Palette): readonly string[] {
  if (syncs.length === 0) return ["Nothing is remembered yet: the next apply is a first run."];
  const rows = syncs.map(({ sync, records, pending }) => [
    escapeText(sync),
    amount(records),
    amount(pending),
  ]);
  const lines = tableLines([["sync", "records", "pending"], ...rows], ["left", "right", "right"]);
  const table = lines.map((line, index) => (index === 0 ? palette.faint(line) : line));
  const read = syncs.flatMap(({ sync, watermark }) =>
    watermark === undefined ? [] : [`${escapeText(sync)} has read up to ${escapeText(watermark)}.`],
  );
  const pending = syncs.some((sync) => sync.pending > 0)
    ? ["Pending records were sent and not answered: the next apply settles them."]
    : [];
  return [...table, ...(read.length + pending.length > 0 ? ["", ...read, ...pending] : [])];
}

function entryLines(entries: NonNullable<StateView["entries"]>, width: number, palette: Palette): string[] {
  const more = entries.total - entries.shown.length;
  return [
    palette.title(escapeText(entries.sync)),
    ...entries.shown.flatMap((entry) => entryText(entry, width, palette)),
    ...(more > 0 ? [palette.faint(`  … and ${amount(more)} more`)] : []),
  ];
}

function entryText(entry: Remembered, width: number, palette: Palette): string[] {
  switch (entry.kind) {
    case "accepted": {
      const { key, id, fields } = entry.accepted;
      const head = `  ${shortKey(key)}${id === undefined ? "" : `  ${palette.faint(`_id ${escapeText(id)}`)}`}`;
      return [head, `      ${valueText(nestCustom(fields), Math.max(20, width - 6))}`];
    }
    case "pending":
      return [`  ${shortKey(entry.key)}  ${palette.warning("pending")}`];
    default:
      return entry satisfies never;
  }
}

function holderText({ run, pid, host, user, job, since, heartbeat }: LeaseHolder): string {
  const who = `process ${pid} on ${escapeText(host)} (${escapeText(user)}${job === undefined ? "" : `, ${escapeText(job)}`})`;
  const when = `since ${timestamp(since)}, last sign of life ${timestamp(heartbeat)}`;
  return `Locked by run ${escapeText(run)}: ${who}, ${when}.`;
}
