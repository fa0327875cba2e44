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

for (const folder of ["build", "dist"]) await rm(join(root, folder), { recursive: true, force: true });
const shipped = await bundle(
  {
    input: { bin: "src/bin.ts", index: "src/index.ts", sandbox: "src/sandbox-api.ts" },
    external: NEVER_BUNDLED,
  },
  // Two folders deep, as the sources are: `../../package.json` is the same file from both.
  { dir: "dist", entryFileNames: "[name].js", chunkFileNames: "chunks/[name].js", sourcemap: true },
);
const pages = [];
for (const page of ["watch-page", "sandbox-page"]) {
  // One file each: what a page may load is a list of names.
  pages.push(
    ...(await bundle(
      { input: `src/page/browser/${page}.tsx`, platform: "browser", tsconfig: "tsconfig.page.json" },
      { dir: "dist/pages", entryFileNames: "[name].js", minify: true },
    )),
  );
}
await cp(join(root, "assets/page.css"), join(root, "dist/pages/page.css"));
await bundle(
  { input: await sources(), external: isPackage },
  { dir: "build", preserveModules: true, preserveModulesRoot: "src", entryFileNames: "[name].js" },
);
await bundle(
  { input: "test/support/stepping-cli.mjs", external: NEVER_BUNDLED },
  { dir: "build/stepping", entryFileNames: "[name].js", chunkFileNames: "[name].js" },
);
await writeFile(join(root, "dist/THIRD-PARTY-LICENSES.txt"), await licences([...shipped, ...pages]));

/** Answers the files that went into it. */
async function bundle({ platform = "node", ...input }, output) {
  const made = await rolldown({ cwd: root, platform, ...input });
  const { output: chunks } = await made.write({ format: "esm", ...output, dir: join(root, output.dir) });
  await made.close();
  return chunks.flatMap(({ moduleIds = [] }) => moduleIds);
}

/** The bundler's own helpers are no package that anybody installs. */
function isPackage(id) {
  return !/^[./]/.test(id) && !id.startsWith("@oxc-project/runtime/");
}

async function sources() {
  const found = await readdir(join(root, "src"), { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && !entry.name.endsWith(".d.ts"))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith(join("src", "page", "browser")));
}

/** The licence of every package that is part of a bundle: each asks to be handed on with copies. */
async function licences(modules) {
  const packages = new Set(modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id) ?? []));
  const texts = await Promise.all([...packages].toSorted().map(licence));
  return `planhat-sync contains the following packages.\n\n${texts.join("\n")}`;
}

async function licence(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const file = (await readdir(folder)).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  const text = file === undefined ? "" : await readFile(join(folder, file), "utf8");
  return `${"-".repeat(80)}\n${name} ${version} (${license})\n\n${text.trim()}\n`;
}
