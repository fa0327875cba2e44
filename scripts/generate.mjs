// Writes src/model/generated/ from schemas/: types and text of each JSON Schema, and the object catalogue; of the
// catalogue docs/objects.md too. Then docs/rules.md from the rules themselves.
// `--check` writes nothing and fails when a file is stale.
import "./typescript-modules.mjs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import $RefParser from "@apidevtools/json-schema-ref-parser";
import { compile } from "json-schema-to-typescript";
import { objectsPage } from "./objects-page.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const schemas = join(root, "schemas");
const target = join(root, "src", "model", "generated");
const page = join(root, "docs", "objects.md");

const objects = await catalogue();
const files = new Map([...(await schemaFiles()), catalogueFile(objects), await workflowsFile()]);
const pageText = objectsPage(objects);
if (process.argv.includes("--check")) await check(files);
else await write(files);
const rulesPage = join(root, "docs", "rules.md");
if (process.argv.includes("--check")) await checkRulesPage();
else await writeFile(rulesPage, await rulesPageText());

// The rules read what was generated above.
async function rulesPageText() {
  const { ALL_RULES } = await import("../src/cli/commands/explain.ts");
  const { rulesMarkdown } = await import("../src/report/diagnostics/rules-markdown.ts");
  return `<!-- Generated from the rules by scripts/generate.mjs: do not edit, run \`npm run generate\`. -->

# Rules

What \`planhat-sync validate\` finds, and why a run rejects a row or a record. \`planhat-sync explain RULE\` shows the same in a
terminal. A rule's severity is set in the project file, and a rule is suppressed where it does not apply by a comment
that gives the reason:

\`\`\`yaml
# planhat-sync.yaml
lint:
  rules:
    email-key-case: off      # off, warning or error
\`\`\`

\`\`\`yaml
fields:
  # planhat-sync-disable-next-line clock-in-value: the report wants the day of the last run
  custom.Synced: $now()
  custom.Checked: $now()     # planhat-sync-disable-line clock-in-value: as above
\`\`\`

\`planhat-sync-disable-file\` speaks of the whole file. Errors of the rules called locked can be neither lowered nor
suppressed: what breaks them cannot run, or would harm data or secrets. \`validate --fix\` mends what has one right answer.

${rulesMarkdown(ALL_RULES)}`;
}

async function checkRulesPage() {
  const text = await readFile(rulesPage, "utf8").catch(() => "");
  if (text === (await rulesPageText())) return;
  console.error("Stale: docs/rules.md. Run `npm run generate` and commit.");
  process.exitCode = 1;
}

async function schemaFiles() {
  const names = (await readdir(schemas)).filter((name) => name.endsWith(".schema.json")).sort();
  return Promise.all(
    names.map(async (name) => {
      // One self-contained document: what editors fetch, `planhat-sync schema` prints and Ajv compiles.
      const schema = await $RefParser.bundle(join(schemas, name));
      const types = await compile(structuredClone(schema), schema.title ?? basename(name, ".schema.json"), {
        bannerComment: "",
        cwd: schemas,
        additionalProperties: false,
        style: { printWidth: 110 },
      });
      const constant = `${camelCase(basename(name, ".schema.json"))}Schema`;
      const text = `${banner(`schemas/${name}`)}${types}\nexport const ${constant}: object = ${JSON.stringify(schema, null, 2)};\n`;
      return [`${basename(name, ".schema.json")}.ts`, text];
    }),
  );
}

async function catalogue() {
  const folder = join(schemas, "objects");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  return Promise.all(
    names.map(async (name) => {
      const { $schema, ...object } = JSON.parse(await readFile(join(folder, name), "utf8"));
      return object;
    }),
  );
}

function catalogueFile(objects) {
  const text =
    `${banner("schemas/objects/")}import type { ObjectType } from "../object-type.ts";\n\n` +
    "/** Every object type a sync can target, one file each in schemas/objects/. */\n" +
    `export const OBJECT_TYPES: readonly ObjectType[] = ${JSON.stringify(objects, null, 2)};\n`;
  return ["objects.ts", text];
}

/** What `planhat-sync init` writes into other repositories. */
async function workflowsFile() {
  const folder = "templates/workflows";
  const names = (await readdir(join(root, folder))).filter((name) => name.endsWith(".yml")).sort();
  const workflows = await Promise.all(
    names.map(async (name) => [
      `.github/workflows/${name}`,
      await readFile(join(root, folder, name), "utf8"),
    ]),
  );
  const text =
    `${banner(`${folder}/`)}/** The workflows of a project, by path. A line marks where the steps go that install the program. */\n` +
    `export const WORKFLOWS: ReadonlyMap<string, string> = new Map(${JSON.stringify(workflows, null, 2)});\n`;
  return ["workflows.ts", text];
}

function banner(source) {
  return `// Generated from ${source} by scripts/generate.mjs: do not edit, run \`npm run generate\`.\n\n`;
}

function camelCase(text) {
  return text.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
}

async function write(wanted) {
  await mkdir(target, { recursive: true });
  for (const [name, text] of wanted) await writeFile(join(target, name), text);
  await writeFile(page, pageText);
}

async function check(wanted) {
  const present = new Set(await readdir(target));
  const stale = [];
  for (const [name, text] of wanted) {
    if (!present.delete(name) || (await readFile(join(target, name), "utf8")) !== text) stale.push(name);
  }
  stale.push(...present);
  if ((await readFile(page, "utf8").catch(() => "")) !== pageText) stale.push("docs/objects.md");
  if (stale.length === 0) return;
  console.error(`Stale: ${stale.join(", ")}. Run \`npm run generate\` and commit.`);
  process.exitCode = 1;
}
