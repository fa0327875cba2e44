import type { Change } from "../../src/model/change.ts";
import type { CompiledSync, Mode, Transformed } from "../../src/model/compiled-sync.ts";
import { fingerprint } from "../../src/model/fingerprint.ts";
import type { JsonObject } from "../../src/model/json.ts";
import type { ObjectType } from "../../src/model/object-type.ts";
import type { RecordKey } from "../../src/model/record.ts";
import type { Row } from "../../src/model/row.ts";
import type { RowStore } from "../../src/model/row-store.ts";
import type { Spool } from "../../src/model/spool.ts";

export const COMPANY: ObjectType = {
  name: "Company",
  plural: "companies",
  path: "/companies",
  leanPath: "/leancompanies",
  keyables: ["_id", "sourceId", "externalId"],
  required: [["name"]],
  pathIds: [
    { field: "_id", prefix: "" },
    { field: "externalId", prefix: "extid-" },
  ],
  list: { defaultLimit: 100, maxLimit: 5000 },
  externalIdWithinCompany: false,
  fields: { name: { type: "string", description: "Name." } },
  docs: "https://www.planhat.com/developers/api/company",
};

export const ENDUSER: ObjectType = {
  ...COMPANY,
  name: "Enduser",
  plural: "endusers",
  path: "/endusers",
  keyables: ["_id", "sourceId", "externalId", "email"],
  externalIdWithinCompany: true,
  fields: { companyId: { type: "objectId", description: "Company.", ref: "Company", prefixes: true } },
};

/** A sync whose rows are records already: `{ externalId, … }`; a row with `bad` is rejected. */
export function fakeSync(options: {
  readonly name?: string;
  readonly mode?: Mode;
  readonly key?: string | undefined;
  readonly objectType?: ObjectType;
  readonly guards?: CompiledSync["guards"];
}): CompiledSync {
  const name = options.name ?? "crm";
  const key = "key" in options ? options.key : "externalId";
  const objectType = options.objectType ?? COMPANY;
  return {
    name,
    description: undefined,
    file: `syncs/${name}.yaml`,
    objectType,
    mode: options.mode ?? "upsert",
    key,
    fields: Object.entries(objectType.fields).map(([field, spec]) => ({
      name: field,
      spec,
      value: { kind: "constant", constant: null },
      required: false,
    })),
    source: { kind: "csv", settings: {} },
    batchSize: "auto",
    guards: options.guards ?? {},
    tests: [],
    fingerprint: "0",
    missingVariables: [],
    transform: async (rows) => rows.map((row) => transform(name, key, row)),
  };
}

function transform(sync: string, key: string | undefined, { data, position }: Row): Transformed {
  if (data["bad"] !== undefined) {
    const reason = { code: "required-field", what: "Bad." } as const;
    const rejection = { sync, position, key: null, rule: "required-field", reason, record: data } as const;
    return { kind: "reject", rejection };
  }
  const print = fingerprint(data);
  const own = (key === undefined ? `~${print}` : String(data[key])) as RecordKey;
  return { kind: "record", record: { key: own, fields: data, fingerprint: print, position } };
}

export function rowsOf(records: readonly JsonObject[]): readonly Row[] {
  return records.map((data, index) => ({ data, position: { row: index + 1 } }));
}

export function change(key: string, fields: JsonObject = { name: key }, extra: Partial<Change> = {}): Change {
  const record = { externalId: key, ...fields };
  return {
    sync: "crm",
    action: "create",
    key: key as RecordKey,
    fields: Object.fromEntries(Object.entries(record).map(([name, after]) => [name, { after }])),
    record,
    fingerprint: fingerprint(record),
    position: { row: 1 },
    ...extra,
  };
}

export function memorySpool<T>(): Spool<T> {
  const arrays: (readonly T[])[] = [];
  return {
    append: async (items) => {
      arrays.push(items);
    },
    seal: async () => undefined,
    async *read() {
      yield* arrays;
    },
    dispose: async () => undefined,
  };
}

export async function collect<T>(stream: AsyncIterable<readonly T[]>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const some of stream) all.push(...some);
  return all;
}

/** An async stream of the given arrays. */
export async function* streamOf<T>(...arrays: readonly (readonly T[])[]): AsyncIterable<readonly T[]> {
  yield* arrays;
}

export function memoryRowStore<T>(): RowStore<T> {
  const values = new Map<number, T[]>();
  return {
    put: async (entries) => {
      for (const { row, value } of entries) values.set(row, [...(values.get(row) ?? []), value]);
    },
    take: async (rows) =>
      new Map(
        rows.flatMap((row) => {
          const found = values.get(row);
          return found === undefined ? [] : [[row, found] as const];
        }),
      ),
    dispose: async () => undefined,
  };
}
