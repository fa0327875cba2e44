import { availableParallelism } from "node:os";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";
import { patient } from "./test/support/effort.ts";
import { memoryFolder } from "./test/support/setup/memory-folder.ts";
import { NotTriedReporter } from "./test/support/setup/not-tried-reporter.ts";
import { filesOf, type TestProject } from "./test/support/test-projects.ts";

const CORES = Math.max(2, availableParallelism());
const POSTGRES = "test/support/setup/shared-postgres.ts";
const CHROMIUM = "test/support/setup/shared-chromium.ts";

const memory = memoryFolder();
// The folder for temporary files that somebody has chosen is theirs to choose.
if (memory !== undefined) process.env["TMPDIR"] ??= memory;

export default defineConfig({
  test: {
    projects: [
      project("pure", 0, ["no-process", "no-socket"], { pool: "threads" }),
      project("io", 1, ["no-process", "no-outside-network"], { globalSetup: [POSTGRES] }),
      project("process", 2, ["no-outside-network"], {
        globalSetup: [POSTGRES, CHROMIUM],
        // They wait for processes, and some for seconds that the program takes.
        maxWorkers: CORES + 1,
      }),
    ],
    reporters: ["default", new NotTriedReporter()],
    // Vitest's own default leaves one core idle, and small machines have two.
    maxWorkers: CORES,
  },
});

function project(
  name: TestProject,
  groupOrder: number,
  setup: readonly string[],
  settings: TestProjectInlineConfiguration["test"],
): TestProjectInlineConfiguration {
  return {
    extends: true,
    test: {
      name,
      ...filesOf(name),
      // The files of a worker share its modules: to load them anew for each took three quarters of the time.
      isolate: false,
      // One project after the other: a worker goes on with files of its own project alone.
      sequence: { groupOrder },
      setupFiles: ["property-runs", ...setup].map((file) => `test/support/setup/${file}.ts`),
      // They end what hangs, and nothing else: on an idle machine the longest test takes a twentieth of it.
      testTimeout: patient(300_000),
      hookTimeout: patient(300_000),
      expect: { poll: { timeout: patient(60_000) } },
      ...settings,
    },
  };
}
