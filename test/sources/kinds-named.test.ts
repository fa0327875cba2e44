import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";
import { SOURCE_KINDS } from "../../src/sources/index.ts";

const ROOT = fileURLToPath(new URL("../../src/", import.meta.url));

/** Where a kind may be named: what is about that kind alone, and texts made from the schemas. */
const AT_HOME: readonly RegExp[] = [
  /^sources\/index\.ts$/,
  ...SOURCE_KINDS.map(({ kind }) => new RegExp(`^sources/${kind}/`)),
  /^model\/generated\//,
  /^definition\/schema\/generated\//,
  // Rules about one kind alone get their sources from here.
  ...SOURCE_KINDS.map(({ kind }) => new RegExp(`^lint/reading/${kind}-sources\\.ts$`)),
];

/** The same words with other meanings. */
const OTHER_MEANINGS: Readonly<Record<string, readonly string[]>> = {
  "app/doctor/local-checks.ts": ["http"],
  "app/state/session.ts": ["postgres"],
  "app/state/state-location.ts": ["postgres"],
  "cli/formats/format.ts": ["csv"],
  "cli/formats/formats.ts": ["csv"],
  "cli/formats/renderers.ts": ["csv"],
  "model/proxy-fault.ts": ["http"],
  "postgres/connect.ts": ["postgres"],
  "postgres/connection-url.ts": ["postgres"],
};

test("a kind of source is named in its own folder and in the list, and nowhere else", () => {
  const found = sourceFiles().flatMap((file) => {
    if (AT_HOME.some((home) => home.test(file))) return [];
    const others = OTHER_MEANINGS[file] ?? [];
    return kindsIn(file)
      .filter(({ name }) => !others.includes(name))
      .map(({ name, line }) => `${file}:${line} ${name}`);
  });
  expect(found).toEqual([]);
});

function sourceFiles(): readonly string[] {
  return readdirSync(ROOT, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /\.tsx?$/.test(path));
}

/** Texts, names of properties and of what is taken out of an object that are a kind's name. */
function kindsIn(file: string): readonly { readonly name: string; readonly line: number }[] {
  const kinds = new Set(SOURCE_KINDS.map(({ kind }) => kind));
  const tree = ts.createSourceFile(file, readFileSync(ROOT + file, "utf8"), ts.ScriptTarget.Latest, true);
  const found: { readonly name: string; readonly line: number }[] = [];
  const visit = (node: ts.Node): void => {
    const isName = ts.isStringLiteralLike(node) || (ts.isIdentifier(node) && isOfProperty(node));
    if (isName && kinds.has(node.text)) {
      found.push({ name: node.text, line: tree.getLineAndCharacterOfPosition(node.getStart()).line + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function isOfProperty(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isBindingElement(parent)) return (parent.propertyName ?? parent.name) === node;
  return (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name === node;
}
