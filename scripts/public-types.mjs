// Leaves in dist/types/ what the public API mentions, and nothing of what it is made of.
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, relative } from "node:path";

const root = join("dist", "types");
const reached = new Set();
for (const entry of ["index.d.ts", "sandbox-api.d.ts"]) reach(join(root, entry));
const all = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name));
for (const file of all) if (!reached.has(file)) rmSync(file);
for (const folder of foldersOf(root))
  if (readdirSync(folder).length === 0) rmSync(folder, { recursive: true });
console.log(`types: ${reached.size} of ${all.length} files are public`);

function reach(file) {
  if (reached.has(file)) return;
  if (!existsSync(file)) throw new Error(`A public type is in ${relative(root, file)}, which is not there.`);
  reached.add(file);
  for (const [, path] of readFileSync(file, "utf8").matchAll(/(?:from |import\()"(\.[^"]+)"/g)) {
    reach(join(dirname(file), path.replace(/\.(?:js|ts)$/, ".d.ts")));
  }
}

/** The deepest first: a folder may be empty once those in it are gone. */
function foldersOf(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => [...foldersOf(join(folder, entry.name)), join(folder, entry.name)]);
}
