import type { RuleContext } from "../../../model/linter.ts";
import { WORKFLOW } from "../../examples/workflow-example.ts";
import { applies, at, callingJobs } from "../../reading/workflow-steps.ts";
import type { Finding, Rule } from "../../rule.ts";

export const ciConcurrency: Rule = {
  id: "ci-concurrency",
  severity: "warning",
  family: "ci",
  description:
    "A workflow that applies does not say that one run waits for the other, or ends a run that is going on. Two applies at once wait for the same state, and the second ends with exit 4; an apply that is cancelled leaves the rest for the next one.",
  bad: WORKFLOW.replace("concurrency: planhat\n", ""),
  good: WORKFLOW,
  *check(context: RuleContext): Iterable<Finding> {
    for (const job of callingJobs(context)) {
      if (!applies(job)) continue;
      const { workflow, path } = job;
      const own = job.job["concurrency"];
      const concurrency = own ?? at(workflow.value, "concurrency");
      const place = own === undefined ? ["concurrency"] : [...path, "concurrency"];
      if (concurrency === undefined) {
        yield {
          in: workflow,
          path,
          at: { part: "key" },
          message:
            "Two runs of this workflow may apply at once. The second finds the state locked and ends with exit 4.",
          hint: "write concurrency: planhat at the top of the workflow",
        };
      } else if (at(concurrency, "cancel-in-progress") === true) {
        yield {
          in: workflow,
          path: [...place, "cancel-in-progress"],
          message: "A later run ends an apply that is going on. What is left waits for the next one.",
          hint: "remove cancel-in-progress where planhat-sync applies",
        };
      }
    }
  },
};
