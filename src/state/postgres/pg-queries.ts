import type { Client, CustomTypesConfig } from "pg";
import type { SqlRow, SqlValue } from "../queries.ts";

/** SQL over the open connection of a session. Everything throws what the driver throws. */
export interface PgQueries {
  /** Quoted, to stand in front of every table's name: a pooler keeps no search_path. */
  readonly schema: string;
  /** Whole numbers come as numbers, anything else as text. An array is one value: a column, for `unnest`. */
  rows(sql: string, values?: readonly PgValue[]): Promise<readonly SqlRow[]>;
  /** Several statements without values, in one round trip; answers the rows of the last. */
  script(sql: string): Promise<readonly SqlRow[]>;
}

type PgValue = SqlValue | readonly SqlValue[];

/** Runs one query; throws where the server stays silent. */
export type Patience = <T>(answer: Promise<T>) => Promise<T>;

const WHOLE: ReadonlySet<number> = new Set([20, 21, 23]);
const TYPES: CustomTypesConfig = {
  getTypeParser: ((oid: number) => (WHOLE.has(oid) ? Number : asText)) as CustomTypesConfig["getTypeParser"],
};

/** No statement gets a name: behind a pooler the next one may go to another session. */
export function pgQueries(client: Client, schema: string, patience: Patience): PgQueries {
  return {
    schema: `"${schema}"`,
    rows: async (text, values = []) => {
      const query = { text, values: values.map(asParameter), types: TYPES };
      return (await patience(client.query<SqlRow>(query))).rows;
    },
    script: async (text) => {
      const result: unknown = await patience(client.query({ text, types: TYPES }));
      const last: unknown = Array.isArray(result) ? result.at(-1) : result;
      return (last as { readonly rows: readonly SqlRow[] }).rows;
    },
  };
}

/** A value as it stands in a `script`. */
export function literal(value: string | number | null): string {
  if (value === null) return "NULL";
  if (typeof value === "number") return String(value);
  // An E string means the same whatever standard_conforming_strings says.
  return `E'${value.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
}

function asParameter(value: PgValue): unknown {
  if (Array.isArray(value)) return value.map(asParameter);
  return value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value;
}

function asText(text: string): string {
  return text;
}
