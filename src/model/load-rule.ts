import type { RuleDoc } from "./rule.ts";

/** A rule that no linter rule stands for: what loading a project and mapping its rows reports. It has its examples. */
export interface LoadRule extends RuleDoc {
  readonly bad: string;
  readonly good: string;
}

/** They belong to the file, and what is broken cannot run: locked, where nothing else is said. */
export function loadRules(
  rules: readonly (Omit<LoadRule, "locked"> & { readonly locked?: undefined })[],
): readonly LoadRule[] {
  return rules.map((rule) => {
    const { locked: _, ...rest } = rule;
    const isOpen = "locked" in rule || rule.family === "run" || rule.severity === "warning";
    return { family: "file", ...rest, ...(isOpen ? {} : { locked: true }) };
  });
}

/** The text of an example. */
export function exampleOf(
  fields: string,
  { version = "1", path = "accounts.csv", mode = "upsert" }: Readonly<Record<string, string>> = {},
): string {
  return `version: ${version}
source:
  csv: { path: ${path.startsWith("$") ? `"${path}"` : path} }
target: { object: Company }
mode: ${mode}
key: externalId
fields:
  name: name
${fields}
`;
}
