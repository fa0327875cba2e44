import type { RuleContext } from "../../../model/linter.ts";
import { nearest } from "../../../model/nearest.ts";
import { example, exampleProject, exampleQuery } from "../../examples/definition-example.ts";
import { connectionOf } from "../../reading/connections.ts";
import { listed } from "../../reading/phrase.ts";
import type { Finding, Rule } from "../../rule.ts";

export const connectionUnknown: Rule = {
  id: "connection-unknown",
  severity: "error",
  family: "source",
  description:
    "A source names a connection that the project file does not have. The run would end before it has read a row.",
  bad: exampleProject(
    ["connections:", `  warehouse: \${WAREHOUSE_URL:-postgres://localhost/crm}`],
    example({
      source: ["postgres:", "  connection: warehose", "  query: SELECT account_id, name FROM accounts"],
    }),
  ),
  good: exampleQuery("SELECT account_id, name FROM accounts"),
  *check({ syncs, settings }: RuleContext): Iterable<Finding> {
    const known = Object.keys(settings.connections);
    for (const sync of syncs) {
      const { source } = sync;
      const setting = source?.kind.connectionSetting;
      const name = connectionOf(source);
      if (source === undefined || setting === undefined) continue;
      // A URL, or a variable that holds one.
      if (name === undefined || /[:/@$]/.test(name) || known.includes(name)) continue;
      if (/[=\s]/.test(name)) {
        yield {
          in: sync,
          path: [...source.path, setting],
          message: "This is neither the name of a connection nor a URL of a database.",
          hint: "write a name that stands under connections: in planhat-sync.yaml, or a variable that holds postgres://user:password@host:5432/database; the form host=… password=… is not read",
        };
        continue;
      }
      const meant = nearest(name, known);
      yield {
        in: sync,
        path: [...source.path, setting],
        message: "planhat-sync.yaml has no connection of this name.",
        hint:
          meant === undefined
            ? `add it there: connections: { ${name}: \${WAREHOUSE_URL} }${known.length === 0 ? "" : `; it has ${listed(known)}`}`
            : `did you mean ${meant}?`,
      };
    }
  },
};
