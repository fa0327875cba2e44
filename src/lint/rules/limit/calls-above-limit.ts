import type { RuleContext } from "../../../model/linter.ts";
import { exampleProject } from "../../examples/definition-example.ts";
import type { Finding, Rule } from "../../rule.ts";

export const callsAboveLimit: Rule = {
  id: "calls-above-limit",
  severity: "warning",
  family: "limit",
  description:
    "The project allows more calls a minute than Planhat does. Planhat's soft limit is 200 calls a minute for all that a tenant's integrations do: above it, calls are answered with 429 and made again.",
  bad: exampleProject(["limits: { callsPerMinute: 600 }"]),
  good: exampleProject(["limits: { callsPerMinute: 200 }"]),
  *check({ project, settings }: RuleContext): Iterable<Finding> {
    const { callsPerMinute } = settings.limits;
    // A Planhat of one's own, behind PLANHAT_API_URL, has limits of its own.
    if (project === undefined || callsPerMinute <= SOFT_LIMIT || settings.apiUrl !== undefined) return;
    yield {
      in: project,
      path: ["limits", "callsPerMinute"],
      message: `Planhat's soft limit is ${SOFT_LIMIT} calls a minute. Above it calls are refused with 429 and made again, which is slower.`,
      hint: `write ${SOFT_LIMIT} or less; less, where other programs use the same quota`,
    };
  },
};

/** https://docs.planhat.com, Rate limits. */
const SOFT_LIMIT = 200;
