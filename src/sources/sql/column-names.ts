import { isForbiddenColumn } from "../../model/forbidden-name.ts";
import { Stop } from "../../model/stop.ts";

/** The names of a query's columns become those of a row. Throws a Stop where two are the same, or a row may not have one. */
export function checkColumnNames(names: readonly string[]): void {
  const repeated = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
  if (repeated.length > 0) {
    const list = repeated.map((name) => `"${name}"`).join(", ");
    throw new Stop("query-invalid", `The query gives more than one column the same name: ${list}.`, {
      fix: "name each column in the SELECT list, and rename one of two with AS",
    });
  }
  const forbidden = names.find(isForbiddenColumn);
  if (forbidden !== undefined) {
    throw new Stop("query-invalid", `The query has a column named "${forbidden}", which no row may hold.`, {
      fix: "rename it with AS",
    });
  }
}
