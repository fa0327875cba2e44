import type { RuleContext } from "../../../model/linter.ts";
import { WORKFLOW } from "../../examples/workflow-example.ts";
import { callingJobs, callsOf } from "../../reading/workflow-steps.ts";
import type { Finding, Rule } from "../../rule.ts";

export const ciApplyAsks: Rule = {
  id: "ci-apply-asks",
  severity: "error",
  family: "ci",
  description:
    "A workflow runs `apply` without `--auto-approve`. Nobody can answer the question there, so the apply ends with exit 3 and writes nothing. A saved plan (`apply plan.json`) is applied without asking.",
  bad: WORKFLOW.replace(" --auto-approve", ""),
  good: WORKFLOW,
  *check(context: RuleContext): Iterable<Finding> {
    for (const job of callingJobs(context)) {
      for (const { args, path, offset, length } of callsOf(job)) {
        const [command, ...rest] = args;
        if (command !== "apply" && !(command === "rejects" && rest[0] === "retry")) continue;
        if (rest.includes("--auto-approve") || rest.includes("--help") || rest.some(isPlanFile)) continue;
        yield {
          in: job.workflow,
          path,
          at: { span: { offset, length } },
          message: "Nobody can answer in a workflow, so this apply ends without writing anything.",
          hint: "add --auto-approve, or apply a plan that was saved and reviewed",
        };
      }
    }
  },
};

/** A path, or a name with an ending that no sync has. */
function isPlanFile(arg: string): boolean {
  return !arg.startsWith("-") && /[/$"']|\.(?:json|plan|planhat|bin|db|gz)$/.test(arg);
}
