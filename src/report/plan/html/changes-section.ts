import { byAction } from "../../../model/action.ts";
import { riskWeight } from "../../../model/change-risk.ts";
import type { ChangeView, FieldView } from "../../../model/change-view.ts";
import type { SyncPlanView } from "../../../model/plan-view.ts";
import { describePosition } from "../../../model/row.ts";
import { amount, plural } from "../../text/amounts.ts";
import { valuePair, valueText } from "../../text/value-text.ts";
import { driftText, hiddenParts } from "../change-text.ts";
import { changesByRisk, type NotableRisk, notableRisks, objectTypeOf, RISK_WORDS } from "../risk-order.ts";
import { html, type Markup } from "./markup.ts";

interface Row {
  readonly change: ChangeView;
  readonly sync: SyncPlanView;
  readonly syncIndex: number;
  readonly risks: readonly NotableRisk[];
}

/** The table of changes, the riskiest of all syncs first, with what it can be searched and filtered by. */
export function changesSection(syncs: readonly SyncPlanView[]): Markup {
  const rows = rowsOf(syncs);
  const total = syncs.reduce((sum, { summary }) => sum + summary.create + summary.update, 0);
  if (total === 0) return html``;
  const fields = new Map<string, number>();
  for (const name of [...new Set(rows.flatMap(({ change }) => Object.keys(change.fields)))].sort()) {
    fields.set(name, fields.size);
  }
  const several = syncs.length > 1;
  const cut =
    total > rows.length &&
    `These are the ${amount(rows.length)} riskiest of ${plural(total, "change")}; --limit lists more.`;
  return html`<section aria-labelledby="changes-title">
<h2 id="changes-title">Changes</h2>
<div class="panel">
${filterBar(syncs, [...fields.keys()], rows)}
<table id="changes">
<thead><tr><th scope="col" class="c-action">Change</th><th scope="col" class="c-record">Record</th><th scope="col">Fields</th>${several && html`<th scope="col" class="c-sync">Sync</th>`}</tr></thead>
<tbody>${rows.map((row) => changeRow(row, fields, several))}</tbody>
</table>
<p class="none" id="none" hidden>No change matches.</p>
<p class="foot"><button type="button" id="more" hidden>Show more</button>${cut}</p>
</div>
</section>`;
}

/** Sorting is stable: what weighs the same stays in the order of the syncs. */
function rowsOf(syncs: readonly SyncPlanView[]): readonly Row[] {
  return syncs
    .flatMap((sync, syncIndex) =>
      changesByRisk(sync).map((change) => ({
        weight: riskWeight(change, objectTypeOf(sync)),
        row: { change, sync, syncIndex, risks: notableRisks(change, sync) },
      })),
    )
    .sort((a, b) => b.weight - a.weight)
    .map(({ row }) => row);
}

/** Shown by the script, without which it would do nothing. */
function filterBar(syncs: readonly SyncPlanView[], fields: readonly string[], rows: readonly Row[]): Markup {
  const risks = (Object.keys(RISK_WORDS) as NotableRisk[]).filter((risk) =>
    rows.some((row) => row.risks.includes(risk)),
  );
  const select = (id: string, label: string, options: readonly (readonly [string | number, string])[]) =>
    options.length > 1 &&
    html`<select id="${id}" aria-label="${label}"><option value="">${label}</option>${options.map(
      ([value, text]) => html`<option value="${value}">${text}</option>`,
    )}</select>
`;
  return html`<div class="filters" id="filters" role="search" hidden>
<span class="search"><input id="search" type="search" placeholder="Search keys, fields and values" aria-label="Search the changes" autocomplete="off" spellcheck="false"><kbd aria-hidden="true">/</kbd></span>
${select(
  "sync",
  "All syncs",
  syncs.map(({ name }, index) => [index, name]),
)}${select("action", "Create and update", [
  ["create", "Create"],
  ["update", "Update"],
])}${select("risk", "Any risk", [
  ...risks.map((risk) => [risk, capital(RISK_WORDS[risk])] as const),
  ...(risks.length > 0 ? [["none", "None of these"] as const] : []),
])}${select(
  "field",
  "All fields",
  fields.map((name, index) => [index, name]),
)}<button type="button" id="reset" hidden>Clear</button>
<output id="count" aria-live="polite"></output>
</div>`;
}

function changeRow(
  { change, sync, syncIndex, risks }: Row,
  fields: ReadonlyMap<string, number>,
  several: boolean,
): Markup {
  const names = Object.keys(change.fields);
  const place = describePosition(change.position);
  const indexes = names.map((name) => fields.get(name) ?? "").join(" ");
  return html`
<tr class="${change.action}" data-sync="${syncIndex}" data-action="${change.action}" data-risk="${risks.length > 0 ? risks.join(" ") : "none"}" data-field="${indexes}"><td><span class="tag ${change.action}">${change.action}</span>${risks.map(
    (risk) => html` <span class="tag ${risk}">${RISK_WORDS[risk]}</span>`,
  )}</td><td>${sync.key === undefined ? html`<span class="key">${place}</span>` : html`<span class="key">${change.key}</span><span class="place">${place}</span>`}</td><td>${change.drift && html`<p class="note">${capital(driftText(change.drift))}</p>`}${fieldLists(change)}</td>${several && html`<td class="quiet">${sync.name}</td>`}</tr>`;
}

/** Many fields fold up, so that one record does not fill the page. */
function fieldLists(change: ChangeView): Markup {
  const all = Object.entries(change.fields).map(
    ([name, field]) => html`<dt>${name}</dt><dd>${fieldMarkup(field, change.action)}</dd>`,
  );
  const most = byAction(change.action, { create: CREATE_FIELDS, update: UPDATE_FIELDS });
  // Nobody unfolds one field.
  const shown = all.length <= most + 1 ? all : all.slice(0, most);
  const rest = all.slice(shown.length);
  return html`<dl class="fields">${shown}</dl>${
    rest.length > 0 &&
    html`<details><summary>${plural(rest.length, "more field")}</summary><dl class="fields">${rest}</dl></details>`
  }`;
}

function fieldMarkup(field: FieldView, action: ChangeView["action"]): Markup {
  if ("hidden" in field) {
    return joined(hiddenParts(field, action).map((text) => html`<span class="unknown">${text}</span>`));
  }
  const { before, after, names } = field;
  if (byAction(action, { create: true, update: false }))
    return html`<ins>${valueText(after, VALUE, names)}</ins>`;
  if (before === undefined) {
    return joined([
      html`<span class="unknown">not known</span>`,
      html`<ins>${valueText(after, VALUE, names)}</ins>`,
    ]);
  }
  const [old, young] = valuePair(before, after, 2 * VALUE, names);
  return joined([html`<del>${old}</del>`, html`<ins>${young}</ins>`]);
}

function joined(parts: readonly Markup[]): Markup {
  return html`${parts.map((part, index) => (index === 0 ? part : html` <span class="arrow">→</span> ${part}`))}`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Characters of a value: the rest is cut, the difference stays in sight. */
const VALUE = 400;
const CREATE_FIELDS = 5;
const UPDATE_FIELDS = 12;
