import { compileExpression } from "../../expression/compile-expression.ts";
import type { Project } from "../../model/project.ts";
import type { SourceContext } from "../../model/source.ts";
import type { Context } from "../context.ts";

/** What a source may use. */
export function sourceContext(
  { clock, random, redaction, projectDir, stdin, tell }: Context,
  project: Project,
): SourceContext {
  const connections: Record<string, string> = {};
  for (const [name, setting] of Object.entries(project.settings.connections)) {
    if (setting.kind === "value") connections[name] = setting.value;
  }
  return {
    projectDir,
    stdin,
    connections,
    clock,
    random,
    compileExpression,
    warn: (text) => tell({ kind: "warning", text }),
    redact: redaction.redact,
    hide: (secrets) => redaction.hide(secrets),
  };
}
