import type { RecordKey } from "../../model/record.ts";
import type { SqlRow, SqlValue } from "../queries.ts";
import { parsedColumn, recordKeys } from "./parsed-column.ts";
import { asInteger, asText, sealed, unsealed } from "./sealed-row.ts";

/** Records of one sync that are on their way together, a key as often as it is. */
export interface Intent {
  readonly id: number;
  readonly scope: number;
  readonly keys: readonly RecordKey[];
}

const COLUMNS = ["id", "scope", "keys"];

/** The columns of table `intent`, its checksum last. JSON keeps what no text of a database does: NUL, half a character. */
export function intentValues({ id, scope, keys }: Intent): readonly SqlValue[] {
  return sealed(id, scope, JSON.stringify(keys));
}

export function intentOf(row: SqlRow): Intent {
  const [id, scope, keys] = unsealed(row, "intent", COLUMNS);
  return {
    id: asInteger(id),
    scope: asInteger(scope),
    keys: parsedColumn(asText(keys), recordKeys, "the keys of an intent"),
  };
}
