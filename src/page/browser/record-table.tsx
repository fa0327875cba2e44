import type { JsonObject } from "../../model/json.ts";
import type { PageCell } from "../../model/page.ts";
import { recordCells } from "./json-value.ts";
import { Value } from "./value.tsx";

interface RecordTableProps {
  readonly records: readonly JsonObject[];
  readonly selected: string | undefined;
  readonly onSelect: (id: string) => void;
}

/** Columns shown; the record itself shows all. */
const MOST_COLUMNS = 9;
/** What tells one record from another comes first; what Planhat adds, last. */
const FIRST = ["name", "externalId", "sourceId", "email", "firstName", "lastName", "companyName", "title"];
const LAST = ["_id", "createDate", "lastUpdated", "updatedAt", "companyId", "companyExternalId", "shareable"];

/** Records as a table, with the columns that most of them fill. */
export function RecordTable({ records, selected, onSelect }: RecordTableProps) {
  const rows = records.map((record) => ({ id: String(record["_id"]), cells: byName(recordCells(record)) }));
  const columns = columnsOf(rows.map(({ cells }) => cells));
  return (
    <table class="records">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, cells }) => (
          <tr key={id} class={id === selected ? "selected" : undefined} onClick={() => onSelect(id)}>
            {columns.map((column, index) => {
              const cell = cells.get(column);
              const shown = cell === undefined ? null : <Value value={cell.value} />;
              return (
                <td key={column}>
                  {index === 0 ? (
                    <button type="button" class="link" onClick={() => onSelect(id)}>
                      {shown ?? id}
                    </button>
                  ) : (
                    shown
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function byName(cells: readonly PageCell[]): ReadonlyMap<string, PageCell> {
  return new Map(cells.map((cell) => [cell.name, cell]));
}

function columnsOf(rows: readonly ReadonlyMap<string, PageCell>[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const row of rows) for (const name of row.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const rank = (name: string) => {
    const first = FIRST.indexOf(name);
    if (first >= 0) return first;
    return LAST.includes(name) ? 1000 : 500 - (counts.get(name) ?? 0) / Math.max(1, rows.length);
  };
  return [...counts.keys()].sort((a, b) => rank(a) - rank(b)).slice(0, MOST_COLUMNS);
}
