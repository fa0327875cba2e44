import type { RuleContext } from "../../../model/linter.ts";
import { example, exampleProject, exampleQuery } from "../../examples/definition-example.ts";
import { connectionOf } from "../../reading/connections.ts";
import type { Finding, Rule } from "../../rule.ts";

export const connectionUnused: Rule = {
  id: "connection-unused",
  severity: "warning",
  family: "project",
  description:
    "A connection of the project file is named by no source. Its credentials are asked for in every environment, and nobody needs them.",
  bad: exampleProject(
    [
      "connections:",
      `  warehouse: \${WAREHOUSE_URL:-postgres://localhost/crm}`,
      `  legacy: \${LEGACY_URL:-postgres://localhost/old}`,
    ],
    example({
      source: ["postgres:", "  connection: warehouse", "  query: SELECT account_id, name FROM accounts"],
    }),
  ),
  good: exampleQuery("SELECT account_id, name FROM accounts"),
  *check({ project, syncs, settings, isWhole }: RuleContext): Iterable<Finding> {
    // A definition that could not be read may be the one that names it.
    if (project === undefined || !isWhole) return;
    const used = new Set(syncs.flatMap(({ source }) => connectionOf(source) ?? []));
    if (used.size === 0) return;
    // One that is misspelt may be meant: connection-unknown tells of it.
    if ([...used].some((name) => /^[\w-]+$/.test(name) && !Object.hasOwn(settings.connections, name))) return;
    for (const name of Object.keys(settings.connections)) {
      if (used.has(name)) continue;
      yield {
        in: project,
        path: ["connections", name],
        at: { part: "key" },
        message: "No source names this connection.",
        hint: "remove it, with its environment variable, or name it in a source",
      };
    }
  },
};
