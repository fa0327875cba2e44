import { diagnose, FILE_START, type Remark } from "../../model/diagnose.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { holdsForbiddenKey } from "../../model/forbidden-name.ts";
import type { Json } from "../../model/json.ts";
import { jsonFault } from "../../model/json-fault.ts";
import type { TenantFields } from "../../model/tenant-fields.ts";
import { checkSchema } from "../schema/schema-check.ts";
import { schemaDiagnostics } from "../schema/schema-diagnostics.ts";
import { countLines, placedFile, placeOf } from "../yaml/source-tree.ts";
import { readYaml } from "../yaml/yaml-document.ts";

export interface ReadFieldsFile {
  /** undefined where there is no file, or it has faults. */
  readonly fields: TenantFields | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** The text of `planhat.fields.json`, or undefined where there is none → the tenant's fields, and what is wrong. Pure. */
export function readFieldsFile(file: string, text: string | undefined): ReadFieldsFile {
  if (text === undefined) return { fields: undefined, diagnostics: [] };
  let value: Json;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { fields: undefined, diagnostics: [notJson(file, text, error)] };
  }
  if (checkSchema("fields", value).length === 0) {
    const { objects } = value as unknown as { readonly objects: TenantFields };
    if (!holdsForbiddenKey(objects as unknown as Json)) return { fields: objects, diagnostics: [] };
    return { fields: undefined, diagnostics: [diagnose(file, FILE_START, PROTOTYPE)] };
  }
  // JSON is YAML too: only a file with faults is read again, to say where they are.
  const { tree, diagnostics } = readYaml(file, text);
  const faults = schemaDiagnostics(placedFile(tree), { schema: "fields", value, texts: new Map() });
  return { fields: undefined, diagnostics: [...diagnostics, ...faults] };
}

/** A name that programs take for a part of the object itself. */
const PROTOTYPE: Remark = {
  rule: "fields-file",
  message:
    'The file of the tenant\'s fields contains the name "__proto__", which no field and no object has.',
  hint: "write it again with `planhat-sync introspect`",
};

function notJson(file: string, text: string, error: unknown): Diagnostic {
  const start = Math.min(jsonFault(error).offset ?? text.length, Math.max(0, text.length - 1));
  const conflict = /^(<{7}|={7}|>{7})/m.test(text);
  return diagnose(file, placeOf({ text, lines: countLines(text) }, { start, end: start + 1 }), {
    rule: "fields-file",
    message: conflict
      ? "The file of the tenant's fields is not valid JSON: it contains git conflict markers."
      : "The file of the tenant's fields is not valid JSON from here on.",
    hint: "write it again with `planhat-sync introspect`",
  });
}
