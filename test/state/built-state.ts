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
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

export interface BuiltState {
  /** Holds `state/` and `model/` as JavaScript, for child processes of plain Node. */
  readonly dir: string;
  remove(): void;
}

/** Strips the types of src/state and src/model into a temporary folder. */
export function buildState(): BuiltState {
  const dir = mkdtempSync(join(tmpdir(), "planhat-sync-built-"));
  for (const folder of ["model", "state"]) {
    mkdirSync(join(dir, folder));
    for (const name of readdirSync(join(ROOT, "src", folder)).filter((file) => file.endsWith(".ts"))) {
      const text = readFileSync(join(ROOT, "src", folder, name), "utf8");
      const { outputText } = ts.transpileModule(text, {
        compilerOptions: {
          target: ts.ScriptTarget.ES2023,
          module: ts.ModuleKind.ESNext,
          verbatimModuleSyntax: true,
          rewriteRelativeImportExtensions: true,
        },
      });
      writeFileSync(join(dir, folder, name.replace(/ts$/, "js")), outputText);
    }
  }
  writeFileSync(join(dir, "package.json"), `{ "type": "module" }`);
  symlinkSync(join(ROOT, "node_modules"), join(dir, "node_modules"), "dir");
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}
