import type { RuleContext } from "../../../model/linter.ts";
import { example } from "../../examples/definition-example.ts";
import type { Finding, Rule } from "../../rule.ts";

export const notIgnored: Rule = {
  id: "not-ignored",
  severity: "warning",
  family: "secret",
  description:
    "The project is the root of a git repository, and its .gitignore leaves out what must not be committed: `.env`, which holds secrets, or the folder of the state, which holds records of customers and changes with every run.",
  bad: `# .gitignore
node_modules/
.planhat-sync/

# syncs/accounts.yaml
${example()}`,
  good: `# .gitignore
node_modules/
.planhat-sync/
.env

# syncs/accounts.yaml
${example()}`,
  *check({ gitignore, states }: RuleContext): Iterable<Finding> {
    if (gitignore === undefined) return;
    const files = states.flatMap((state) =>
      state.kind === "value" && isFile(state.value) ? state.value : [],
    );
    const wanted = [
      [".env", "which holds secrets", ".env"],
      ...[...new Set(files)].map(
        (state) => [state, "which holds records of customers", folderOf(state)] as const,
      ),
    ] as const;
    for (const [path = "", why, line] of wanted) {
      if (gitignore.text.split(/\r?\n/).some((pattern) => covers(pattern.trim(), path))) continue;
      yield {
        in: gitignore,
        path: [],
        message: `Git would commit ${path === ".env" ? ".env" : "the state"}, ${why}.`,
        hint: `add a line ${line}`,
      };
    }
  },
};

function isFile(state: string): boolean {
  return state !== "" && !/^(?:[a-z]+:|\/|\.\.)/i.test(state);
}

function folderOf(state: string): string {
  const at = state.indexOf("/");
  return at < 0 ? state : `${state.slice(0, at)}/`;
}

/** Whether a line of .gitignore leaves a path or one of its folders out. In doubt it does. */
function covers(pattern: string, path: string): boolean {
  if (pattern === "" || pattern.startsWith("#") || pattern.startsWith("!")) return false;
  const wanted = pattern.replace(/^(?:\*\*)?\//, "").replace(/\/(?:\*\*?)?$/, "");
  const regex = new RegExp(
    `^${wanted
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replace(/\*+/g, ".*")
      .replaceAll("?", ".")}$`,
  );
  const steps = path.replace(/^\.\//, "").split("/");
  return steps.some((step, index) => regex.test(step) || regex.test(steps.slice(0, index + 1).join("/")));
}
