// Takes the lease again and again; tells every fence it got, and whether somebody else had the lease as well.
import { closeSync, openSync, unlinkSync } from "node:fs";
import { applied, changes, openStore } from "./store.mjs";

const [place, alone, name, rounds] = process.argv.slice(2);
const store = await openStore(place);
const fences = [];
let overlaps = 0;
while (fences.length < Number(rounds)) {
  const run = `${name}-${fences.length}`;
  const answer = await store.acquire(run);
  if ("heldBy" in answer) continue;
  fences.push(answer.lease.fence);
  try {
    closeSync(openSync(alone, "wx"));
  } catch {
    overlaps += 1;
  }
  await store.settle(run, answer.lease, changes(`${run}-`, 1).map(applied));
  unlinkSync(alone);
  await answer.lease.release();
}
await store.close();
process.stdout.write(JSON.stringify({ fences, overlaps }));
