import { canonicalJson } from "./fingerprint.ts";
import type { JsonObject } from "./json.ts";

/**
 * A whole record as its canonical JSON, flat. The text is made once, where the record is; the state, the request and the
 * saved plan are put together from it. Whoever needs the fields reads them from it, when they do.
 */
export class RecordJson {
  readonly json: string;
  #fields: JsonObject | undefined;

  /** `json`: canonical JSON. `fields`: what it says, where that is at hand. */
  constructor(json: string, fields?: JsonObject) {
    this.json = json;
    this.#fields = fields;
  }

  static of(fields: JsonObject): RecordJson {
    return new RecordJson(canonicalJson(fields), fields);
  }

  get fields(): JsonObject {
    this.#fields ??= JSON.parse(this.json) as JsonObject;
    return this.#fields;
  }
}
