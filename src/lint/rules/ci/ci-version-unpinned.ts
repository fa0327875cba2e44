import type { RuleContext } from "../../../model/linter.ts";
import { WORKFLOW } from "../../examples/workflow-example.ts";
import type { Finding, Rule } from "../../rule.ts";

export const ciVersionUnpinned: Rule = {
  id: "ci-version-unpinned",
  severity: "warning",
  family: "ci",
  description:
    "A workflow installs whatever version of planhat-sync is the newest. A release could change what an apply does between the review of a plan and its run. A pinned version, or a package-lock.json with `npm ci`, is changed by a commit of its own.",
  bad: WORKFLOW.replace("@0.1.0", ""),
  good: WORKFLOW,
  *check({ workflows }: RuleContext): Iterable<Finding> {
    for (const workflow of workflows) {
      // npm ci installs what package-lock.json says, and npx then takes that.
      if (/\bnpm (?:ci|clean-install)\b|\b(?:pnpm|yarn) install\b/.test(workflow.text)) continue;
      for (const { path, raw } of workflow.scalars) {
        if (path.at(-1) !== "run") continue;
        for (const match of raw.matchAll(UNPINNED)) {
          const offset = match.index + match[0].length - NAME.length;
          yield {
            in: workflow,
            path,
            at: { span: { offset, length: NAME.length } },
            message: "This runs the newest version, even one that you have never tested.",
            hint: `name a version: ${NAME}@0.1.0, or install from a package-lock.json with npm ci`,
          };
        }
      }
    }
  },
};

const NAME = "planhat-sync";
const UNPINNED =
  /(?:\bnpx(?:[ \t]+-[\w-]+)*|\bnpm[ \t]+(?:i|install|add|exec)(?:[ \t]+-[\w-]+)*|\b(?:pnpm|yarn)[ \t]+(?:global[ \t]+)?(?:add|dlx)(?:[ \t]+-[\w-]+)*)[ \t]+(?:--[ \t]+)?planhat-sync(?![\w@/-])/g;
