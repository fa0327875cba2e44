import type { Json, JsonObject } from "../../src/model/json.ts";
import type { RecordKey } from "../../src/model/record.ts";
import type { IdsQuery } from "../../src/model/target-reader.ts";
import { type ApiAnswer, NetworkError, type Send } from "../../src/planhat/api/send.ts";

export type Misbehaviour =
  | {
      readonly kind: "status";
      readonly status: number;
      readonly body?: string;
      readonly headers?: Record<string, string>;
    }
  /** The request never arrives. */
  | { readonly kind: "refused" }
  /** It is acted on, and the answer is lost. */
  | { readonly kind: "lost" }
  /** It is acted on, and something else comes back. */
  | { readonly kind: "body"; readonly body: string }
  | { readonly kind: "edit"; readonly edit: (answer: Record<string, Json>) => void };

export interface ModelOptions {
  /** Records Planhat refuses, and the text it gives for it; undefined takes the record. */
  readonly refuses?: (item: JsonObject) => string | undefined;
  /** Records that vanish without a word. */
  readonly drops?: (item: JsonObject) => boolean;
  readonly errorElements?: "string" | "object";
  /** Any refused record makes the whole request fail with 400 and a text. */
  readonly refusesWhole?: boolean;
  /** More items than this are 413. */
  readonly maxItems?: number;
  /** What goes wrong with the nth call, from 0. */
  readonly misbehaves?: (call: number) => Misbehaviour | undefined;
}

/**
 * Planhat's bulk PUT as a pure value, for laws over thousands of cases; the sandbox is the one to test against over
 * HTTP. Matches by externalId.
 */
export class ModelPlanhat {
  readonly records = new Map<string, JsonObject>();
  /** How often each key was created. */
  readonly creates = new Map<string, number>();
  readonly #options: ModelOptions;
  calls = 0;
  lookups = 0;

  constructor(options: ModelOptions = {}) {
    this.#options = options;
  }

  readonly send: Send = async (request) => {
    const wrong = this.#options.misbehaves?.(this.calls);
    this.calls += 1;
    if (wrong?.kind === "refused") throw new NetworkError("connect ECONNREFUSED", "transient");
    if (wrong?.kind === "status") return answer(wrong.status, wrong.body ?? "", wrong.headers);
    const result = this.#put(JSON.parse(request.body ?? "[]"));
    if (wrong?.kind === "lost") throw new NetworkError("socket hang up", "unclear");
    if (wrong?.kind === "body") return answer(200, wrong.body);
    if (wrong?.kind !== "edit") return result;
    const body = JSON.parse(result.text) as Record<string, Json>;
    wrong.edit(body);
    return answer(result.status, JSON.stringify(body));
  };

  async idsOfKeys({ records }: IdsQuery): Promise<ReadonlyMap<RecordKey, readonly string[]>> {
    this.lookups += 1;
    const found = new Map<RecordKey, readonly string[]>();
    for (const { key } of records) if (this.records.has(key)) found.set(key, [`id-${key}`]);
    return found;
  }

  #put(items: readonly JsonObject[]): ApiAnswer {
    const {
      refuses,
      drops,
      maxItems = Number.POSITIVE_INFINITY,
      refusesWhole,
      errorElements,
    } = this.#options;
    if (items.length > maxItems) return answer(413, "too large");
    const refusals = items.flatMap((item) => refuses?.(item) ?? []);
    if (refusesWhole === true && refusals.length > 0) return answer(400, `bad request: ${refusals[0]}`);
    const body = {
      created: 0,
      createdErrors: [] as Json[],
      insertsKeys: [] as Json[],
      updated: 0,
      updatedErrors: [] as Json[],
      updatesKeys: [] as Json[],
      nonupdates: 0,
      modified: [] as Json[],
      upsertedIds: [] as Json[],
      permissionErrors: [],
    };
    for (const item of items) {
      if (drops?.(item) === true) continue;
      const key = String(item["externalId"]);
      const refusal = refuses?.(item);
      const known = this.records.get(key);
      if (refusal !== undefined) {
        body.createdErrors.push(errorElements === "object" ? { externalId: key, message: refusal } : refusal);
      } else if (known === undefined) {
        this.records.set(key, item);
        this.creates.set(key, (this.creates.get(key) ?? 0) + 1);
        body.created += 1;
        body.insertsKeys.push({ _id: `id-${key}`, externalId: key });
        body.upsertedIds.push(`id-${key}`);
      } else if (JSON.stringify(known) === JSON.stringify(item)) body.nonupdates += 1;
      else {
        this.records.set(key, item);
        body.updated += 1;
        body.updatesKeys.push({ _id: `id-${key}` });
        body.modified.push(`id-${key}`);
      }
    }
    return answer(body.createdErrors.length > 0 ? 206 : 200, JSON.stringify(body));
  }
}

function answer(status: number, text: string, headers: Record<string, string> = {}): ApiAnswer {
  return { status, text, headers: { "content-type": "application/json", ...headers } };
}
