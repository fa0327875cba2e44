import { diagnose, FILE_START } from "../../model/diagnose.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { CompileExpression } from "../../model/expression.ts";
import type { SyncDefinition } from "../../model/generated/sync.ts";
import { isJsonObject, type Json, type JsonObject } from "../../model/json.ts";
import type { ObjectType } from "../../model/object-type.ts";
import type { PlacedFile, PlacedSync } from "../../model/placed.ts";
import { secretsIn } from "../../model/secret-values.ts";
import type { SourceKind } from "../../model/source-kind.ts";
import type { TenantFields } from "../../model/tenant-fields.ts";
import { placeSync } from "../places/place-sync.ts";
import { schemaDiagnostics } from "../schema/schema-diagnostics.ts";
import { isSyncName } from "../schema/sync-name.ts";
import { hiddenCharacters } from "../yaml/hidden-characters.ts";
import { placedFile } from "../yaml/source-tree.ts";
import { straightenQuotes } from "../yaml/typographic-quotes.ts";
import { readYaml } from "../yaml/yaml-document.ts";
import { pathsOutside } from "./paths-outside.ts";
import { secretsOfVariables, shortSecrets } from "./secrets.ts";
import { type SubstitutedText, substitute, type Variables } from "./substitute.ts";

/** A definition that its schema accepts. */
export interface CheckedSync {
  readonly placed: PlacedSync;
  /** With the variables of `source` put in. */
  readonly definition: SyncDefinition;
  /** `source` as written: what a fingerprint may contain. */
  readonly writtenSource: JsonObject;
  readonly missingVariables: readonly string[];
}

export interface ReadSync {
  /** What the linter sees. Also there where the schema refuses parts that no rule looks at: all faults show at once. */
  readonly placed: PlacedSync | undefined;
  readonly checked: CheckedSync | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** The file, whatever is wrong with it: its comments. */
  readonly tree: PlacedFile;
  /** Values that no output may contain. */
  readonly secrets: readonly string[];
}

export interface SyncFileOptions {
  readonly env: Variables;
  /** Variables that an environment sets once it is chosen: until then they are unset, and not missed. */
  readonly awaited?: ReadonlySet<string>;
  readonly objectTypes: readonly ObjectType[];
  readonly sourceKinds: readonly SourceKind[];
  readonly compileExpression: CompileExpression;
  readonly tenantFields?: TenantFields;
}

/** The text of a definition → the checked definition, where it is one, and what there is to say of it. Pure. */
export function readSyncFile(file: string, text: string, options: SyncFileOptions): ReadSync {
  const { tree, value, diagnostics } = readYaml(file, text);
  const placed = placedFile(tree);
  const unplaced = { placed: undefined, checked: undefined, tree: placed };
  if (value === undefined) return { ...unplaced, diagnostics, secrets: [] };

  const { value: written, diagnostics: quotes } = straightenQuotes(placed, value);
  const source = substituteSource(placed, written, options);
  const { sourceKinds } = options;
  const checkedValue = { schema: "sync", value: source.value, texts: source.texts, sourceKinds } as const;
  const schema = schemaDiagnostics(placed, checkedValue);
  const all = [
    ...diagnostics,
    ...quotes,
    ...fileNameProblem(placed, written),
    ...source.diagnostics,
    ...shortSecrets(placed, source.texts.values()),
    ...schema,
    ...hiddenCharacters(placed, written),
    ...pathsOutside(placed, source.value, source.texts, sourceKinds),
  ];
  const name = nameOf(file, written);
  const named = name === undefined ? all : all.map((diagnostic) => ({ ...diagnostic, sync: name }));
  const secrets = [
    ...secretsIn(sourceOf(source.value)),
    ...secretsOfVariables(source.texts.values(), sourceKinds),
  ];
  const linted = schema.length === 0 ? source.value : lintableParts(placed, source.value, sourceKinds);
  if (linted === undefined) return { ...unplaced, diagnostics: named, secrets };

  const lintable = placeSync(placed, linted as unknown as SyncDefinition, name ?? file, options);
  const read = { placed: lintable, diagnostics: named, tree: placed, secrets };
  if (schema.length > 0) return { ...read, checked: undefined };
  const checked: CheckedSync = {
    placed: lintable,
    definition: source.value as unknown as SyncDefinition,
    writtenSource: (written as JsonObject)["source"] as JsonObject,
    missingVariables: [...new Set([...source.texts.values()].flatMap(({ missing }) => missing))].sort(),
  };
  return { ...read, checked };
}

/** The parts that the rules look at, where they are in order whatever else is not. */
function lintableParts(
  placed: PlacedFile,
  value: Json,
  sourceKinds: readonly SourceKind[],
): Json | undefined {
  if (!isJsonObject(value)) return undefined;
  // Any source that the schema accepts.
  const [known] = sourceKinds;
  const source: JsonObject = known === undefined ? {} : { [known.kind]: known.snippet.settings };
  const part = (name: string) => (value[name] === undefined ? {} : { [name]: value[name] });
  const isValid = (parts: JsonObject) =>
    schemaDiagnostics(placed, { schema: "sync", value: { ...MINIMAL, source, ...parts }, texts: new Map() })
      .length === 0;
  const needed = { ...part("target"), ...part("mode"), ...part("key"), ...part("fields") };
  const { target, mode, fields } = MINIMAL;
  if (!["target", "mode", "fields"].every((name) => name in needed) || !isValid(needed)) return undefined;
  const others = ["source", "batch", "guards", "tests"]
    .map(part)
    .filter((one) => isValid({ target, mode, fields, ...one }));
  return Object.assign({ version: 1 }, needed, ...others);
}

/** What makes a part of a definition a whole one. */
const MINIMAL = {
  version: 1,
  target: { object: "Company" },
  mode: "update",
  fields: { externalId: "id" },
};

function sourceOf(value: Json): Json {
  return isJsonObject(value) ? (value["source"] ?? null) : null;
}

/** Only `source` knows variables: everywhere else `${` belongs to JSONata or to the user's text. */
function substituteSource(
  placed: PlacedFile,
  written: Json,
  { env, awaited }: Pick<SyncFileOptions, "env" | "awaited">,
) {
  const source = isJsonObject(written) ? written["source"] : undefined;
  if (source === undefined) {
    return { value: written, texts: new Map<string, SubstitutedText>(), diagnostics: [] };
  }
  const { value, texts, diagnostics } = substitute(placed, source, env, {
    at: ["source"],
    isMissed: (_, name) => awaited?.has(name) !== true,
  });
  const whole: Record<string, Json> = Object.assign(Object.create(null), written, { source: value });
  return { value: whole as Json, texts, diagnostics };
}

/** As written, or from the file's name; undefined where the file is no map. */
function nameOf(file: string, written: Json): string | undefined {
  if (!isJsonObject(written)) return undefined;
  const name = written["name"];
  return typeof name === "string" && isSyncName(name) ? name : nameOfFile(file);
}

function nameOfFile(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1).replace(/\.ya?ml$/i, "");
}

/** The schema checks a name that is written; the file's own name stands in where there is none. */
function fileNameProblem({ file }: PlacedFile, written: Json): readonly Diagnostic[] {
  const name = nameOfFile(file);
  if (!isJsonObject(written) || written["name"] !== undefined || isSyncName(name)) return [];
  const hint = 'rename the file, or give the sync a name with "name:"';
  const remark = { rule: "schema", message: FILE_NAME, hint } as const;
  return [diagnose(file, FILE_START, remark)];
}

const FILE_NAME =
  "The name of the file cannot be the name of the sync: it is too long, or contains a control character.";
