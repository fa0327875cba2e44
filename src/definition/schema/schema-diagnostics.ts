import type { ErrorObject } from "ajv";
import { diagnose } from "../../model/diagnose.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { isJsonObject, type Json } from "../../model/json.ts";
import { nearest } from "../../model/nearest.ts";
import type { Path, PlacedFile } from "../../model/placed.ts";
import { placedFix } from "../../model/placed-fix.ts";
import type { SourceKind } from "../../model/source-kind.ts";
import type { SubstitutedText } from "../files/substitute.ts";
import { explainSchemaError } from "./explain-schema-error.ts";
import { outdentedKeys } from "./outdented-keys.ts";
import { checkSchema, type SchemaName } from "./schema-check.ts";
import { schemaFix } from "./schema-fix.ts";

interface CheckedValue {
  readonly schema: SchemaName;
  readonly value: Json;
  /** Texts with variables, by JSON pointer: an unset variable is no fault of the text. */
  readonly texts: ReadonlyMap<string, SubstitutedText>;
  /** Of a definition. */
  readonly sourceKinds?: readonly SourceKind[];
}

/** Every fault against the schema, one remark each, at the key or value that has it. Empty for a valid value. */
export function schemaDiagnostics(placed: PlacedFile, checked: CheckedValue): readonly Diagnostic[] {
  const all = withoutBranchNoise(checkSchema(checked.schema, checked.value));
  const outdented = outdentedKeys(all);
  const errors = withoutEchoes(all.filter((error) => !outdented.echoes.has(error))).filter(
    (error) => checked.texts.get(error.instancePath)?.complete !== false,
  );
  return errors.map((error) => {
    const path = pathOf(error.instancePath, checked.value);
    const explained = outdented.explained.get(error)?.(path) ?? explainSchemaError(error, path, checked);
    const place = placed.place(explained.path ?? path, { part: explained.part ?? "value" });
    const { rule = "schema", message, hint } = explained;
    const fix = schemaFix(error, path, placed);
    return diagnose(placed.file, place, { rule, message, hint, fix: fix && placedFix(placed, fix) });
  });
}

/**
 * Ajv reports each branch of a oneOf or anyOf, and then that none fitted. What is left is the branch that was
 * meant, by the type of the value and its keys; or, where no branch is near, that none fitted.
 */
function withoutBranchNoise(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const choices = errors.filter((error) => error.keyword === "oneOf" || error.keyword === "anyOf");
  const dropped = new Set<ErrorObject>();
  for (const choice of choices) {
    const meant = meantBranch(choice);
    const prefix = `${choice.schemaPath}/`;
    const inside = errors.filter(
      (error) => error.schemaPath.startsWith(prefix) && isBelow(error.instancePath, choice.instancePath),
    );
    const branch = inside.filter((error) => error.schemaPath.startsWith(`${prefix}${meant}/`));
    if (branch.every((error) => saysNoMore(error, choice))) branch.length = 0;
    for (const error of inside) if (!branch.includes(error)) dropped.add(error);
    if (branch.length > 0) dropped.add(choice);
  }
  return errors.filter((error) => !dropped.has(error));
}

/** "must be auto" helps less than all the forms that belong here. */
function saysNoMore(error: ErrorObject, choice: ErrorObject): boolean {
  return error.instancePath === choice.instancePath && ["const", "pattern", "type"].includes(error.keyword);
}

/** One fault, one remark: not "has no path" besides "pth is not a key", not "must be 1" besides "is text". */
function withoutEchoes(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const wrongTypes = new Set(
    errors.flatMap((error) => (error.keyword === "type" ? [error.instancePath] : [])),
  );
  const misspelt = new Set(
    errors.flatMap(({ keyword, params, parentSchema, instancePath }) => {
      if (keyword !== "additionalProperties") return [];
      const known = Object.keys((parentSchema as BranchSchema).properties ?? {});
      return `${instancePath} ${nearest(String(params["additionalProperty"]), known)}`;
    }),
  );
  const strange = new Set(
    errors.flatMap((error) => (error.keyword === "additionalProperties" ? [error.instancePath] : [])),
  );
  return errors.filter((error) => {
    if (error.keyword === "propertyNames") return false;
    // A map with one key too many, one of which it does not know: that one is said.
    if (error.keyword === "maxProperties" && strange.has(error.instancePath)) return false;
    if (error.keyword === "required") {
      return !misspelt.has(`${error.instancePath} ${error.params["missingProperty"]}`);
    }
    return error.keyword === "type" || !wrongTypes.has(error.instancePath);
  });
}

function meantBranch({ schema, data }: ErrorObject): number {
  const branches = schema as readonly BranchSchema[];
  const fits = (branch: BranchSchema) => branch.type !== undefined && hasType(branch.type, data);
  const near = branches.filter(fits);
  if (near.length <= 1 || !isJsonObject(data)) return branches.indexOf(near[0] ?? {});
  const keys = Object.keys(data);
  const shared = (branch: BranchSchema) => {
    const known = Object.keys(branch.properties ?? {});
    const same = keys.filter((key) => known.includes(key)).length;
    return same > 0 || !keys.some((key) => nearest(key, known) !== undefined) ? same : 0.5;
  };
  const best = [...near].sort((a, b) => shared(b) - shared(a))[0];
  return best === undefined || shared(best) === 0 ? -1 : branches.indexOf(best);
}

interface BranchSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
}

function hasType(type: string, value: unknown): boolean {
  switch (type) {
    case "object":
      return isJsonObject(value);
    case "array":
      return Array.isArray(value);
    case "integer":
      return typeof value === "number";
    default:
      return typeof value === type;
  }
}

function isBelow(pointer: string, parent: string): boolean {
  return pointer === parent || pointer.startsWith(`${parent}/`);
}

/** `/tests/0/row` → `["tests", 0, "row"]`: a number only where the value is a list. */
function pathOf(pointer: string, root: Json): Path {
  const path: (string | number)[] = [];
  let value: unknown = root;
  for (const step of pointer.split("/").slice(1)) {
    const name = step.replaceAll("~1", "/").replaceAll("~0", "~");
    const key = Array.isArray(value) ? Number(name) : name;
    path.push(key);
    value = (value as Readonly<Record<string | number, unknown>> | undefined)?.[key];
  }
  return path;
}
