import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

export interface BuiltState {
  /** Holds `state/` and what it imports as JavaScript, for child processes of plain Node. */
  readonly dir: string;
  remove(): void;
}

/** Strips the types of src/state, src/postgres and src/model into a temporary folder. */
export function buildState(): BuiltState {
  const dir = mkdtempSync(join(tmpdir(), "planhat-sync-built-"));
  for (const folder of ["model", "postgres", "state"]) {
    const names = readdirSync(join(ROOT, "src", folder), { recursive: true, encoding: "utf8" });
    for (const name of names.filter((file) => file.endsWith(".ts"))) {
      const text = readFileSync(join(ROOT, "src", folder, name), "utf8");
      const { outputText } = ts.transpileModule(text, {
        compilerOptions: {
          target: ts.ScriptTarget.ES2023,
          module: ts.ModuleKind.ESNext,
          verbatimModuleSyntax: true,
          rewriteRelativeImportExtensions: true,
        },
      });
      const built = join(dir, folder, name.replace(/ts$/, "js"));
      mkdirSync(dirname(built), { recursive: true });
      writeFileSync(built, outputText);
    }
  }
  writeFileSync(join(dir, "package.json"), `{ "type": "module" }`);
  symlinkSync(join(ROOT, "node_modules"), join(dir, "node_modules"), "dir");
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}
