import { readdirSync, readFileSync } from "node:fs";
import { CUSTOM_FIELD } from "../../../src/model/custom-field-type.ts";
import { OBJECT_TYPES } from "../../../src/model/generated/objects.ts";
import type { Json, JsonObject } from "../../../src/model/json.ts";
import type { FieldSpec, ObjectType } from "../../../src/model/object-type.ts";

export type Shape = Readonly<Record<string, string>>;

/**
 * One example of Planhat's pages, in our own form: names and types as they stand there, values of our own.
 * `{company}`, `{enduser}`, `{user}` and `{id}` stand for records that are there before.
 */
export interface Example {
  readonly object: string;
  readonly call: string;
  readonly body?: Json;
  /** Of an answer that is one record: its fields, with the types of their values. */
  readonly shows?: Shape;
  readonly page?: readonly Shape[];
  /** Of a bulk write: created, updated, nonupdates. */
  readonly counts?: readonly [number, number, number];
  readonly insertsKeys?: readonly (readonly string[])[];
  /** Of a bulk write: how long its lists are. */
  readonly lists?: Readonly<Record<string, number>>;
  /** What an answer is, where it is short. */
  readonly answer?: Json;
  /** Sent instead of the token. */
  readonly basic?: string;
}

export const IDS: Readonly<Record<string, string>> = {
  company: "c0c0c0c0c0c0c0c0c0c0c0c0",
  enduser: "e0e0e0e0e0e0e0e0e0e0e0e0",
  user: "a0a0a0a0a0a0a0a0a0a0a0a0",
  other: "d0d0d0d0d0d0d0d0d0d0d0d0",
  id: "b0b0b0b0b0b0b0b0b0b0b0b0",
};

const FOLDER = "test/sandbox/documented";

export const EXAMPLES: readonly Example[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json") && name !== "explained.json")
  .sort()
  .flatMap((name) => {
    const { object, examples } = JSON.parse(readFileSync(`${FOLDER}/${name}`, "utf8"));
    return examples.map((example: Omit<Example, "object">) => ({ object, ...example }));
  });

/** Why a field is missing or different: by `<object>.<field>`, or by the field alone. */
export const EXPLAINED: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(`${FOLDER}/explained.json`, "utf8"),
);

/** A text or a body with the placeholders filled in. */
export function filled<T extends Json>(value: T): T {
  const text = JSON.stringify(value).replace(
    /\{(\w+)(?::([0-9a-f]+))?\}/g,
    (_, name: string, tail?: string) => (tail === undefined ? (IDS[name] ?? name) : tail.padStart(24, "f")),
  );
  return JSON.parse(text) as T;
}

export function typeNamed(object: string): ObjectType | undefined {
  return object === CUSTOM_FIELD.name ? CUSTOM_FIELD : OBJECT_TYPES.find(({ name }) => name === object);
}

/** A record with what a client could have written of these fields: the rest has to come from the sandbox. */
export function recordOf(type: ObjectType, shape: Shape): JsonObject {
  const written = Object.keys(shape).flatMap((field): [string, Json][] => {
    // A ticket's title is kept and read as its subject.
    const spec = type.fields[field] ?? Object.values(type.fields).find(({ readAs }) => readAs === field);
    if (field === "_id" || spec === undefined || spec.computed === true) return [];
    return [[field, sample(field, spec, shape[field] ?? "string")]];
  });
  return Object.fromEntries(written);
}

function sample(field: string, spec: FieldSpec, type: string): Json {
  if (type === "null") return null;
  if (type === "number") return 1;
  if (type === "boolean") return false;
  if (type === "list") return spec.ref === undefined ? [] : referred(field, spec);
  if (type === "object") return {};
  if (spec.enum !== undefined) return spec.enum[0] ?? "";
  if (spec.type === "date") return "2026-01-01T00:00:00.000Z";
  if (spec.type === "objectId") return IDS[(spec.ref ?? "other").toLowerCase()] ?? IDS["other"] ?? "";
  return field === "email" ? "ann@acme.example" : field;
}

function referred(field: string, { ref = "other", items }: FieldSpec): Json {
  const id = IDS[ref.toLowerCase()] ?? IDS["other"] ?? "";
  return items === "objectId" ? [id] : [{ id, name: field }];
}

export function typeOf(value: Json | undefined): string {
  if (value === undefined) return "missing";
  if (value === null) return "null";
  return Array.isArray(value) ? "list" : typeof value;
}
