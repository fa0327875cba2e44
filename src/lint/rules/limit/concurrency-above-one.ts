import type { RuleContext } from "../../../model/linter.ts";
import { exampleProject } from "../../examples/definition-example.ts";
import type { Finding, Rule } from "../../rule.ts";

export const concurrencyAboveOne: Rule = {
  id: "concurrency-above-one",
  severity: "warning",
  family: "limit",
  description:
    "Several bulk writes of one kind of object would be in flight at a time. Planhat advises to send them one after another, for the integrity of the data, and parallel writes of endusers were seen to fail as duplicates. Bigger batches, not more connections, are the way to go faster.",
  bad: exampleProject(["limits: { concurrency: 4 }"]),
  good: exampleProject(["limits: { concurrency: 1 }"]),
  *check({ project, settings }: RuleContext): Iterable<Finding> {
    if (project === undefined || settings.limits.concurrency <= 1) return;
    yield {
      in: project,
      path: ["limits", "concurrency"],
      message:
        "Planhat advises to send bulk writes one after another. Parallel ones were seen to fail as duplicates.",
      hint: "write 1, and let the batches be large",
    };
  },
};
