import type { PlanView } from "../../model/plan-view.ts";
import { plural, timestamp } from "../text/amounts.ts";
import { changesSection } from "./html/changes-section.ts";
import { htmlPage } from "./html/html-page.ts";
import { html, type Markup } from "./html/markup.ts";
import { alikeSection, causesSection, diagnosticsSection, skipsSection } from "./html/notes-sections.ts";
import { PLAN_SCRIPT } from "./html/plan-script.ts";
import { PLAN_STYLE } from "./html/plan-style.ts";
import { figures, syncsSection } from "./html/summary-section.ts";
import { baselineText, headlineText, hiddenText, riskSentences, sumOf, targetPlace } from "./plan-words.ts";
import { syncsByRisk } from "./risk-order.ts";
import { uniformText } from "./uniform-text.ts";

export interface PlanHtmlOptions {
  /** When the plan was made, in milliseconds since the epoch; left out, the page does not say. */
  readonly at?: number;
}

/**
 * One self-contained page: summary, cost, the changes to search and filter (the riskiest first, as many as the view
 * holds), rejects by cause, skipped rows. It loads nothing, and nothing in its data can run.
 */
export function planHtml(plan: PlanView, { at }: PlanHtmlOptions = {}): string {
  const syncs = syncsByRisk(plan.syncs);
  return htmlPage({
    title: `${headlineText(plan).replace(/\.$/, "")} · planhat-sync`,
    style: PLAN_STYLE,
    script: PLAN_SCRIPT,
    body: html`<main>
${header(plan, at)}
${figures(plan)}
${syncsSection(plan.syncs)}
${alikeSection(syncs)}
${changesSection(syncs)}
${causesSection(syncs)}
${skipsSection(syncs)}
${diagnosticsSection(plan.diagnostics)}
<footer>This page loads nothing and sends nothing. A plan writes nothing to Planhat; <code>planhat-sync apply</code> does.</footer>
</main>`,
  });
}

function header(plan: PlanView, at: number | undefined): Markup {
  const reject = sumOf(plan, ({ summary }) => summary.reject);
  const remarks = [
    `Target: ${targetPlace(plan)}.`,
    plan.baseline === "live" ? "Compared with Planhat as it is." : baselineText(plan),
    hiddenText(plan.hidden),
  ].filter((remark) => remark !== undefined);
  const violations = plan.syncs.flatMap((sync) => sync.violations ?? []);
  const warnings = plan.syncs.flatMap(({ name, uniform, warnings }) =>
    [...uniform.map((one) => uniformText(one)), ...warnings].map((text) => `${name}: ${text}`),
  );
  return html`<header>
<div class="brand">${LOGO}<span>planhat-sync</span><span class="what">Plan${at !== undefined && html` of <time>${timestamp(at)}</time>`}</span></div>
<h1>${title(plan)}${reject > 0 && `, ${plural(reject, "row")} rejected`}</h1>
<p class="lead">${remarks.join(" ")}</p>
${alert("stop", violations.length > 0 ? ["A guard forbids to apply this plan.", ...violations] : [])}
${alert("mind", [...warnings, ...riskSentences(plan)])}
</header>`;
}

function alert(kind: "stop" | "mind", sentences: readonly string[]): Markup {
  if (sentences.length === 0) return html``;
  return html`<div class="alert ${kind}">${sentences.map((sentence) => html`<p>${sentence}</p>`)}</div>`;
}

function title(plan: PlanView): string {
  return headlineText(plan)
    .replace(/^Plan: /, "")
    .replace(/\.$/, "");
}

const LOGO = html`<svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true"><rect width="24" height="24" rx="7" fill="#3b5bdb"/><path d="M6.5 9.5h9.2M13 6.3l3.2 3.2-3.2 3.2M17.5 15H8.3M11 11.8 7.8 15l3.2 3.2" fill="none" stroke="#fff" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
