import type { Json, JsonObject } from "../../../model/json.ts";
import type { RuleContext } from "../../../model/linter.ts";
import { WORKFLOW } from "../../examples/workflow-example.ts";
import { applies, callingJobs, callsOf } from "../../reading/workflow-steps.ts";
import type { Finding, Rule } from "../../rule.ts";

export const ciStateLost: Rule = {
  id: "ci-state-lost",
  severity: "warning",
  family: "ci",
  description:
    "A workflow applies on a machine that is thrown away, and keeps the state in a file there. The next run knows nothing of what Planhat has accepted: no failed record is tried again, no cursor goes on, and every record counts as new to it. Use a state that machines share: `state: postgres://…`. A cache of GitHub keeps the file, and lets pull requests from forks read it, with the records that are in it: that is reported too.",
  bad: WORKFLOW.replace(/ {4}env:\n.*\n/, ""),
  good: WORKFLOW,
  *check(context: RuleContext): Iterable<Finding> {
    const { state } = context.settings;
    // What a variable holds may be a state that machines share.
    if (state.kind !== "value" || /^[a-z]+:\/\//i.test(state.value)) return;
    for (const job of callingJobs(context)) {
      if (!applies(job) || isOwnMachine(job.job["runs-on"])) continue;
      const cached = job.steps.find(({ step }) => caches(step, state.value));
      if (cached !== undefined) {
        yield {
          in: job.workflow,
          path: [...cached.path, "uses"],
          message:
            "The state is kept in a cache of GitHub. Pull requests from forks can read it, and it holds records.",
          hint: SHARED,
        };
        continue;
      }
      const text = JSON.stringify(job.job);
      if (/download-artifact|[A-Z]_STATE\b|aws s3|gsutil/.test(text)) continue;
      const call = callsOf(job).find(({ args }) => args[0] === "apply");
      if (call === undefined) continue;
      yield {
        in: job.workflow,
        path: call.path,
        at: { span: { offset: call.offset, length: call.length } },
        message:
          "The state lies on a machine that is thrown away, so the next run knows nothing of what this one has written.",
        hint: SHARED,
      };
    }
  },
};

const SHARED = `set state: in planhat-sync.yaml to a postgres:// URL, such as \${PLANHAT_SYNC_STATE} from a secret`;

/** Whether a step of actions/cache, its restore or its save, keeps the folder of the state. */
function caches({ uses, with: settings }: JsonObject, state: string): boolean {
  if (typeof uses !== "string" || !/^actions\/cache(?:\/|@)/.test(uses)) return false;
  const folder = state.slice(0, Math.max(0, state.indexOf("/"))) || state;
  return JSON.stringify(settings ?? {}).includes(folder);
}

function isOwnMachine(runsOn: Json | undefined): boolean {
  return JSON.stringify(runsOn ?? "").includes("self-hosted");
}
