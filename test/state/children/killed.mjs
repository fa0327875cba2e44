// Announces three records, settles one, and is killed before it settles the others.
import { applied, changes, openStore } from "./store.mjs";

const [path] = process.argv.slice(2);
const store = await openStore(path);
const { lease } = await store.acquire("killed");
await store.startRun("killed", lease);
const sent = changes("k", 3);
await store.intend("killed", lease, sent);
await store.settle("killed", lease, [applied(sent[0])]);
process.kill(process.pid, "SIGKILL");
