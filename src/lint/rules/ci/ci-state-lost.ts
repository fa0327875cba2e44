import type { Json } from "../../../model/json.ts";
import { WORKFLOW } from "../../examples/workflow-example.ts";
import { applies, callingJobs, callsOf } from "../../reading/workflow-steps.ts";
import type { Finding, Rule, RuleContext } from "../../rule.ts";

export const ciStateLost: Rule = {
  id: "ci-state-lost",
  severity: "warning",
  family: "ci",
  description:
    "A workflow applies on a machine that is thrown away, and keeps the state in a file there. The next run knows nothing of what Planhat has accepted: no failed record is tried again, no cursor goes on, and every record counts as new to it. Keep the file in a cache, or use a state that machines share: `state: postgres://…`.",
  bad: WORKFLOW.replace(/ {6}- uses: actions\/cache.*\n.*\n/, ""),
  good: WORKFLOW,
  *check(context: RuleContext): Iterable<Finding> {
    const { state } = context.settings;
    // What a variable holds may be a state that machines share.
    if (state.kind !== "value" || /^[a-z]+:\/\//i.test(state.value)) return;
    for (const job of callingJobs(context)) {
      if (!applies(job) || isOwnMachine(job.job["runs-on"])) continue;
      const text = JSON.stringify(job.job);
      if (/actions\/cache|download-artifact|PLANHAT_SYNC_STATE|aws s3|gsutil/.test(text)) continue;
      const call = callsOf(job).find(({ args }) => args[0] === "apply");
      if (call === undefined) continue;
      yield {
        in: job.workflow,
        path: call.path,
        at: { span: { offset: call.offset, length: call.length } },
        message:
          "The state lies on a machine that is thrown away, so the next run knows nothing of what this one has written.",
        hint: "keep the folder of the state in a cache (actions/cache), or set state: in planhat-sync.yaml to a postgres:// URL",
      };
    }
  },
};

function isOwnMachine(runsOn: Json | undefined): boolean {
  return JSON.stringify(runsOn ?? "").includes("self-hosted");
}
