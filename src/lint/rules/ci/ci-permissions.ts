import type { RuleContext } from "../../../model/linter.ts";
import { WORKFLOW } from "../../examples/workflow-example.ts";
import { at, callingJobs } from "../../reading/workflow-steps.ts";
import type { Finding, Rule } from "../../rule.ts";

export const ciPermissions: Rule = {
  id: "ci-permissions",
  severity: "warning",
  family: "ci",
  description:
    "A workflow that runs planhat-sync does not say what its GitHub token may do, so it may do what the repository's default allows, often to write code. To check and to write to Planhat it needs to read the repository, and nothing else.",
  bad: WORKFLOW.replace("permissions: { contents: read }\n", ""),
  good: WORKFLOW,
  *check(context: RuleContext): Iterable<Finding> {
    for (const { workflow, job, path } of callingJobs(context)) {
      if (at(workflow.value, "permissions") !== undefined || job["permissions"] !== undefined) continue;
      yield {
        in: workflow,
        path,
        at: { part: "key" },
        message:
          "The job does not say what its GitHub token may do. It may do what the repository's default allows.",
        hint: "write permissions: { contents: read } at the top of the workflow; a step that comments needs pull-requests: write too",
      };
    }
  },
};
