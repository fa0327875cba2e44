// The least that a second apply can do: reads the CSV, maps by hand, reads Planhat back and compares. Writes nothing.
import { call, close, eachRecord } from "./companies.mjs";

const LIMIT = 5000;
const select = "_id,externalId,name,phase,city,web,custom";
const wanted = new Map();
await eachRecord((record) => void wanted.set(record.externalId, record));
let same = 0;
for (let offset = 0; ; ) {
  const page = await call("GET", `/companies?limit=${LIMIT}&offset=${offset}&sort=_id&select=${select}`);
  for (const held of page) {
    const record = wanted.get(held.externalId);
    if (record !== undefined && isSame(record, held)) same += 1;
  }
  if (page.length < LIMIT) break;
  offset += page.length;
}
await close();
if (same !== wanted.size) throw new Error(`${wanted.size - same} of ${wanted.size} differ`);

function isSame(record, held) {
  const { custom } = record;
  return (
    record.name === held.name &&
    record.phase === held.phase &&
    record.city === held.city &&
    record.web === held.web &&
    custom.MRR === held.custom?.MRR &&
    custom.Seats === held.custom?.Seats &&
    custom.Tier === held.custom?.Tier
  );
}
