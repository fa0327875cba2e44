import { sourceContract } from "../../contract/source-contract.ts";
import { databaseOf } from "./database.ts";

sourceContract("sqlite", async ({ columns, rows, broken }) => {
  const names = columns.map((name) => `"${name}" TEXT`).join(", ");
  const tuples = rows.map((row) => `(${row.map((value) => `'${value.replaceAll("'", "''")}'`).join(", ")})`);
  const inserts = tuples.length === 0 ? "" : `INSERT INTO t VALUES ${tuples.join(", ")};`;
  const { source } = await databaseOf(`CREATE TABLE t (${names}); ${inserts}`);
  // A number that is too great for SQLite ends the query behind the rows.
  const end = ` UNION ALL SELECT ${columns.map(() => "abs(-9223372036854775807 - 1)").join(", ")}`;
  return source({ query: `SELECT * FROM t${broken === true ? end : ""}` });
});
