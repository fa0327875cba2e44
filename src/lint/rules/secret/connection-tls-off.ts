import type { RuleContext } from "../../../model/linter.ts";
import { example, exampleProject } from "../../examples/definition-example.ts";
import type { Finding, Rule } from "../../rule.ts";

export const connectionTlsOff: Rule = {
  id: "connection-tls-off",
  severity: "warning",
  family: "secret",
  description:
    "A connection to a database on another machine is made without encryption: its password and all that is read cross the network in the clear.",
  bad: exampleProject(
    ["connections:", `  warehouse: postgres://loader:\${PGPASSWORD:-}@db.example.com/crm?sslmode=disable`],
    example({
      source: ["postgres:", "  connection: warehouse", "  query: SELECT account_id, name FROM accounts"],
    }),
  ),
  good: exampleProject(
    [
      "connections:",
      `  warehouse: postgres://loader:\${PGPASSWORD:-}@db.example.com/crm?sslmode=verify-full`,
    ],
    example({
      source: ["postgres:", "  connection: warehouse", "  query: SELECT account_id, name FROM accounts"],
    }),
  ),
  *check({ project }: RuleContext): Iterable<Finding> {
    for (const { path, raw } of project?.scalars ?? []) {
      const off = /[?&](?:sslmode=disable|ssl=(?:disable|false|no|off|0))(?![^&#])/i.exec(raw);
      if (project === undefined || off === null || !/^postgres(?:ql)?:/.test(raw) || isLocal(raw)) continue;
      yield {
        in: project,
        path,
        at: { span: { offset: off.index + 1, length: off[0].length - 1 } },
        message: "Without TLS the password and the data cross the network in the clear.",
        hint: "write sslmode=verify-full, with sslrootcert where the server has a certificate of your own",
      };
    }
  },
};

function isLocal(url: string): boolean {
  return /^[a-z]+:\/\/(?:[^/?#]*@)?(?:localhost|127\.0\.0\.1|\[::1\])?(?:[:/?#]|$)/.test(url);
}
