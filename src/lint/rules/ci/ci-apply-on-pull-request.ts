import type { RuleContext } from "../../../model/linter.ts";
import { WORKFLOW } from "../../examples/workflow-example.ts";
import { callingJobs, callsOf, triggers } from "../../reading/workflow-steps.ts";
import type { Finding, Rule } from "../../rule.ts";

export const ciApplyOnPullRequest: Rule = {
  id: "ci-apply-on-pull-request",
  severity: "error",
  family: "ci",
  description:
    "A workflow writes to Planhat when a pull request is opened or changed, before anybody has reviewed it. Plan there, and apply when it is merged: on a push to the main branch, or with an `if:` that says so.",
  bad: WORKFLOW.replace("push: { branches: [main] }", "pull_request:"),
  good: WORKFLOW,
  *check(context: RuleContext): Iterable<Finding> {
    for (const job of callingJobs(context)) {
      if (!triggers(job.workflow).some((event) => event.startsWith("pull_request"))) continue;
      for (const { args, path, offset, length, step } of callsOf(job)) {
        if (args[0] !== "apply" || step["if"] !== undefined || job.job["if"] !== undefined) continue;
        yield {
          in: job.workflow,
          path,
          at: { span: { offset, length } },
          message: "This writes to Planhat for every pull request, before anybody has reviewed it.",
          hint: "run planhat-sync plan there, and apply on a push to main: if: github.event_name == 'push'",
        };
      }
    }
  },
};
