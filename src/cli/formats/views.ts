import type { PlaceOf } from "../../app/sync-places.ts";
import type { SyncCoverage } from "../../model/coverage.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { PlanView, Target } from "../../model/plan-view.ts";
import type { Project } from "../../model/project.ts";
import type { RuleDoc } from "../../model/rule.ts";
import type { RunReport } from "../../model/run-report.ts";
import type { RunRecord, StoredReject } from "../../model/state-store.ts";
import type { TestResult } from "../../model/test-result.ts";
import type { HealthCheck } from "../../report/doctor/doctor-view.ts";
import type { IntrospectView } from "../../report/introspect/introspect-view.ts";
import type { PreviewView } from "../../report/preview/preview-view.ts";
import type { StateView } from "../../report/state/state-view.ts";

/** By command, what its renderers get. */
export interface Views {
  readonly init: string;
  readonly validate: ValidateView;
  readonly test: TestView;
  readonly preview: PreviewView;
  readonly watch: string;
  readonly plan: PlanPrint;
  readonly apply: ReportPrint;
  readonly show: PlanPrint;
  readonly rejects: RejectsView;
  readonly "rejects retry": ReportPrint;
  readonly runs: RunsView;
  readonly state: StateView;
  readonly introspect: IntrospectView;
  readonly doctor: readonly HealthCheck[];
  readonly explain: ExplainView;
  readonly schema: object;
  readonly sandbox: string;
  readonly completion: string;
}

/** A command, or one below another. */
export type CommandName = keyof Views;

export interface ValidateView {
  /** What was checked: its syncs, and the texts of its files. */
  readonly project: Pick<Project, "syncs" | "texts">;
  readonly diagnostics: readonly Diagnostic[];
  /** undefined without `--fix`. */
  readonly fixed: readonly Diagnostic[] | undefined;
}

export interface TestView {
  readonly results: readonly TestResult[];
  /** undefined where nobody asked for it. */
  readonly coverage: readonly SyncCoverage[] | undefined;
}

export interface PlanPrint {
  readonly placeOf: PlaceOf;
  readonly plan: PlanView;
}

export interface ReportPrint {
  readonly placeOf: PlaceOf;
  readonly report: RunReport;
}

export interface RejectsView extends Pick<Target, "environment"> {
  readonly rejects: readonly StoredReject[];
  /** Records listed of each cause. */
  readonly limit: number;
  readonly leftOut: number;
  /** Whether the state has seen no apply yet. */
  readonly isNew: boolean;
}

/** `one`: a run that was asked for, in more words. */
export interface RunsView extends Pick<Target, "environment"> {
  readonly runs: readonly RunRecord[];
  readonly one: boolean;
}

export interface ExplainView {
  readonly rules: readonly RuleDoc[];
  readonly one: boolean;
}
