// What one writes in an afternoon: read the CSV, map each row with JSONata, send a thousand at a time. No plan, no
// state, no retries, no reasons for what was refused.
import { createReadStream } from "node:fs";
import { parse } from "csv-parse";
import jsonata from "jsonata";

const { PLANHAT_API_URL, PLANHAT_API_TOKEN } = process.env;
const mapping = jsonata(`{
  "externalId": id, "name": $trim(name), "phase": phase, "city": city, "web": "https://" & domain,
  "custom": { "MRR": $number(mrr), "Seats": $number(seats), "Tier": tier = "ent" ? "Enterprise" : "Growth" }
}`);

let batch = [];
for await (const row of createReadStream(process.argv[2]).pipe(parse({ columns: true }))) {
  batch.push(await mapping.evaluate(row));
  if (batch.length === 1000) await send();
}
if (batch.length > 0) await send();
console.error(`peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);

async function send() {
  const response = await fetch(`${PLANHAT_API_URL}/companies`, {
    method: "PUT",
    headers: { authorization: `Bearer ${PLANHAT_API_TOKEN}`, "content-type": "application/json" },
    body: JSON.stringify(batch),
  });
  if (!response.ok) throw new Error(`Planhat answered ${response.status}`);
  await response.json();
  batch = [];
}
