import type { CompiledSync } from "../model/compiled-sync.ts";
import { nearest } from "../model/nearest.ts";
import type { Project } from "../model/project.ts";
import { Stop } from "../model/stop.ts";

/** The named syncs, or all. Throws a Stop for a name that no definition bears, and for a project without any. */
export function select(project: Project, names: readonly string[]): readonly CompiledSync[] {
  if (names.length === 0) {
    if (project.syncs.length > 0) return project.syncs;
    throw new Stop("definitions-missing", `There is no sync definition in ${project.settings.syncs}/.`, {
      fix: "Write one, such as syncs/companies.yaml, or name the project's folder with --project DIR.",
    });
  }
  requireKnown(project, names);
  return project.syncs.filter(({ name }) => names.includes(name));
}

/** The sync of that name. Throws a Stop where there is none. */
export function selectOne(project: Project, name: string): CompiledSync {
  const [sync] = select(project, [name]);
  if (sync === undefined) throw new Error("A sync was selected and is not there.");
  return sync;
}

/** Throws a Stop for a name that neither a compiled sync nor a diagnostic knows. */
export function requireKnown(project: Project, names: readonly string[]): void {
  const known = new Set([
    ...project.syncs.map(({ name }) => name),
    ...project.diagnostics.flatMap(({ sync }) => (sync === undefined ? [] : [sync])),
  ]);
  for (const name of names) {
    if (known.has(name)) continue;
    const guess = nearest(name, known);
    throw new Stop("name-unknown", `There is no sync named ${JSON.stringify(name)}.`, {
      fix: guess === undefined ? `The syncs are: ${[...known].join(", ")}.` : `Did you mean ${guess}?`,
    });
  }
}
