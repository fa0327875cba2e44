// Builds what is shipped, and what tests and benchmarks load piece by piece.
//
//   dist/           the command, the public API and the pages: bundled, so that a command reads a handful of files
//   dist/types/     the types of the public API (`npm run build:types`)
//   build/          each module by itself, packages left where they are: for tests and benchmarks, never shipped
//   build/stepping/ the command that the tests of its steps run
import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
/** Has a binary: it cannot be part of a bundle. `pg-native` is pg's own option, which nobody has. */
const NEVER_BUNDLED = [/^@photostructure\/sqlite/, "pg-native"];

const shipped = await bundle(
  {
    input: { bin: "src/bin.ts", index: "src/index.ts", sandbox: "src/sandbox-api.ts" },
    external: NEVER_BUNDLED,
  },
  // Two folders deep, as the sources are: `../../package.json` is the same file from both.
  { dir: "distmin", entryFileNames: "[name].js", chunkFileNames: "chunks/[name].js", sourcemap: true, minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } } },
);
async function bundle({ platform = "node", ...input }, output) {
  const made = await rolldown({ cwd: root, platform, ...input });
  await made.write({ format: "esm", ...output, dir: join(root, output.dir) });
}
