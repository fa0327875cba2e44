import { sourceContract } from "../../contract/source-contract.ts";
import { json, serve } from "./api-server.ts";
import { httpOf } from "./http-of.ts";

const SIZE = 700;

sourceContract("http with JSON pages", async ({ columns, rows, broken }) => {
  const records = rows.map((row) => Object.fromEntries(columns.map((name, index) => [name, row[index]])));
  const { url } = await serve(({ query }, response) => {
    const from = Number(query.get("offset"));
    const page = JSON.stringify(records.slice(from, from + SIZE));
    const last = from + SIZE >= records.length;
    json(response, broken === true && last ? page.slice(0, -2) : page);
  });
  return httpOf({ url, pagination: { offset: { param: "offset", size: SIZE } } });
});

sourceContract("http with one NDJSON body", async ({ columns, rows, broken }) => {
  const lines = rows.map((row) =>
    JSON.stringify(Object.fromEntries(columns.map((name, index) => [name, row[index]]))),
  );
  const { url } = await serve((_request, response) => {
    response.writeHead(200, { "content-type": "application/x-ndjson" });
    response.end(lines.map((line) => `${line}\n`).join("") + (broken === true ? '{"half' : ""));
  });
  return httpOf({ url });
});

sourceContract("http with one CSV body", async ({ columns, rows, broken }) => {
  const lines = [columns, ...rows].map((row) =>
    row.map((value) => `"${value.replaceAll('"', '""')}"`).join(","),
  );
  const { url } = await serve((_request, response) => {
    response.writeHead(200, { "content-type": "text/csv; charset=utf-8" });
    response.end(`${lines.join("\r\n")}\r\n${broken === true ? '"never closed' : ""}`);
  });
  return httpOf({ url });
});
