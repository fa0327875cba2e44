import { projectLinter } from "../../../src/app/rules.ts";
import { compileProject } from "../../../src/definition/compile-project.ts";
import { compileExpression } from "../../../src/expression/compile-expression.ts";
import type { Diagnostic } from "../../../src/model/diagnostic.ts";
import { OBJECT_TYPES } from "../../../src/model/generated/objects.ts";
import type { ObjectType } from "../../../src/model/object-type.ts";
import { SOURCE_KINDS } from "../../../src/sources/index.ts";

const FILE_HEADER = /^# (\S+\.(?:ya?ml|json)|\.gitignore)$/m;
const EXAMPLE_FILE = "syncs/example.yaml";

/** The files of an example: a comment line with a path starts one; without it the text is one definition. */
export function exampleFiles(text: string): ReadonlyMap<string, string> {
  if (!FILE_HEADER.test(text)) return new Map([[EXAMPLE_FILE, text]]);
  const [, ...parts] = text.split(new RegExp(FILE_HEADER, "m"));
  const files = new Map<string, string>();
  for (let index = 0; index < parts.length; index += 2) {
    files.set(parts[index] ?? "", (parts[index + 1] ?? "").slice(1));
  }
  return files;
}

export interface LintOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly objectTypes?: readonly ObjectType[];
}

/** All diagnostics of a project in memory, by the real compiler with all rules. */
export function lint(
  text: string,
  { env = {}, objectTypes = OBJECT_TYPES }: LintOptions = {},
): readonly Diagnostic[] {
  return compileProject({
    dir: "/project",
    files: exampleFiles(text),
    env: { PLANHAT_API_TOKEN: "a-token-from-the-environment", PLANHAT_TENANT_UUID: "a-tenant", ...env },
    objectTypes,
    sourceKinds: SOURCE_KINDS,
    compileExpression,
    linter: projectLinter(),
  }).diagnostics;
}

/** `error unknown-field syncs/example.yaml:9 «phone_primary»`: what is marked, and where. */
export function summary(text: string, diagnostic: Diagnostic): string {
  const { severity, rule, file, line, column, endColumn = column } = diagnostic;
  const source = exampleFiles(text).get(file)?.split("\n")[line - 1] ?? "";
  return `${severity} ${rule} ${file}:${line} «${source.slice(column - 1, endColumn - 1)}»`;
}

/** The definition of a sync of companies, with other parts where they are given. */
export function definition(parts: {
  readonly object?: string;
  readonly mode?: string;
  readonly key?: string;
  readonly name?: string;
  readonly fields: string | readonly string[];
  readonly rest?: string;
}): string {
  const { object = "Company", mode = "upsert", key, name, fields, rest = "" } = parts;
  const lines = typeof fields === "string" ? [fields] : fields;
  return [
    "version: 1",
    ...(name === undefined ? [] : [`name: ${name}`]),
    "source:",
    "  csv: { path: rows.csv }",
    `target: { object: ${object} }`,
    `mode: ${mode}`,
    ...(key === undefined ? [] : [`key: ${key}`]),
    "fields:",
    ...lines.map((line) => `  ${line}`),
    rest,
  ].join("\n");
}
