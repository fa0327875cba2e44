import type { RuleContext } from "../../../model/linter.ts";
import { exampleProject } from "../../examples/definition-example.ts";
import type { Finding, Rule } from "../../rule.ts";

export const regionUnusual: Rule = {
  id: "region-unusual",
  severity: "warning",
  family: "project",
  description:
    "The region has the form of a region of a cloud, such as `eu-west-1`. Planhat's regions are short: the part behind `app-` in the address of your Planhat, such as `us1` or `eu3`, and nothing at all for app.planhat.com. With a wrong one the token is refused with 401.",
  bad: exampleProject(["planhat:", "  region: eu-west-1"]),
  good: exampleProject(["planhat:", "  region: eu1"]),
  *check({ project, regions }: RuleContext): Iterable<Finding> {
    if (project === undefined) return;
    for (const { value, path } of regions) {
      if (!CLOUD_REGION.test(value)) continue;
      yield {
        in: project,
        path,
        message:
          "This has the form of a cloud's region, and Planhat's are short. With a wrong region the token is refused.",
        hint: "write the part behind app- in the address of your Planhat, such as us1; leave it empty for app.planhat.com",
      };
    }
  },
};

const CLOUD_REGION = /^[a-z]{2,12}-(?:(?:north|south|east|west|central)+\d?|gov)(?:-[a-z]+)?(?:-?\d)?$/;
