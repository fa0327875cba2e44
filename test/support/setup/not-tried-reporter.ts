import type { Reporter, TestModule } from "vitest/node";

/**
 * Tells at the end what this machine could not try, and why: a green run alone does not say so. EVERY_TEST=1 makes the
 * run fail then.
 */
export class NotTriedReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const lines = modules.flatMap(notTried);
    if (lines.length === 0) return;
    console.error(
      `\nNot tried on this machine: ${lines.length}\n${lines.map((line) => `  ${line}\n`).join("")}`,
    );
    if (process.env["EVERY_TEST"] !== "1") return;
    console.error("EVERY_TEST is 1, so the run fails.\n");
    process.exitCode = 1;
  }
}

/** A test that was left out says why by itself: `skip("fish is not installed")`. What a filter left out says nothing. */
function notTried(module: TestModule): readonly string[] {
  return [...module.children.allTests("skipped")].flatMap((test) => {
    const result = test.result();
    return result.state === "skipped" && result.note !== undefined
      ? [`${result.note}: ${test.fullName}`]
      : [];
  });
}
