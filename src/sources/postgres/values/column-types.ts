import type { Client, FieldDef } from "pg";
import { Stop } from "../../../model/stop.ts";
import { checkColumnNames } from "../../sql/column-names.ts";

/** A type that can be read. Domains stand as what they are based on. */
export type PgType =
  | { readonly kind: "scalar"; readonly oid: number; readonly name: string }
  | { readonly kind: "array"; readonly name: string; readonly element: PgType; readonly delimiter: string };

export interface PgColumn {
  readonly name: string;
  readonly type: PgType;
}

/** The columns of a described statement with their types looked up. Throws a Stop that names every column that cannot be read. */
export async function columnTypes(client: Client, fields: readonly FieldDef[]): Promise<readonly PgColumn[]> {
  checkColumnNames(fields.map(({ name }) => name));
  const catalogue = await lookUp(client, new Set(fields.map(({ dataTypeID }) => dataTypeID)));
  const refused: string[] = [];
  const columns: PgColumn[] = [];
  for (const { name, dataTypeID } of fields) {
    const type = resolve(dataTypeID, catalogue);
    if (typeof type === "object") columns.push({ name, type });
    else refused.push(`"${name}" is ${typeName(dataTypeID, catalogue)}, ${type}`);
  }
  if (refused.length === 0) return columns;
  const which = refused.length === 1 ? "A column has a type" : `${refused.length} columns have types`;
  throw new Stop("query-invalid", `${which} that cannot be read without a guess: ${refused.join("; ")}.`, {
    fix: "change the SELECT list as it says",
  });
}

interface TypeRow {
  readonly name: string;
  /** b base, c composite, d domain, e enum, m multirange, p pseudo, r range. */
  readonly kind: string;
  readonly base: number;
  /** 0 where it is no array. */
  readonly element: number;
  readonly delimiter: string;
}

const TYPES = `
  select t.oid, t.typname as name, t.typtype as kind, t.typbasetype as base,
    coalesce(e.oid, 0) as element, coalesce(e.typdelim, ',') as delimiter
  from pg_catalog.pg_type t left join pg_catalog.pg_type e on e.typarray = t.oid
  where t.oid = any ($1::oid[])`;

/** All types named by `oids`, and those they are made of. */
async function lookUp(client: Client, oids: ReadonlySet<number>): Promise<ReadonlyMap<number, TypeRow>> {
  const known = new Map<number, TypeRow>();
  let wanted = [...oids];
  while (wanted.length > 0) {
    const { rows } = await client.query<Record<string, string>>(TYPES, [`{${wanted.join(",")}}`]);
    for (const row of rows) {
      known.set(Number(row["oid"]), {
        name: row["name"] ?? "",
        kind: row["kind"] ?? "",
        base: Number(row["base"]),
        element: Number(row["element"]),
        delimiter: row["delimiter"] ?? ",",
      });
    }
    const parts = wanted.flatMap((oid) => [known.get(oid)?.base ?? 0, known.get(oid)?.element ?? 0]);
    wanted = [...new Set(parts)].filter((oid) => oid !== 0 && !known.has(oid));
  }
  return known;
}

const MONEY = 790;
/** Pseudo-types that are plain text: unknown and cstring. */
const TEXTUAL_PSEUDO: ReadonlySet<number> = new Set([705, 2275]);

/** The type, or what to do about a type that cannot be read. */
function resolve(oid: number, catalogue: ReadonlyMap<number, TypeRow>): PgType | string {
  const row = catalogue.get(oid);
  if (row === undefined) return "which the database does not describe: cast it to text";
  if (row.kind === "d") return resolve(row.base, catalogue);
  if (row.element !== 0) {
    const element = resolve(row.element, catalogue);
    if (typeof element === "string") return element.replaceAll("::numeric", "::numeric[]");
    return { kind: "array", name: `${element.name}[]`, element, delimiter: row.delimiter };
  }
  if (oid === MONEY) return "whose text depends on the server's language: cast it with ::numeric";
  if (row.kind === "c" || row.name === "record")
    return "which has parts: select the parts, or wrap it in to_jsonb(…)";
  if (row.kind === "p" && !TEXTUAL_PSEUDO.has(oid))
    return "which has no values to read: leave it out or cast it to text";
  return { kind: "scalar", oid, name: row.name };
}

function typeName(oid: number, catalogue: ReadonlyMap<number, TypeRow>): string {
  const row = catalogue.get(oid);
  if (row === undefined) return `of the unknown type ${oid}`;
  return row.element === 0 ? row.name : `${typeName(row.element, catalogue)}[]`;
}
