import { ALL_RULES } from "../../app/rules.ts";
import { VERSION } from "../../app/version.ts";
import { diagnosticsGithub } from "../../report/diagnostics/diagnostics-github.ts";
import { diagnosticsJson } from "../../report/diagnostics/diagnostics-json.ts";
import { diagnosticsMarkdown } from "../../report/diagnostics/diagnostics-markdown.ts";
import { diagnosticsSarif } from "../../report/diagnostics/diagnostics-sarif.ts";
import { diagnosticsText } from "../../report/diagnostics/diagnostics-text.ts";
import { fixesText } from "../../report/diagnostics/fixes-text.ts";
import { ruleListText, ruleText } from "../../report/diagnostics/rule-text.ts";
import { rulesJson } from "../../report/diagnostics/rules-json.ts";
import { doctorJson } from "../../report/doctor/doctor-json.ts";
import { doctorText } from "../../report/doctor/doctor-text.ts";
import { introspectJson } from "../../report/introspect/introspect-json.ts";
import { introspectText } from "../../report/introspect/introspect-text.ts";
import { planJson } from "../../report/plan/plan-json.ts";
import { planMarkdown } from "../../report/plan/plan-markdown.ts";
import { planText } from "../../report/plan/plan-text.ts";
import { previewJson } from "../../report/preview/preview-json.ts";
import { previewText } from "../../report/preview/preview-text.ts";
import { applyJson } from "../../report/run/apply-json.ts";
import { applyMarkdown } from "../../report/run/apply-markdown.ts";
import { applyText } from "../../report/run/apply-text.ts";
import { rejectsCsv } from "../../report/run/rejects-csv.ts";
import { rejectsJson } from "../../report/run/rejects-json.ts";
import { rejectsText } from "../../report/run/rejects-text.ts";
import { applyGithub, planGithub } from "../../report/run/run-github.ts";
import { runsJson } from "../../report/run/runs-json.ts";
import { runsText, runText } from "../../report/run/runs-text.ts";
import { stateJson } from "../../report/state/state-json.ts";
import { stateText } from "../../report/state/state-text.ts";
import { testJson } from "../../report/tests/test-json.ts";
import { testJunit } from "../../report/tests/test-junit.ts";
import { testText } from "../../report/tests/test-text.ts";
import type { Format, Layout, Renderer } from "./format.ts";
import type { FORMATS_BY_COMMAND } from "./formats.ts";
import type { CommandName, PlanPrint, ReportPrint, Views } from "./views.ts";

/** One for each format that the command prints. */
type RendererTable = {
  readonly [C in CommandName]: Readonly<Record<(typeof FORMATS_BY_COMMAND)[C][number], Renderer<Views[C]>>>;
};

/** What a command found, in a format that it has. */
export function rendered<C extends CommandName>(
  command: C,
  format: Format,
  view: Views[C],
  layout: Layout,
): string {
  const renderers: Readonly<Partial<Record<Format, Renderer<Views[C]>>>> = RENDERERS[command];
  const render = renderers[format];
  if (render === undefined) throw new Error(`The command ${command} was let through with ${format}.`);
  return render(view, layout);
}

const asIs: Renderer<string> = (text) => text;
const schemaText: Renderer<object> = (schema) => JSON.stringify(schema, null, 2);

const ofPlan = {
  text: ({ plan }, layout) => planText(plan, layout),
  json: ({ plan }) => planJson(plan),
  markdown: ({ plan }) => planMarkdown(plan),
} satisfies Partial<Record<Format, Renderer<PlanPrint>>>;

const ofReport = {
  text: ({ report }, layout) => applyText(report, layout),
  json: ({ report }) => applyJson(report),
  markdown: ({ report }) => applyMarkdown(report),
  // GitHub shows a few annotations; the log has the whole.
  github: ({ report, placeOf }, layout) =>
    applyGithub(report, { folder: layout.folder, placeOf }) + applyText(report, layout),
} satisfies Partial<Record<Format, Renderer<ReportPrint>>>;

const RENDERERS: RendererTable = {
  init: { text: asIs },
  validate: {
    text: ({ project: { texts, syncs }, diagnostics, fixed }, { colour }) =>
      fixesText(fixed ?? [], { colour }) +
      diagnosticsText(diagnostics, { texts, colour, syncs: syncs.length, files: texts.size }),
    json: ({ diagnostics, fixed }) => diagnosticsJson(diagnostics, fixed),
    markdown: ({ diagnostics }) => diagnosticsMarkdown(diagnostics),
    github: ({ diagnostics }, { folder }) => diagnosticsGithub(diagnostics, { folder }),
    sarif: ({ diagnostics }, { folder }) =>
      diagnosticsSarif(diagnostics, { rules: ALL_RULES, version: VERSION, folder }),
  },
  test: {
    text: ({ results, coverage }, layout) => testText(results, layout, coverage),
    json: ({ results, coverage }) => testJson(results, coverage),
    junit: ({ results }) => testJunit(results),
  },
  preview: { text: previewText, json: previewJson },
  watch: { text: asIs },
  plan: {
    ...ofPlan,
    github: ({ plan, placeOf }, layout) =>
      planGithub(plan, { folder: layout.folder, placeOf }) + planText(plan, layout),
  },
  apply: ofReport,
  show: ofPlan,
  rejects: {
    text: ({ rejects, ...more }, { colour, width }) => rejectsText(rejects, { colour, width, ...more }),
    json: ({ rejects, environment }) => rejectsJson(rejects, environment),
    csv: ({ rejects }) => rejectsCsv(rejects),
  },
  "rejects retry": ofReport,
  runs: {
    text: ({ runs, one, ...more }, layout) =>
      one
        ? runs.map((run) => runText(run, { ...layout, ...more })).join("\n")
        : runsText(runs, { ...layout, ...more }),
    json: ({ runs, environment }) => runsJson(runs, environment),
  },
  state: { text: stateText, json: stateJson },
  introspect: { text: introspectText, json: introspectJson },
  doctor: { text: doctorText, json: doctorJson },
  explain: {
    text: ({ rules, one }, layout) =>
      one ? rules.map((rule) => ruleText(rule, layout)).join("\n") : ruleListText(rules, layout),
    json: ({ rules }) => rulesJson(rules),
  },
  schema: { text: schemaText, json: schemaText },
  sandbox: { text: asIs },
  completion: { text: asIs },
};
