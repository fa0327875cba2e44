import { projectLinter } from "../../src/app/rules.ts";
import { compileProject } from "../../src/definition/compile-project.ts";
import { compileExpression } from "../../src/expression/compile-expression.ts";
import type { Rule } from "../../src/lint/rule.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { OBJECT_TYPES } from "../../src/model/generated/objects.ts";
import { SOURCE_KINDS } from "../../src/sources/index.ts";

export interface LoadTextOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly environment?: string;
  readonly rules?: readonly Rule[];
}

/** A project in memory, without lint rules unless some are given. */
export function loadTexts(files: Readonly<Record<string, string>>, options: LoadTextOptions = {}) {
  return compileProject({
    dir: "/project",
    files: new Map(Object.entries(files)),
    env: options.env ?? {},
    ...(options.environment === undefined ? {} : { environment: options.environment }),
    objectTypes: OBJECT_TYPES,
    sourceKinds: SOURCE_KINDS,
    compileExpression,
    linter: projectLinter(options.rules ?? []),
  });
}

/** One definition, as `syncs/crm.yaml`. */
export function loadSync(text: string, options: LoadTextOptions = {}) {
  return loadTexts({ "syncs/crm.yaml": text }, options);
}

/** `line:column rule`, one a diagnostic. */
export function places(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ line, column, rule }) => `${line}:${column} ${rule}`);
}
