import { byAction } from "../../model/action.ts";
import type { ChangeView, FieldView } from "../../model/change-view.ts";
import type { SkippedRow, SyncPlanView } from "../../model/plan-view.ts";
import { describePosition } from "../../model/row.ts";
import type { Block } from "../markdown/fit-block.ts";
import { causesBlock, foldedTable, lazily, NAME, row } from "../markdown/markdown-blocks.ts";
import { code, prose } from "../markdown/markdown-text.ts";
import { plural } from "../text/amounts.ts";
import { ARROW, valuePair, valueText } from "../text/value-text.ts";
import { alikeParts } from "./alike-text.ts";
import { driftText, hiddenParts } from "./change-text.ts";
import { SKIP_REASONS } from "./plan-words.ts";
import { changesByRisk, notableRisks, RISK_WORDS } from "./risk-order.ts";
import { uniformText } from "./uniform-text.ts";

/** One sync of a plan under its heading: changes, rejects, skipped rows, remarks; what there is none of is left out. */
export function syncBlocks(sync: SyncPlanView): readonly Block[] {
  const blocks = [
    changesBlock(sync),
    causesBlock(sync.causes, { named: false }),
    skipsBlock(sync),
    alikeBlock(sync),
    warningsBlock(sync.uniform.map((one) => uniformText(one))),
    warningsBlock(sync.warnings),
  ].filter(({ total }) => total > 0);
  const heading = `#### ${code(sync.name, NAME)}\n\n`;
  return blocks.map((block, index) => (index === 0 ? { ...block, head: heading + block.head } : block));
}

function changesBlock(sync: SyncPlanView): Block {
  const total = sync.summary.create + sync.summary.update;
  const { drift, identity, clears } = sync.risks;
  return foldedTable({
    summary: total === 1 ? "1 change" : `${plural(total, "change")}, the riskiest first`,
    columns: ["change", "record", "fields"],
    rows: lazily(changesByRisk(sync), (change) => changeRow(change, sync)),
    total,
    what: "change",
    open: drift + identity + clears > 0,
  });
}

function changeRow(change: ChangeView, sync: SyncPlanView): string {
  const risks = notableRisks(change, sync).map((risk) => `**${RISK_WORDS[risk]}**`);
  const label = sync.key === undefined ? describePosition(change.position) : change.key;
  const fields = Object.entries(change.fields);
  const rest = fields.length - MOST_FIELDS;
  const lines = [
    ...(change.drift === undefined ? [] : [prose(driftText(change.drift))]),
    ...fields
      .slice(0, MOST_FIELDS)
      .map(([name, field]) => `${code(name, NAME)}: ${fieldMarkdown(field, change.action)}`),
    ...(rest > 0 ? [`… and ${plural(rest, "more field")}`] : []),
  ];
  return row([[change.action, ...risks].join("<br>"), code(label, NAME), lines.join("<br>")]);
}

function fieldMarkdown(field: FieldView, action: ChangeView["action"]): string {
  if ("hidden" in field) return hiddenParts(field, action).join(ARROW);
  const { before, after, names } = field;
  if (byAction(action, { create: true, update: false })) return code(valueText(after, VALUE, names));
  if (before === undefined) return `(not known)${ARROW}${code(valueText(after, VALUE, names))}`;
  return valuePair(before, after, 2 * VALUE, names)
    .map((text) => code(text))
    .join(ARROW);
}

function skipsBlock({ skips, summary, skipped }: SyncPlanView): Block {
  const reasons = (["exists", "missing", "repeat"] as const)
    .filter((reason) => skips[reason] > 0)
    .map((reason) => `${plural(skips[reason], "row")} ${SKIP_REASONS[reason]}`);
  return foldedTable({
    summary: `Skipped: ${reasons.join(", ")}`,
    columns: ["row", "key", "why"],
    rows: lazily(skipped.slice(0, MOST_SKIPS), skippedRow),
    total: summary.skip,
    what: "skipped row",
  });
}

function skippedRow({ position, key, reason }: SkippedRow): string {
  return row([code(describePosition(position), NAME), code(key, NAME), SKIP_REASONS[reason]]);
}

function alikeBlock({ alike, alikeCount }: SyncPlanView): Block {
  const parts = alikeParts(alike);
  const unlisted = alikeCount - new Set(alike.map(({ position }) => position.row)).size;
  return foldedTable({
    summary: `${plural(alikeCount, "row")} with almost the same key as another record`,
    columns: ["row", "field", "value", "almost the same", "in", "they differ in"],
    rows: lazily(parts, ({ place, field, value, other, where, differs }) =>
      row([
        code(place, NAME),
        code(field, NAME),
        value === undefined ? "" : code(value),
        other === undefined ? "" : code(other),
        code(where),
        differs,
      ]),
    ),
    // A pair of rows stands in one line.
    total: parts.length + unlisted,
    what: "row",
    open: true,
  });
}

function warningsBlock(warnings: readonly string[]): Block {
  return {
    head: "",
    rows: lazily(warnings, (warning) => `- Warning: ${prose(warning)}\n`),
    total: warnings.length,
    more: (count) => `- … and ${plural(count, "more warning")}.\n`,
    tail: "\n",
  };
}

const VALUE = 60;
/** A record may have hundreds of fields; the plan itself shows them all. */
const MOST_FIELDS = 12;
const MOST_SKIPS = 20;
