import { isJsonObject, type Json } from "../../../model/json.ts";
import type { RuleContext } from "../../../model/linter.ts";
import { WORKFLOW } from "../../examples/workflow-example.ts";
import type { Finding, Rule } from "../../rule.ts";

export const ciTlsOff: Rule = {
  id: "ci-tls-off",
  severity: "error",
  family: "secret",
  description:
    "A workflow turns off the check of certificates with `NODE_TLS_REJECT_UNAUTHORIZED`. Whoever is on the way could read the token and change the data. planhat-sync refuses to talk to Planhat like that.",
  bad: WORKFLOW.replace("    env:\n", '    env:\n      NODE_TLS_REJECT_UNAUTHORIZED: "0"\n'),
  good: WORKFLOW.replace("    env:\n", "    env:\n      NODE_EXTRA_CA_CERTS: certs/proxy.pem\n"),
  *check({ workflows }: RuleContext): Iterable<Finding> {
    for (const workflow of workflows) {
      const match = /NODE_TLS_REJECT_UNAUTHORIZED["']?\s*[:=]\s*["']?0/.exec(workflow.text);
      if (match === null) continue;
      const scalar = workflow.scalars.find(({ path, raw }) => path.at(-1) === NAME || raw.includes(NAME));
      const offset = scalar?.raw.indexOf(NAME) ?? -1;
      yield {
        in: workflow,
        path: scalar?.path ?? pathOfKey(workflow.value) ?? [],
        at: offset >= 0 ? { span: { offset, length: NAME.length } } : { part: "key" },
        message:
          "Without certificate checks, anyone on the network path can read the token and change the data.",
        hint: "remove it; for a certificate of your own name its file in NODE_EXTRA_CA_CERTS",
      };
    }
  },
};

const NAME = "NODE_TLS_REJECT_UNAUTHORIZED";

/** Where the variable is set to a number, which is no text. */
function pathOfKey(value: Json): readonly string[] | undefined {
  if (!isJsonObject(value)) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (key === NAME) return [key];
    const below = pathOfKey(inner);
    if (below !== undefined) return [key, ...below];
  }
  return undefined;
}
