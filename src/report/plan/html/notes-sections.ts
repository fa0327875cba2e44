import { compareDiagnostics, type Diagnostic } from "../../../model/diagnostic.ts";
import type { SkippedRow, SyncPlanView } from "../../../model/plan-view.ts";
import type { Rejection } from "../../../model/record.ts";
import type { RejectCause } from "../../../model/reject-causes.ts";
import { describePosition } from "../../../model/row.ts";
import { amount, plural } from "../../text/amounts.ts";
import { messageOf, statementOf, titleOf } from "../../text/reason-text.ts";
import { type AlikeParts, alikeParts } from "../alike-text.ts";
import { SKIP_REASONS } from "../plan-words.ts";
import { html, type Markup } from "./markup.ts";

/** Why rows became no change, the most frequent cause of each sync first, with the rows that are listed. */
export function causesSection(syncs: readonly SyncPlanView[]): Markup {
  const causes = syncs.flatMap((sync) => sync.causes.map((cause) => causeItem(cause, sync)));
  if (causes.length === 0) return html``;
  return html`<section aria-labelledby="causes-title">
<h2 id="causes-title">Rejected, by cause</h2>
<div class="panel causes">${causes}</div>
</section>`;
}

function causeItem({ count, rule, field, example }: RejectCause, sync: SyncPlanView): Markup {
  const what = titleOf(example.reason);
  const own = sync.rejects.filter((rejection) => rejection.rule === rule && rejection.field === field);
  const rows = own.length > 0 ? own : [example];
  return html`
<details><summary><span class="many">${amount(count)}</span><span class="why">${what}</span><span class="of"><code>${rule}</code> · ${sync.name}</span></summary>
<div class="scroll"><table><thead><tr><th scope="col">Row</th><th scope="col">Key</th><th scope="col">Why</th></tr></thead><tbody>${rows.map(rejectRow)}</tbody></table></div>
${count > rows.length && html`<p class="foot">… and ${plural(count - rows.length, "more row")}.</p>`}</details>`;
}

function rejectRow({ position, key, reason }: Rejection): Markup {
  return html`
<tr><td><code>${describePosition(position)}</code></td><td><code>${key ?? "–"}</code></td><td>${messageOf(reason)}</td></tr>`;
}

/** Rows whose key is almost another record's, each pair once. */
export function alikeSection(syncs: readonly SyncPlanView[]): Markup {
  const all = syncs.filter(({ alikeCount }) => alikeCount > 0);
  if (all.length === 0) return html``;
  return html`<section aria-labelledby="alike-title">
<h2 id="alike-title">Almost the same key</h2>
<div class="panel causes">${all.map(alikeItem)}</div>
</section>`;
}

function alikeItem({ name, alike, alikeCount }: SyncPlanView): Markup {
  const listed = new Set(alike.map(({ position }) => position.row)).size;
  return html`
<details open><summary><span class="many">${amount(alikeCount)}</span><span class="why">${alikeCount === 1 ? "row has" : "rows have"} almost the same key as another record</span><span class="of">${name}</span></summary>
<div class="scroll"><table><thead><tr><th scope="col">Row</th><th scope="col">Field</th><th scope="col">Value</th><th scope="col">Almost the same</th><th scope="col">In</th><th scope="col">They differ in</th></tr></thead><tbody>${alikeParts(alike).map(alikeRow)}</tbody></table></div>
${alikeCount > listed && html`<p class="foot">… and ${plural(alikeCount - listed, "more row")}.</p>`}</details>`;
}

function alikeRow({ place, field, value, other, where, differs }: AlikeParts): Markup {
  return html`
<tr><td><code>${place}</code></td><td><code>${field}</code></td><td><code>${value ?? "–"}</code></td><td><code>${other ?? "–"}</code></td><td>${where}</td><td>${differs}</td></tr>`;
}

/** The rows that the modes leave out, and repeats. */
export function skipsSection(syncs: readonly SyncPlanView[]): Markup {
  const skipping = syncs.filter(({ summary }) => summary.skip > 0);
  if (skipping.length === 0) return html``;
  return html`<section aria-labelledby="skips-title">
<h2 id="skips-title">Skipped</h2>
<div class="panel causes">${skipping.map(skipItem)}</div>
</section>`;
}

function skipItem({ name, skips, summary, skipped }: SyncPlanView): Markup {
  const reasons = (["exists", "missing", "repeat"] as const)
    .filter((reason) => skips[reason] > 0)
    .map((reason) => `${amount(skips[reason])} ${SKIP_REASONS[reason]}`);
  return html`
<details class="skipped"><summary><span class="many">${amount(summary.skip)}</span><span class="why">${reasons.join(", ")}</span><span class="of">${name}</span></summary>
<div class="scroll"><table><thead><tr><th scope="col">Row</th><th scope="col">Key</th><th scope="col">Why</th></tr></thead><tbody>${skipped.map(skipRow)}</tbody></table></div>
${summary.skip > skipped.length && html`<p class="foot">… and ${plural(summary.skip - skipped.length, "more row")}.</p>`}</details>`;
}

function skipRow({ position, key, reason }: SkippedRow): Markup {
  return html`
<tr><td><code>${describePosition(position)}</code></td><td><code>${key}</code></td><td>${SKIP_REASONS[reason]}</td></tr>`;
}

/** Remarks on the definitions. */
export function diagnosticsSection(diagnostics: readonly Diagnostic[]): Markup {
  if (diagnostics.length === 0) return html``;
  return html`<section aria-labelledby="remarks-title">
<h2 id="remarks-title">Remarks on the definitions</h2>
<div class="panel scroll"><table><tbody>${[...diagnostics].sort(compareDiagnostics).map(
    ({ severity, file, line, rule, reason }) => html`
<tr><td class="nowrap"><span class="tag ${severity}">${severity}</span></td><td class="nowrap"><code>${file}:${line}</code></td><td>${statementOf(reason)}${reason.fix !== undefined && html` <span class="quiet">Hint: ${reason.fix}</span>`}</td><td class="quiet nowrap"><code>${rule}</code></td></tr>`,
  )}</tbody></table></div>
</section>`;
}
