import type { PlanView, SyncPlanView } from "../../../model/plan-view.ts";
import { amount, plural, roughDuration } from "../../text/amounts.ts";
import { sumOf } from "../plan-words.ts";
import { html, type Markup } from "./markup.ts";

/** What becomes of the rows, as figures and as shares of a bar, and what the plan costs. */
export function figures(plan: PlanView): Markup {
  const counts = FIGURES.map(({ of, title }) => ({
    of,
    title,
    count: sumOf(plan, (sync) => sync.summary[of]),
  }));
  const read = sumOf(plan, ({ calls }) => calls.read);
  const write = sumOf(plan, ({ calls }) => calls.write);
  const seconds = sumOf(plan, (sync) => sync.seconds);
  const rate = `at ${plural(plan.callsPerMinute, "call")} a minute`;
  return html`<section class="panel summary" aria-label="Summary">
${shareBar(counts)}
<dl class="figures">
${counts.map(
  ({ of, title, count }) =>
    html`<div class="${of}${count === 0 && " zero"}"><dt>${title}</dt><dd>${amount(count)}</dd></div>
`,
)}<div class="cost"><dt>Cost</dt><dd>${read + write === 0 ? "no calls" : roughDuration(seconds)}</dd>
<p>${plural(read, "read call")}, ${plural(write, "write call")}<br>${rate}</p></div>
</dl>
</section>`;
}

/** One row a sync, in the order in which they would be applied. */
export function syncsSection(syncs: readonly SyncPlanView[]): Markup {
  return html`<section aria-labelledby="syncs-title">
<h2 id="syncs-title">Syncs</h2>
<div class="panel scroll"><table>
<thead><tr><th scope="col">Sync</th><th scope="col">Writes</th>${FIGURES.map(
    ({ title }) => html`<th scope="col" class="number">${title}</th>`,
  )}<th scope="col" class="number">Calls</th><th scope="col" class="number">Time</th></tr></thead>
<tbody>${syncs.map(syncRow)}</tbody>
</table></div>
</section>`;
}

function syncRow({ name, object, mode, key, summary, calls, seconds }: SyncPlanView): Markup {
  const all = calls.read + calls.write;
  return html`
<tr><td><strong>${name}</strong></td><td class="quiet nowrap">${object}, ${mode} ${key === undefined ? "without a key" : `by ${key}`}</td>${FIGURES.map(
    ({ of }) => html`<td class="number${summary[of] === 0 && " zero"}">${amount(summary[of])}</td>`,
  )}<td class="number">${amount(all)}</td><td class="number">${all === 0 ? "–" : `about ${roughDuration(seconds)}`}</td></tr>`;
}

interface Figure {
  readonly of: "create" | "update" | "unchanged" | "skip" | "reject";
  readonly title: string;
}

function shareBar(counts: readonly (Figure & { readonly count: number })[]): Markup {
  const whole = counts.reduce((sum, { count }) => sum + count, 0);
  let left = 0;
  const parts = counts.map(({ of, count }) => {
    const width = whole === 0 ? 0 : (count / whole) * BAR;
    // What is there at all is to be seen.
    const shown = count > 0 ? Math.max(width, BAR / 150) : 0;
    const part = html`<rect class="${of}" x="${left.toFixed(2)}" y="0" width="${shown.toFixed(2)}" height="6"/>`;
    left += shown;
    return part;
  });
  return html`<svg class="share" viewBox="0 0 ${Math.max(BAR, left).toFixed(2)} 6" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>`;
}

const FIGURES: readonly Figure[] = [
  { of: "create", title: "Create" },
  { of: "update", title: "Update" },
  { of: "unchanged", title: "Unchanged" },
  { of: "skip", title: "Skipped" },
  { of: "reject", title: "Rejected" },
];
const BAR = 1000;
