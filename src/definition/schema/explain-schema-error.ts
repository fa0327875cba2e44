import type { ErrorObject } from "ajv";
import type { RuleId } from "../../model/generated/rule-ids.ts";
import { isJsonObject } from "../../model/json.ts";
import { nearest } from "../../model/nearest.ts";
import type { Path } from "../../model/placed.ts";
import type { SourceKind } from "../../model/source-kind.ts";
import { homeOfKey } from "./home-of-key.ts";
import type { SchemaName } from "./schema-check.ts";
import { kindOf, listed, owner, phrase, subject, wantedKind } from "./schema-words.ts";
import { nameProblem } from "./sync-name.ts";

export interface Explained {
  /** `schema` by default. */
  readonly rule?: RuleId;
  /** Where it stands, if not at the value that Ajv names. */
  readonly path?: Path;
  readonly part?: "key" | "value";
  readonly message: string;
  readonly hint?: string | undefined;
  /** The hint names what was probably meant. */
  readonly isGuess?: boolean;
}

/** One error of Ajv (with `verbose`) in words that say what to do. Never shows a value, which may be a secret. */
export function explainSchemaError(
  error: ErrorObject,
  path: Path,
  { schema, sourceKinds = [] }: { readonly schema: SchemaName; readonly sourceKinds?: readonly SourceKind[] },
): Explained {
  const explain = EXPLAIN[error.keyword] ?? explainOther;
  const explained = explain(error, path);
  if (error.keyword !== "additionalProperties" || explained.isGuess === true) return explained;
  const key = String(error.params["additionalProperty"]);
  const home = credentialHint(key, path, sourceKinds) ?? homeOfKey(key, path, schema);
  return home === undefined ? explained : { ...explained, hint: home };
}

/** Never a place outside the source: a token of one system under the settings of another would be sent there. */
function credentialHint(key: string, path: Path, sourceKinds: readonly SourceKind[]): string | undefined {
  const [root, kind, ...below] = path;
  if (root !== "source") return undefined;
  return sourceKinds.find((one) => one.kind === kind)?.credentialHint?.(key, below);
}

type Explain = (error: ErrorObject, path: Path) => Explained;

const EXPLAIN: Readonly<Record<string, Explain>> = {
  additionalProperties: explainUnknownKey,
  required: explainMissingKey,
  type: explainType,
  enum: explainEnum,
  const: explainConst,
  oneOf: explainChoice,
  anyOf: explainChoice,
  minLength: (error, path) => ({
    message: error.params["limit"] === 1 ? `${subject(path)} is empty.` : `${subject(path)} is too short.`,
    hint: described(error),
  }),
  maxLength: (error, path) => ({
    message: `${subject(path)} is longer than ${characters(error.params["limit"])}.`,
    hint: described(error),
  }),
  minimum: (error, path) => ({ message: `${subject(path)} must be at least ${error.params["limit"]}.` }),
  maximum: (error, path) => ({ message: `${subject(path)} must be at most ${error.params["limit"]}.` }),
  minItems: (error, path) => ({ message: `${subject(path)} is an empty list.`, hint: described(error) }),
  minProperties: explainEmptyMap,
  maxProperties: explainFullMap,
  uniqueItems: (error, path) => ({
    path: [...path, Number(error.params["i"])],
    message: `${subject(path)} lists the same text twice.`,
    hint: "delete one of the two",
  }),
  pattern: explainPattern,
  format: (error, path) => ({
    message: `${subject(path)} is not a date and time with a time zone.`,
    hint: described(error),
  }),
};

const explainOther: Explain = (error, path) => ({
  message: `${subject(path)} is not as the format wants it: it ${error.message ?? `breaks "${error.keyword}"`}.`,
  hint: described(error),
});

function explainUnknownKey(error: ErrorObject, path: Path): Explained {
  const key = String(error.params["additionalProperty"]);
  const schema = error.parentSchema as ObjectSchema;
  const known = Object.keys(schema.properties ?? {});
  const at: Explained = { path: [...path, key], part: "key", message: "" };
  if (path.length === 1 && path[0] === "source") {
    return {
      ...at,
      message: `This version of planhat-sync has no source "${key}".`,
      ...meantOr(key, known, `it reads ${listed(known)}`),
    };
  }
  if (path.length === 2 && path[0] === "fields" && ["value", "expr", "required"].includes(key)) {
    return {
      ...at,
      message: `"${key}" cannot stand beside ${listed(known.filter((name) => isIn(error.data, name)))}.`,
      hint: 'write either "value", a constant, or "expr", with "required" if need be',
    };
  }
  return {
    ...at,
    message: `"${key}" is not a key of ${owner(path)}.`,
    ...meantOr(key, known, known.length === 0 ? "delete it" : `its keys are ${listed(known)}`),
  };
}

function meantOr(
  key: string,
  known: readonly string[],
  otherwise: string,
): Pick<Explained, "hint" | "isGuess"> {
  const hint = didYouMean(key, known);
  return hint === undefined ? { hint: otherwise } : { hint, isGuess: true };
}

function explainMissingKey(error: ErrorObject, path: Path): Explained {
  const key = String(error.params["missingProperty"]);
  const {
    description,
    enum: values,
    const: only,
  } = (error.parentSchema as ObjectSchema).properties?.[key] ?? {};
  const hint =
    only !== undefined
      ? `add "${key}: ${only}"`
      : values !== undefined
        ? `add "${key}:" with one of ${values.join(", ")}`
        : `add "${key}:"${description === undefined ? "" : ` (${phrase(description)})`}`;
  return { part: "key", message: `${subject(path)} has no "${key}".`, hint };
}

function explainType(error: ErrorObject, path: Path): Explained {
  const wanted = String(error.params["type"]);
  const message = `${subject(path)} is ${kindOf(error.data)}, and ${wantedKind(wanted)} belongs here.`;
  if (error.data === null) return { message: `${subject(path)} has no value.`, hint: described(error) };
  if (path.length === 0) return { message, hint: 'start with "version: 1"' };
  if (wanted === "string" && (typeof error.data === "number" || typeof error.data === "boolean")) {
    return { message, hint: 'put it in quotes to make it text: "…"' };
  }
  if (wanted === "boolean") return { message, hint: "write true or false, without quotes" };
  if (wanted === "object") return { message, hint: asMap(error, path) };
  if (typeof error.data === "string" && (wanted === "integer" || wanted === "number")) {
    return { message, hint: "write the number without quotes" };
  }
  return { message, hint: described(error) };
}

/** How to write a map, for somebody who wrote a list or a text in its place. */
function asMap(error: ErrorObject, path: Path): string | undefined {
  if (path.length === 1 && path[0] === "fields") {
    const isList = Array.isArray(error.data);
    return `write one field per line${isList ? ", without a dash" : ""}: the Planhat field, a colon and an expression, such as name: account_name`;
  }
  const { required = [] } = error.parentSchema as ObjectSchema;
  const [only] = required;
  if (only === undefined || required.length > 1) return described(error);
  return `write "${only}:" and its value below "${path.at(-1)}:", indented by two spaces`;
}

function explainEnum(error: ErrorObject, path: Path): Explained {
  const allowed = (error.params["allowedValues"] as readonly unknown[]).map(String);
  const { data } = error;
  const guess = typeof data === "string" ? didYouMean(data, allowed) : undefined;
  return {
    message: `${subject(path)} must be one of ${allowed.join(", ")}.`,
    hint: guess ?? (path.length === 1 && path[0] === "mode" ? modeHint(data) : undefined),
  };
}

/** What other tools call a mode, and the one that does it here. */
function modeHint(written: unknown): string {
  switch (typeof written === "string" ? written.toLowerCase() : undefined) {
    case "append":
    case "create":
    case "add":
      return "write insert: it creates what Planhat does not hold, and skips the rest";
    case "patch":
    case "enrich":
      return "write update: it changes what Planhat holds, and skips the rest";
    default:
      return "write upsert: it creates what Planhat does not hold and updates the rest; update or insert does one of the two";
  }
}

function explainConst(error: ErrorObject, path: Path): Explained {
  const allowed = error.params["allowedValue"];
  if (path.length !== 1 || path[0] !== "version") {
    return { message: `${subject(path)} must be ${JSON.stringify(allowed)}.`, hint: described(error) };
  }
  if (typeof error.data === "number" && error.data > Number(allowed)) {
    return {
      rule: "version-unsupported",
      message: `The file has format version ${error.data}, and this planhat-sync reads version ${allowed}: it needs a newer planhat-sync.`,
      hint: "install a newer planhat-sync",
    };
  }
  return { message: `"version" must be ${allowed}.`, hint: `write "version: ${allowed}"` };
}

function explainChoice(error: ErrorObject, path: Path): Explained {
  const branches = error.schema as readonly ObjectSchema[];
  const alternatives = branches.flatMap((branch) =>
    branch.description === undefined ? branch.required : [],
  );
  if (alternatives.length === branches.length)
    return explainAlternatives(error, path, alternatives.map(String));
  if (error.data === null) {
    const toClear = path[0] === "fields" ? "to clear the field, write { value: null }; otherwise " : "";
    return { message: `${subject(path)} has no value.`, hint: `${toClear}${forms(branches)}` };
  }
  const isText = branches.some(
    (branch) => branch.type === "string" && branch.const === undefined && branch.pattern === undefined,
  );
  if (isText && (typeof error.data === "number" || typeof error.data === "boolean")) {
    return {
      message: `${subject(path)} is ${kindOf(error.data)}, and text belongs here.`,
      hint: `put it in quotes: "…"; ${forms(branches)}`,
    };
  }
  const fits = branches.some((branch) => wantedKind(branch.type ?? "") === kindOf(error.data));
  return {
    message: `${subject(path)} is ${fits ? "not what belongs here" : `${kindOf(error.data)}, which does not belong here`}.`,
    hint: forms(branches),
  };
}

function forms(branches: readonly ObjectSchema[]): string {
  return `write ${branches.flatMap((branch) => branch.description ?? []).join(", or ")}`;
}

function explainAlternatives(error: ErrorObject, path: Path, names: readonly string[]): Explained {
  const both = names.every((name) => isIn(error.data, name));
  return {
    part: "key",
    message: `${subject(path)} has ${both ? "both" : "neither"} ${names.map((name) => `"${name}"`).join(both ? " and " : " nor ")}.`,
    hint: both ? "keep one of them" : "add one of them",
  };
}

function explainEmptyMap(error: ErrorObject, path: Path): Explained {
  const known = Object.keys((error.parentSchema as ObjectSchema).properties ?? {});
  return {
    part: "key",
    message: `${subject(path)} is empty.`,
    hint:
      known.length === 0
        ? described(error)
        : `write ${known.map((key) => `"${key}:"`).join(" or ")} below it`,
  };
}

function explainFullMap(error: ErrorObject, path: Path): Explained {
  const keys = Object.keys(error.data as object);
  return {
    path: [...path, keys[1] ?? ""],
    part: "key",
    message: `${subject(path)} has more than one kind.`,
    hint: `keep one of ${listed(keys)}`,
  };
}

function explainPattern(error: ErrorObject, path: Path): Explained {
  if (error.propertyName !== undefined) {
    return {
      path: [...path, error.propertyName],
      part: "key",
      message: `"${error.propertyName}" is not a valid name in ${owner(path)}.`,
      hint: "use letters, digits, - and _",
    };
  }
  if (path.length === 1 && path[0] === "name") return nameProblem(String(error.data));
  return { message: `${subject(path)} is not written as it should be.`, hint: described(error) };
}

interface ObjectSchema {
  readonly description?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly pattern?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, PropertySchema>>;
}

interface PropertySchema {
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly const?: number;
}

function described(error: ErrorObject): string | undefined {
  const description = (error.parentSchema as ObjectSchema | undefined)?.description;
  return description === undefined ? undefined : `it takes ${phrase(description)}`;
}

function didYouMean(name: string, known: readonly string[]): string | undefined {
  const match = nearest(name, known);
  return match === undefined ? undefined : `did you mean "${match}"?`;
}

function characters(count: unknown): string {
  return count === 1 ? "one character" : `${count} characters`;
}

function isIn(value: unknown, name: string): boolean {
  return isJsonObject(value) && Object.hasOwn(value, name);
}
