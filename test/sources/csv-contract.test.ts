import { sourceContract } from "../contract/source-contract.ts";
import { csvOf, writeCsv } from "./csv-folder.ts";

sourceContract("csv", async ({ columns, rows, broken }) =>
  csvOf(writeCsv([columns, ...rows]) + (broken === true ? '"never closed' : "")),
);
