// Appends items until the disk takes no more; tells what stopped it.
const [dir] = process.argv.slice(2);
const { openSpool } = await import("../../../build/state/spool.js");
const spool = openSpool({ dir });
const item = "x".repeat(1000);
const outcomes = [];
for (const attempt of [() => appendMuch(), () => spool.append([item]), () => spool.seal()]) {
  outcomes.push(await attempt().catch(({ name, kind, message, hint }) => ({ name, kind, message, hint })));
}
process.stdout.write(JSON.stringify(outcomes));

async function appendMuch() {
  for (let round = 0; round < 1000; round++) await spool.append(Array.from({ length: 1000 }, () => item));
}
