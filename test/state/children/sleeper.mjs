// Stops itself in the middle of a write; tells, once it is woken, what became of the write.
import { openStore } from "./store.mjs";

const [place] = process.argv.slice(2);
const store = await openStore(place);
const { lease } = await store.acquire("sleeper");
const reject = { sync: "a", position: { row: 1 }, key: "k1", rule: "r", message: "No.", record: {} };
await store.saveRejects("sleeper", lease, "a", [reject]);
const stays = () => {
  process.kill(process.pid, "SIGSTOP");
  return true;
};
process.stdout.write("asleep\n");
const outcome = await store.saveRejects("sleeper", lease, "a", [], stays).then(
  () => "saved",
  ({ name, kind, message }) => ({ name, kind, message }),
);
process.stdout.write(JSON.stringify(outcome));
await store.close();
