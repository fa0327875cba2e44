// Writes src/model/generated/ from schemas/: types and text of each JSON Schema, and the object catalogue; of the
// catalogue docs/objects.md too. Then docs/rules.md and the union of their ids from the rules themselves.
// `--check` writes nothing and fails when a file is stale.
import "./typescript-modules.mjs";
import { execFileSync } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import $RefParser from "@apidevtools/json-schema-ref-parser";
import { compile } from "json-schema-to-typescript";
import { objectsPage } from "./objects-page.mjs";
import { validatorsText, validatorTypesText } from "./validators.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const schemas = join(root, "schemas");
const target = join(root, "src", "model", "generated");
const validators = join(root, "src", "definition", "schema", "generated");
const page = join(root, "docs", "objects.md");
/** Made of the rules, which import the rest of the folder. */
const RULE_IDS = "rule-ids.ts";

/** By the name of the constant that holds them. */
const bundledSchemas = new Map();
const objects = await catalogue();
await listSources();
const schemaTexts = await schemaFiles();
const files = new Map([...schemaTexts, catalogueFile(objects), await workflowsFile()]);
const pageText = objectsPage(objects);
for (const [folder, wanted] of [
  [target, files],
  [validators, validatorFiles()],
]) {
  if (process.argv.includes("--check")) await check(folder, wanted);
  else await write(folder, wanted);
}
// The rules read what was generated above.
const { ALL_RULES } = await import("../src/app/rules.ts");
for (const [path, text] of await ruleFiles()) {
  if (!process.argv.includes("--check")) await writeFile(join(root, path), text);
  else if ((await readFile(join(root, path), "utf8").catch(() => "")) !== text) tellStale([path]);
}

async function ruleFiles() {
  return [
    ["docs/rules.md", await rulesPageText()],
    [`src/model/generated/${RULE_IDS}`, ruleIdsText()],
  ];
}

function ruleIdsText() {
  const ids = ALL_RULES.map(({ id }) => `  | ${JSON.stringify(id)}`).join("\n");
  return `${banner("the rules")}/** Every rule that a diagnostic or a rejection may name. */\nexport type RuleId =\n${ids};\n`;
}

async function rulesPageText() {
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

/** The kinds of source that a definition may name, one a file of schemas/sources/: a part of sync.schema.json. */
async function listSources() {
  const path = join(schemas, "sync.schema.json");
  const schema = JSON.parse(await readFile(path, "utf8"));
  const { source } = schema.properties;
  const names = (await readdir(join(schemas, "sources"))).filter((name) => name.endsWith(".schema.json"));
  const listed = Object.fromEntries(
    names.sort().map((name) => [basename(name, ".schema.json"), { $ref: `sources/${name}` }]),
  );
  if (JSON.stringify(source.properties) === JSON.stringify(listed)) return;
  if (process.argv.includes("--check")) return tellStale(["schemas/sync.schema.json"]);
  source.properties = listed;
  await writeFile(path, `${JSON.stringify(schema, null, 2)}\n`);
  execFileSync(process.execPath, [
    join(root, "node_modules/@biomejs/biome/bin/biome"),
    "format",
    "--write",
    path,
  ]);
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
      bundledSchemas.set(constant, schema);
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

/** Of the schemas that the command checks files against. */
function validatorFiles() {
  const checked = ["fieldsSchema", "projectSchema", "syncSchema"];
  const bundled = Object.fromEntries(checked.map((name) => [name, bundledSchemas.get(name)]));
  return new Map([
    ["validators.js", `${banner("schemas/")}${validatorsText(bundled)}`],
    ["validators.d.ts", `${banner("schemas/")}${validatorTypesText(bundled)}`],
  ]);
}

async function write(folder, wanted) {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of wanted) await writeFile(join(folder, name), text);
  await writeFile(page, pageText);
}

async function check(folder, wanted) {
  const present = new Set(await readdir(folder).catch(() => []));
  const stale = [];
  for (const [name, text] of wanted) {
    if (!present.delete(name) || (await readFile(join(folder, name), "utf8")) !== text) stale.push(name);
  }
  present.delete(RULE_IDS);
  stale.push(...present);
  if ((await readFile(page, "utf8").catch(() => "")) !== pageText) stale.push("docs/objects.md");
  if (stale.length > 0) tellStale(stale);
}

function tellStale(files) {
  console.error(`Stale: ${files.join(", ")}. Run \`npm run generate\` and commit.`);
  process.exitCode = 1;
}
