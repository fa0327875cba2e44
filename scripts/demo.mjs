// The demo: a Planhat of your own, a plan, an apply, what arrived, what did not, and a second apply with nothing to do.
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { withLocalPlanhat } from "./local-planhat.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const bold = process.stdout.isTTY && !process.env.NO_COLOR;
const started = performance.now();

await withLocalPlanhat(root, async ({ run, get }) => {
  say("1. Are the definitions in syncs/ right?");
  await run(["validate"]);
  await run(["test"]);

  say("2. What would change in Planhat? (the first two of each)");
  await run(["plan", "--limit", "2"], { expect: 6 });

  say("3. Write it.");
  await run(["apply", "--auto-approve", "--limit", "1"], { expect: 6 });

  say("4. What arrived?");
  await show(get, "/companies?limit=2&sort=_id&select=externalId,name,phase,city,tags,custom");
  await show(get, "/endusers?limit=2&sort=_id&select=externalId,companyId,email,firstName,lastName");

  say("5. What did not get in, and why?");
  await run(["rejects"]);

  say("6. Apply once more: nothing is left to do, so nothing is sent.");
  const report = await run(["apply", "--auto-approve", "--format", "json"], { expect: 6, quiet: true });
  const { syncs } = JSON.parse(report);
  for (const { name, summary, calls } of syncs) {
    const written = summary.created + summary.updated;
    console.log(`  ${name}: ${summary.unchanged} unchanged, ${written} written, ${calls.write} write calls`);
  }
  const writes = syncs.reduce((sum, { calls }) => sum + calls.write, 0);
  if (writes > 0) throw new Error(`The second apply made ${writes} write calls.`);
});

const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(`\nDone in ${seconds} s. The syncs are in syncs/, their data in syncs/data/.`);

function say(text) {
  console.log(bold ? `\n\u001b[1m${text}\u001b[22m\n` : `\n${text}\n`);
}

async function show(get, path) {
  console.log(`GET ${path}`);
  for (const record of await get(path)) console.log(`  ${JSON.stringify(record)}`);
}
