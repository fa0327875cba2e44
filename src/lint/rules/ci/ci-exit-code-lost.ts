import type { JsonObject } from "../../../model/json.ts";
import type { RuleContext } from "../../../model/linter.ts";
import { WORKFLOW } from "../../examples/workflow-example.ts";
import { callingJobs, callsOf, type WorkflowCall } from "../../reading/workflow-steps.ts";
import type { Finding, Rule } from "../../rule.ts";

export const ciExitCodeLost: Rule = {
  id: "ci-exit-code-lost",
  severity: "warning",
  family: "ci",
  description:
    "A workflow goes on as if all were well when planhat-sync says that it is not: its exit code is thrown away by `|| true`, by `continue-on-error`, or by a pipe, whose exit code is that of its last part. A broken definition, or an apply that was stopped, would look green.",
  bad: WORKFLOW.replace("--auto-approve", "--auto-approve || true"),
  good: WORKFLOW,
  *check(context: RuleContext): Iterable<Finding> {
    for (const job of callingJobs(context)) {
      for (const call of callsOf(job)) {
        const why = whyLost(call, call.step);
        if (why === undefined) continue;
        const { path, offset, length } = call;
        yield {
          in: job.workflow,
          path,
          at: { span: { offset, length } },
          message: `The exit code is lost: ${why.what}. A run that was stopped would look green.`,
          hint: why.hint,
        };
      }
    }
  },
};

function whyLost({ line, args }: WorkflowCall, step: JsonObject) {
  // Codes that a script asks for on purpose.
  if (args.includes("--detailed-exitcode")) return undefined;
  if (
    /planhat-sync[^|;&]*\|\|\s*(?:true|:|exit 0|echo)\b/.test(line) ||
    /planhat-sync[^|;&]*\|\|\s*:/.test(line)
  ) {
    return {
      what: "what follows || always succeeds",
      hint: "remove it, or act on the code: see the exit codes in the README",
    };
  }
  if (step["continue-on-error"] === true) {
    return { what: "the step has continue-on-error", hint: "remove continue-on-error" };
  }
  // With `shell: bash` GitHub sets pipefail itself.
  const isPiped = /planhat-sync[^|;&]*\|(?!\|)/.test(line);
  if (!isPiped || step["shell"] === "bash" || /pipefail/.test(String(step["run"]))) return undefined;
  return {
    what: "a pipe ends with the code of its last part",
    hint: "begin the script with set -o pipefail, or write shell: bash",
  };
}
