// Ajv compiles the schemas here, once, and not with every start of the command.
import { Ajv } from "ajv";
import { _ } from "ajv/dist/compile/codegen/index.js";
import standalone from "ajv/dist/standalone/index.js";

/** Keywords of the YAML language server, which say nothing about what is valid. */
const EDITOR_KEYWORDS = ["enumDescriptions", "patternErrorMessage"];

/**
 * A module with one function for each schema. `schemas`: by the name of the constant that holds it in
 * src/model/generated/, `syncSchema` in sync.ts.
 */
export function validatorsText(schemas) {
  // verbose: messages need the schema and the value at the place of the fault.
  const ajv = new Ajv({
    allErrors: true,
    verbose: true,
    ownProperties: true,
    strict: true,
    strictRequired: false,
    // A query parameter is text, a number or a truth value.
    allowUnionTypes: true,
    // What it checks is in formats.ts; here it only has a name.
    formats: { "date-time": () => true },
    code: { source: true, esm: true, lines: true, formats: _`FORMATS` },
  });
  ajv.addVocabulary(EDITOR_KEYWORDS);
  const names = Object.keys(schemas);
  for (const name of names) ajv.addSchema(JSON.parse(JSON.stringify(schemas[name])), name);
  const imports = ['import { FORMATS } from "../formats.ts";'];
  let code = standalone.default(ajv, Object.fromEntries(names.map((name) => [fileOf(name), name])));
  for (const name of names) {
    const text = JSON.stringify(schemas[name]);
    if (!code.includes(text)) throw new Error(`Ajv does not hold ${name} as it is.`);
    code = code.replace(text, () => name);
    imports.push(`import { ${name} } from "../../../model/generated/${fileOf(name)}.ts";`);
  }
  // Ajv asks for its helpers as CommonJS also where it writes ES modules.
  code = code.replace(/const (\w+) = require\("(ajv\/[^"]+)"\)\.default;/g, (_whole, local, path) => {
    imports.push(`import ${local}Module from "${path}.js";`);
    return `const ${local} = ${local}Module.default ?? ${local}Module;`;
  });
  if (code.includes("require(")) throw new Error("Ajv needs another helper: import it as those above.");
  return `${imports.join("\n")}\n\n${code.replace('"use strict";', "")}\n`;
}

export function validatorTypesText(schemas) {
  const functions = Object.keys(schemas).map((name) => `export const ${fileOf(name)}: ValidateFunction;\n`);
  return `import type { ValidateFunction } from "ajv";\n\n${functions.join("")}`;
}

function fileOf(constant) {
  return constant.replace(/Schema$/, "");
}
