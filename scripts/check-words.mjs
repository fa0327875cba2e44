// Retired names stay retired: docs/glossary.md lists them, with the word to write instead.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDERS = ["src", "test", "scripts"];
const GLOSSARY = "docs/glossary.md";

const retired = retiredWords(readFileSync(GLOSSARY, "utf8"));
const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll("\\", "/")),
);
const faults = files.flatMap((file) => [...namesIn(file)].flatMap(fault));
for (const fault of faults) console.error(fault);
console.log(`words: ${retired.length} retired, ${files.length} files, ${faults.length} faults`);
// A table that cannot be read must not look like a project without faults.
process.exitCode = faults.length > 0 || retired.length === 0 ? 1 : 0;

/** The rows of the table under "Retired words". */
function retiredWords(glossary) {
  const table = glossary.slice(glossary.indexOf("## Retired words"));
  return [...table.matchAll(/^\| (\w+) \| (.+?) \|$/gm)]
    .filter(([, word]) => word !== "retired")
    .map(([, word, instead]) => ({ word, parts: partsOf(word), instead }));
}

/** Identifiers, and the name of the file itself. */
function* namesIn(file) {
  yield { file, line: 1, name: file.slice(file.lastIndexOf("/") + 1).replace(/\..*$/, "") };
  const lines = readFileSync(file, "utf8").split("\n");
  for (const [index, line] of lines.entries()) {
    for (const [name] of codeOf(line).matchAll(/[A-Za-z_$][\w$]*/g)) yield { file, line: index + 1, name };
  }
}

/** Without what stands between quotes and behind `//`: prose may use any word. */
function codeOf(line) {
  return line
    .replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/g, "")
    .replace(/\/\/.*|^\s*(\/?\*).*|\/\*\*.*/, "");
}

function fault({ file, line, name }) {
  const parts = partsOf(name);
  const found = retired.find(({ parts: word }) =>
    parts.some((_, at) => word.every((part, index) => parts[at + index] === part)),
  );
  return found === undefined
    ? []
    : [`${file}:${line}: "${name}" holds a retired word: write ${found.instead}, see ${GLOSSARY}`];
}

/** keyBook, KeyBook, key-book → key, book. */
function partsOf(name) {
  return name
    .split(/(?=[A-Z])|[-_$.]/)
    .filter((part) => part !== "")
    .map((part) => part.toLowerCase());
}
