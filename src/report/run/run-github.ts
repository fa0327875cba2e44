import type { RuleId } from "../../model/generated/rule-ids.ts";
import { given } from "../../model/given.ts";
import type { PlanView, SyncPlanView } from "../../model/plan-view.ts";
import type { RejectCause } from "../../model/reject-causes.ts";
import type { Overwritten, RunReport } from "../../model/run-report.ts";
import { diagnosticsGithub } from "../diagnostics/diagnostics-github.ts";
import { type Annotation, githubCommand } from "../github-command.ts";
import { alikeParts, alikeText } from "../plan/alike-text.ts";
import { driftedText } from "../plan/plan-words.ts";
import { changesByRisk } from "../plan/risk-order.ts";
import { uniformText } from "../plan/uniform-text.ts";
import { plural } from "../text/amounts.ts";
import { messageOf } from "../text/reason-text.ts";
import { rejectionPlace } from "../text/rejection-text.ts";
import { overwrittenText } from "./apply-text.ts";
import { stopGithub } from "./stop-github.ts";

export interface RunGithubOptions {
  /** The project's folder as seen from the root of the repository; empty where it is the root. */
  readonly folder: string;
  /** Where a part of a sync's definition stands: `["guards"]`, `["fields", "name"]`, `[]` for its start. */
  readonly placeOf: (sync: string, path: readonly string[]) => Annotation["place"];
}

/**
 * Annotations for what a plan found: broken guards, changes that undo others' work, keys that are almost the same, fields
 * that are the same everywhere, and rejected rows by cause, each at its line of the definition; then the remarks on the
 * definitions. GitHub shows ten errors and ten warnings a step.
 */
export function planGithub(plan: PlanView, options: RunGithubOptions): string {
  const { folder } = options;
  const annotations = [
    ...plan.syncs.flatMap((sync) => guardAnnotations(sync, options)),
    ...plan.syncs.flatMap((sync) => driftAnnotations(sync, options)),
    ...plan.syncs.flatMap((sync) => alikeAnnotations(sync, options)),
    ...plan.syncs.flatMap((sync) => uniformAnnotations(sync, options)),
    ...causeAnnotations(
      plan.syncs.flatMap(({ causes }) => causes),
      options,
    ),
  ];
  return (
    annotations.map((annotation) => githubCommand(annotation, folder)).join("") +
    diagnosticsGithub(plan.diagnostics, { folder })
  );
}

/** Annotations for what kept records out of Planhat, and for what stopped the apply. */
export function applyGithub(report: RunReport, options: RunGithubOptions): string {
  const stop = report.stop === undefined ? "" : stopGithub(report.stop.reason);
  const annotations = [
    ...report.overwritten.map((one) => overwrittenAnnotation(one, options)),
    ...causeAnnotations(report.causes, options),
  ];
  return stop + annotations.map((annotation) => githubCommand(annotation, options.folder)).join("");
}

function guardAnnotations(
  { name, violations = [] }: SyncPlanView,
  { placeOf }: RunGithubOptions,
): Annotation[] {
  return violations.map((violation) =>
    annotation("error", "guard", placeOf(name, ["guards"]), [violation, "This plan cannot be applied."]),
  );
}

function driftAnnotations(sync: SyncPlanView, { placeOf }: RunGithubOptions): Annotation[] {
  const text = driftedText(sync.drifted);
  if (text === undefined) return [];
  // The field that somebody changed is where to look, if it is one; several have only the file in common.
  const fields = new Set(
    changesByRisk(sync).flatMap(({ drift }) => (drift?.kind === "edited" ? drift.fields : [])),
  );
  const [field] = fields;
  const path = fields.size === 1 && field !== undefined ? ["fields", field] : [];
  return [annotation("warning", "drift", placeOf(sync.name, path), [text])];
}

function overwrittenAnnotation(overwritten: Overwritten, { placeOf }: RunGithubOptions): Annotation {
  const { sync, examples } = overwritten;
  return annotation("error", "overwritten", placeOf(sync, ["mode"]), [
    overwrittenText(overwritten),
    ...examples.slice(0, 1).map((example) => `for example ${rejectionPlace(example)}`),
  ]);
}

function alikeAnnotations(
  { name, key, alikeCount, alike }: SyncPlanView,
  { placeOf }: RunGithubOptions,
): Annotation[] {
  const text = alikeText(alikeCount);
  if (text === undefined) return [];
  const [first] = alikeParts(alike);
  const example =
    first === undefined
      ? []
      : [`for example ${first.place}: ${first.field} is almost that of ${first.where}`];
  const path = key === undefined ? [] : ["fields", key];
  return [annotation("warning", "key-alike", placeOf(name, path), [text, ...example])];
}

function uniformAnnotations({ name, uniform }: SyncPlanView, { placeOf }: RunGithubOptions): Annotation[] {
  return uniform.map((one) =>
    annotation("warning", FIELD_UNIFORM, placeOf(name, ["fields", one.field]), [uniformText(one)]),
  );
}

/** The most frequent first, over all syncs. */
function causeAnnotations(causes: readonly RejectCause[], { placeOf }: RunGithubOptions): Annotation[] {
  return [...causes]
    .sort((a, b) => b.count - a.count)
    .map(({ sync, rule, field, count, example }) =>
      annotation("warning", rule, placeOf(sync, field === undefined ? [] : ["fields", field]), [
        `${plural(count, "row")} rejected: ${messageOf(example.reason)}`,
        `for example ${rejectionPlace(example)}`,
      ]),
    );
}

const FIELD_UNIFORM: RuleId = "field-uniform";

function annotation(
  severity: Annotation["severity"],
  title: string,
  place: Annotation["place"],
  lines: readonly string[],
): Annotation {
  return { severity, title, lines, ...given({ place }) };
}
