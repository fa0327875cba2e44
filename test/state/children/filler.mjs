// Saves batches until the disk takes no more; tells how many were saved, and what stopped it.
import { applied, changes, openStore } from "./store.mjs";

const [path] = process.argv.slice(2);
const store = await openStore(path);
const { lease } = await store.acquire("filler");
let saved = 0;
try {
  for (; saved < 100; saved++) await store.settle("filler", lease, changes(`${saved}-`, 100).map(applied));
} catch (error) {
  process.stdout.write(JSON.stringify({ saved, name: error.name, kind: error.kind, fix: error.reason?.fix }));
}
