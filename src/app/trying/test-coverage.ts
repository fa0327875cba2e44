import type { TestRun } from "../../engine/run-test.ts";
import { type ObservedExpression, observeBranches } from "../../expression/observe-branches.ts";
import type { CompiledField, CompiledSync, SyncTest } from "../../model/compiled-sync.ts";
import type { CoverageGap, SyncCoverage } from "../../model/coverage.ts";
import type { Project } from "../../model/project.ts";
import { expressionPlaces } from "./expression-places.ts";

/** Watches the tests of one sync: which fields get a value that a test looks at, and which branches are taken. */
export class TestCoverage {
  readonly #sync: CompiledSync;
  readonly #observed: ReadonlyMap<string, ObservedExpression | undefined>;
  readonly #reached = new Set<string>();

  constructor(sync: CompiledSync) {
    this.#sync = sync;
    this.#observed = new Map(
      sync.fields.flatMap(({ name, value }) =>
        value.kind === "constant" ? [] : [[name, observeBranches(value.expression.text)]],
      ),
    );
  }

  note(test: SyncTest, { transformed, now }: TestRun): void {
    if (test.expect !== undefined && transformed.kind === "record") {
      for (const name of Object.keys(transformed.record.fields)) this.#reached.add(name);
    }
    for (const observed of this.#observed.values()) observed?.evaluate(test.row, { runStart: now });
  }

  report(project: Project): SyncCoverage {
    const { name, file, fields } = this.#sync;
    const place = expressionPlaces(project, this.#sync);
    const observed = [...this.#observed.values()].flatMap((one) => one ?? []);
    return {
      sync: name,
      file,
      fields: {
        total: fields.length,
        reached: fields.filter((field) => this.#reached.has(field.name)).length,
      },
      branches: {
        total: observed.reduce((sum, { branches }) => sum + branches.length, 0),
        reached: observed.reduce((sum, { taken }) => sum + taken.size, 0),
      },
      gaps: fields.flatMap((field) => this.#gaps(field, place)),
      unseen: [...this.#observed].flatMap(([field, one]) => (one === undefined ? [field] : [])),
    };
  }

  #gaps({ name }: CompiledField, place: ReturnType<typeof expressionPlaces>): readonly CoverageGap[] {
    const gaps: CoverageGap[] = [];
    if (!this.#reached.has(name)) {
      gaps.push({ kind: "field", field: name, ...place(name), message: "no test expects a value of it" });
    }
    const observed = this.#observed.get(name);
    for (const branch of observed?.branches ?? []) {
      if (observed?.taken.has(branch) === true) continue;
      const at = place(name, branch.offset);
      gaps.push({ kind: "branch", field: name, ...at, message: `no test ${branch.untaken}` });
    }
    return gaps;
  }
}
