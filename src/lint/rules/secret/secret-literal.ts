import type { RuleContext } from "../../../model/linter.ts";
import type { Path, PlacedFile } from "../../../model/placed.ts";
import { type SecretSpan, secretSpans } from "../../../model/secret-text.ts";
import type { Finding, Rule } from "../../rule.ts";

export const secretLiteral: Rule = {
  id: "secret-literal",
  severity: "error",
  family: "secret",
  locked: true,
  description: `A token, a password or an API key is written out in a file. Files are committed, copied and shown in reviews, and a secret that was committed once must be replaced. Put it into an environment variable, or into \`.env\` beside the project file, and name it: \`\${NAME}\`. The rule knows secrets by the name of the setting, as part of a URL, and by their form; for what only looks random it warns.`,
  bad: `# planhat-sync.yaml
version: 1
connections:
  warehouse: postgres://loader:correct-horse@db.example.com/crm

# syncs/accounts.yaml
version: 1
source:
  postgres:
    connection: warehouse
    query: SELECT account_id, name FROM accounts
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: name
`,
  good: `# planhat-sync.yaml
version: 1
connections:
  warehouse: postgres://loader:\${WAREHOUSE_PASSWORD}@db.example.com/crm

# syncs/accounts.yaml
version: 1
source:
  postgres:
    connection: warehouse
    query: SELECT account_id, name FROM accounts
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: name
`,
  *check({ project, syncs, workflows }: RuleContext): Iterable<Finding> {
    for (const file of project === undefined ? workflows : [project, ...workflows]) {
      yield* checkFile(file, (path) => path[0] !== "lint");
    }
    // Fields, tests and descriptions hold data and prose; credentials belong to sources.
    for (const sync of syncs) yield* checkFile(sync, (path) => path[0] === "source");
  },
};

function* checkFile(file: PlacedFile, covers: (path: Path) => boolean): Iterable<Finding> {
  for (const { path, raw } of file.scalars) {
    // A default within a default is told by variable-syntax: nobody knows where it ends.
    if (!covers(path) || /\$\{[^}]*\$\{/.test(raw)) continue;
    const name = String(path.findLast((part) => typeof part === "string") ?? "");
    const [span] = secretSpans(withoutActionsExpressions(raw), name);
    if (span !== undefined) yield finding(file, path, span);
  }
}

/** `${{ secrets.TOKEN }}` stands for a value that GitHub keeps; blanks in its place leave the offsets. */
function withoutActionsExpressions(text: string): string {
  return text.replace(/\$\{\{.*?\}\}/gs, (expression) => " ".repeat(expression.length));
}

function finding(file: PlacedFile, path: Path, { offset, length, certain }: SecretSpan): Finding {
  const setting = path.join(".");
  return {
    in: file,
    path,
    at: { span: { offset, length } },
    ...(certain
      ? { message: `A secret is written out under ${setting}. Everyone who can read this file can use it.` }
      : {
          severity: "warning" as const,
          message: `What stands under ${setting} looks like a secret. Everyone who can read this file could use it.`,
        }),
    hint: `put it into an environment variable or into .env, and write \${NAME} here; if the file was ever shared, replace the secret`,
  };
}
