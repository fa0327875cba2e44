import type { RuleContext } from "../../../model/linter.ts";
import type { Finding, Rule } from "../../rule.ts";

export const regionInvalid: Rule = {
  id: "region-invalid",
  severity: "error",
  family: "project",
  locked: true,
  description:
    "`planhat.region` is not the name of a region. It is the part of your Planhat address behind `app-`: `us1` where you work on app-us1.planhat.com, and empty where that is app.planhat.com. A host or a URL does not belong here: the token is sent to api-<region>.planhat.com and nowhere else.",
  bad: `# planhat-sync.yaml
version: 1
planhat:
  region: https://app-us1.planhat.com

# syncs/accounts.yaml
version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: name
`,
  good: `# planhat-sync.yaml
version: 1
planhat:
  region: us1

# syncs/accounts.yaml
version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: name
`,
  *check({ project, regions }: RuleContext): Iterable<Finding> {
    // Without a project file the region comes from the environment, and whoever builds the host refuses it.
    if (project === undefined) return;
    for (const { value, path } of regions) {
      if (value === "" || (REGION.test(value) && !HOST_PREFIX.test(value))) continue;
      const advice = adviceFor(value.trim().toLowerCase());
      yield {
        in: project,
        path,
        message:
          "This is not the name of a region. The token is sent to api-<region>.planhat.com, where a region is 2 to 16 small letters, digits and hyphens.",
        hint: project.extent(path) === undefined ? `in the variable PLANHAT_REGION: ${advice}` : advice,
      };
    }
  },
};

/** Says nothing of the value itself but the region found in it: a variable may hold something else by mistake. */
function adviceFor(value: string): string {
  const host = value.replace(/^[a-z]+:\/\//, "").replace(/[/:?#].*$/s, "");
  if (GLOBAL_HOST.test(host)) return 'leave it empty: region: "" is api.planhat.com';
  const region = host.replace(HOST_PREFIX, "").replace(/\.planhat\.com\.?$/, "");
  return REGION.test(region)
    ? `write ${region}`
    : "write the part behind app- in the address of your Planhat, such as us1; leave it empty for app.planhat.com";
}

const REGION = /^[a-z0-9-]{2,16}$/;
const HOST_PREFIX = /^(?:api|app|ws)-/;
const GLOBAL_HOST = /^(?:(?:api|app|ws|www)\.)?planhat\.com\.?$/;
