import type { RuleContext } from "../../../model/linter.ts";
import type { PlacedDocument } from "../../../model/placed.ts";
import { WORKFLOW } from "../../examples/workflow-example.ts";
import { callingJobs, triggers } from "../../reading/workflow-steps.ts";
import type { Finding, Rule } from "../../rule.ts";

const PLANNING = WORKFLOW.replace("push: { branches: [main] }", "pull_request:").replace(
  "apply --auto-approve",
  "plan",
);

export const ciPullRequestTarget: Rule = {
  id: "ci-pull-request-target",
  severity: "error",
  family: "ci",
  locked: true,
  description:
    "A workflow that runs planhat-sync is started by `pull_request_target`, which gives a stranger's pull request the secrets of the repository. Whoever opens one could send the token anywhere, through a source of a definition of their own.",
  bad: PLANNING.replace("pull_request:", "pull_request_target:"),
  good: PLANNING,
  *check(context: RuleContext): Iterable<Finding> {
    const told = new Set<PlacedDocument>();
    for (const { workflow } of callingJobs(context)) {
      if (told.has(workflow) || !triggers(workflow).includes("pull_request_target")) continue;
      told.add(workflow);
      const isMap = workflow.extent(["on", "pull_request_target"]) !== undefined;
      yield {
        in: workflow,
        path: isMap ? ["on", "pull_request_target"] : ["on"],
        at: { part: "key" },
        message: "A stranger's pull request would run with the secrets of this repository.",
        hint: "use pull_request, which gives forks no secrets: validate and test need none",
      };
    }
  },
};
