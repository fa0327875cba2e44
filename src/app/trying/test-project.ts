import { runTest } from "../../engine/run-test.ts";
import type { CompiledSync } from "../../model/compiled-sync.ts";
import type { SyncCoverage } from "../../model/coverage.ts";
import type { Project } from "../../model/project.ts";
import type { TestResult } from "../../model/test-result.ts";
import { select } from "../selection.ts";
import { TestCoverage } from "./test-coverage.ts";

export interface TestProjectOptions {
  /** Names of syncs; all where there are none. */
  readonly names: readonly string[];
  /** Only the tests whose name contains it, in any case. */
  readonly filter: string | undefined;
  readonly coverage: boolean;
}

export interface TestedProject {
  readonly results: readonly TestResult[];
  /** undefined where nobody asked for it. */
  readonly coverage: readonly SyncCoverage[] | undefined;
}

/** Runs the tests of the definitions, without network. */
export async function testProject(
  project: Project,
  { names, filter, coverage: isCovered }: TestProjectOptions,
): Promise<TestedProject> {
  const results: TestResult[] = [];
  const coverage: SyncCoverage[] = [];
  for (const sync of select(project, names)) {
    const watched = isCovered ? new TestCoverage(sync) : undefined;
    results.push(...(await runTests(sync, filter, watched)));
    if (watched !== undefined) coverage.push(watched.report(project));
  }
  return { results, coverage: isCovered ? coverage : undefined };
}

async function runTests(
  sync: CompiledSync,
  filter: string | undefined,
  coverage: TestCoverage | undefined,
): Promise<readonly TestResult[]> {
  const results: TestResult[] = [];
  for (const one of sync.tests) {
    if (filter !== undefined && !one.name.toLowerCase().includes(filter.toLowerCase())) continue;
    const run = await runTest(sync, one);
    coverage?.note(one, run);
    results.push(run.result);
  }
  return results;
}
