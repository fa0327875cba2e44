/** Which vitest project runs a test file: its name says so, or else the folder under test/ that it is in. */
export type TestProject = "pure" | "io" | "process";

/**
 * - `pure` opens no socket and starts no process. It may use files.
 * - `io` starts no process: sockets on loopback, a PostgreSQL, `main(argv, io)` in the test's own process.
 * - `process` may do anything: the built command, shells, browsers.
 */
const FOLDERS: Readonly<Record<TestProject, readonly string[]>> = {
  pure: ["definition", "engine", "expression", "lint", "model", "report", "support", "watch"],
  io: ["app", "cli", "docs", "golden", "planhat", "sandbox", "sources", "state"],
  process: ["examples", "fault", "page"],
};

export const TEST_PROJECTS = Object.keys(FOLDERS) as readonly TestProject[];

/** Globs of the files of a project. A test file that no project has fails `npm run check:tests`. */
export function filesOf(project: TestProject): { readonly include: string[]; readonly exclude: string[] } {
  return {
    include: [`test/{${FOLDERS[project].join(",")}}/**/*.test.ts`, `test/**/*.${project}.test.ts`],
    exclude: TEST_PROJECTS.filter((other) => other !== project).map((other) => `test/**/*.${other}.test.ts`),
  };
}
