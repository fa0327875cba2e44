import type { Plan } from "../../src/engine/plan.ts";
import type { Change, PlanItem, Update } from "../../src/model/change.ts";
import type { CompiledSync, Mode, Transformed } from "../../src/model/compiled-sync.ts";
import { fingerprint } from "../../src/model/fingerprint.ts";
import type { JsonObject } from "../../src/model/json.ts";
import type { ObjectType } from "../../src/model/object-type.ts";
import type { RecordKey } from "../../src/model/record.ts";
import { RecordJson } from "../../src/model/record-json.ts";
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
  return {
    kind: "record",
    record: { key: own, fields: data, whole: RecordJson.of(data), fingerprint: print, position },
  };
}

export function rowsOf(records: readonly JsonObject[]): readonly Row[] {
  return records.map((data, index) => ({ data, position: { row: index + 1 } }));
}

/** A create; an update of every field where `extra` says so. */
export function change(
  key: string,
  fields: JsonObject = { name: key },
  extra: Partial<Omit<Update, "action">> & { readonly action?: Change["action"] } = {},
): Change {
  const record = { externalId: key, ...fields };
  const { action = "create", fields: changed, ...rest } = extra;
  const common = {
    sync: "crm",
    key: key as RecordKey,
    record: RecordJson.of(record),
    fingerprint: fingerprint(record),
    position: { row: 1 },
    ...rest,
  };
  if (action === "create") return { ...common, action };
  const every = Object.fromEntries(Object.entries(record).map(([name, after]) => [name, { after }]));
  return { ...common, action, fields: changed ?? every };
}

export function memorySpool(): Spool {
  const arrays: (readonly string[])[] = [];
  return {
    append: async (lines) => {
      if (lines.length > 0) arrays.push(lines);
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

/** One item a row: the plan tells of the unchanged ones only how many they are, and they are those that it does not list. */
export async function everyItem(
  plan: Pick<Plan, "items" | "tally">,
  { key }: Pick<CompiledSync, "key">,
  rows: readonly JsonObject[],
): Promise<readonly PlanItem[]> {
  const listed = new Map<number, PlanItem>();
  let last = 0;
  for (const item of await collect(plan.items())) {
    const { row } = positionOf(item);
    if (row <= last) throw new Error(`row ${row} stands behind row ${last}`);
    last = row;
    listed.set(row, item);
  }
  const items = rows.map((data, index): PlanItem => {
    const position = { row: index + 1 };
    const own = key === undefined ? `~${fingerprint(data)}` : String(data[key]);
    return listed.get(position.row) ?? { kind: "unchanged", key: own as RecordKey, position };
  });
  const unchanged = items.filter(({ kind }) => kind === "unchanged").length;
  if (plan.tally.summary.unchanged !== unchanged) throw new Error(`${unchanged} rows are not listed`);
  return items;
}

function positionOf(item: PlanItem) {
  if (item.kind === "change") return item.change.position;
  return item.kind === "reject" ? item.rejection.position : item.position;
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
