import { canonicalJson } from "./fingerprint.ts";
import type { Json, JsonObject } from "./json.ts";
import { define, endOfValue } from "./record-body.ts";

/**
 * A whole record as its canonical JSON, flat. The text is made once, where the record is; the state, the request and the
 * saved plan are put together from it. Whoever needs the fields reads them from it, when they do.
 */
export class RecordJson {
  readonly json: string;
  readonly #order: readonly string[];
  #fields: JsonObject | undefined;

  /** `json`: canonical JSON, whose fields are sorted. `order`: of the fields where they are shown, as far as they are mapped. */
  constructor(json: string, order: readonly string[] = [], fields?: JsonObject) {
    this.json = json;
    this.#order = order;
    this.#fields = fields;
  }

  static of(fields: JsonObject): RecordJson {
    return new RecordJson(canonicalJson(fields), [], fields);
  }

  /** One field. Mostly no other one is read for it. */
  get(name: string): Json | undefined {
    if (this.#fields !== undefined) return this.#fields[name];
    const label = labelOf(name);
    // In a text its last quotation mark would be escaped, so it is the name of a member, if not of an inner object.
    const at = this.json.indexOf(label);
    if (at === -1) return undefined;
    if (this.json.includes("{", 1)) return this.fields[name];
    const start = at + label.length;
    // Parsed even where it is plain text: a slice would keep all of the record alive with it.
    return JSON.parse(this.json.slice(start, endOfValue(this.json, start))) as Json;
  }

  get fields(): JsonObject {
    this.#fields ??= inOrder(JSON.parse(this.json) as JsonObject, this.#order);
    return this.#fields;
  }
}

/** Names of fields are few, and asked for in every record. */
const labels = new Map<string, string>();

function labelOf(name: string): string {
  const known = labels.get(name);
  if (known !== undefined) return known;
  const label = `${JSON.stringify(name)}:`;
  labels.set(name, label);
  return label;
}

/** The same fields, these first. */
function inOrder(fields: JsonObject, names: readonly string[]): JsonObject {
  if (names.length === 0) return fields;
  const ordered: Record<string, Json> = {};
  for (const name of names) if (Object.hasOwn(fields, name)) define(ordered, name, fields[name] as Json);
  for (const name of Object.keys(fields)) {
    if (!Object.hasOwn(ordered, name)) define(ordered, name, fields[name] as Json);
  }
  return ordered;
}
