import { basename, dirname, resolve } from "node:path";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { readEnvFile } from "./env-file.ts";
import { readTextFiles } from "./read-text-files.ts";
import type { Variables } from "./substitute.ts";

interface EnvironmentOptions {
  readonly dir: string;
  readonly env: Variables;
  readonly envFile?: string;
}

export interface Environment {
  /** The process environment over the file; an empty variable counts as unset. */
  readonly variables: Variables;
  readonly diagnostics: readonly Diagnostic[];
}

const DEFAULT_FILE = ".env";

/** The variables a project sees. A file named by the user must be there; `.env` may be missing. */
export async function loadEnvironment({ dir, env, envFile }: EnvironmentOptions): Promise<Environment> {
  const path = resolve(dir, envFile ?? DEFAULT_FILE);
  const name = basename(path);
  // The file that the user names on the command line may lie anywhere.
  const folder = envFile === undefined ? dir : dirname(path);
  const { texts, diagnostics } = await readTextFiles(folder, [name], { optional: envFile === undefined });
  const file = envFile ?? DEFAULT_FILE;
  const read = readEnvFile(file, texts.get(name) ?? "");
  const variables: Record<string, string | undefined> = Object.assign(Object.create(null), read.variables);
  for (const [key, value] of Object.entries(env)) {
    if (value !== undefined && value !== "") variables[key] = value;
  }
  return {
    variables,
    diagnostics: [...diagnostics.map((diagnostic) => ({ ...diagnostic, file })), ...read.diagnostics],
  };
}
