// What the floor programs share: the rows of the CSV as records, mapped by hand, and calls to Planhat.
import { createReadStream } from "node:fs";
import { parse } from "csv-parse";
import { Pool } from "undici";

const { PLANHAT_API_URL, PLANHAT_API_TOKEN } = process.env;
const pool = new Pool(PLANHAT_API_URL, { connections: 1, pipelining: 1 });
const headers = { authorization: `Bearer ${PLANHAT_API_TOKEN}`, "content-type": "application/json" };

/** Calls `take` with each record, in order, and waits where that answers a promise. */
export async function eachRecord(take) {
  const rows = createReadStream("companies.csv").pipe(parse());
  let isHeader = true;
  for await (const [id, name, phase, city, domain, mrr, seats, tier] of rows) {
    if (isHeader) {
      isHeader = false;
      continue;
    }
    const waits = take({
      externalId: id,
      name: name.trim(),
      phase,
      city,
      web: `https://${domain}`,
      custom: { MRR: Number(mrr), Seats: Number(seats), Tier: tier === "ent" ? "Enterprise" : "Growth" },
    });
    if (waits !== undefined) await waits;
  }
}

export async function call(method, path, body) {
  const answer = await pool.request({ method, path, headers, body });
  if (answer.statusCode !== 200) throw new Error(`Planhat answered ${answer.statusCode}`);
  return JSON.parse(await answer.body.text());
}

export function close() {
  return pool.close();
}
