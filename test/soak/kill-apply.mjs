// Kills an apply at 200 random moments: `npm run soak`, or `npm run soak -- <moments> <seed>`. Minutes long.
import { killAtRandom } from "../support/kill-at-random.mjs";

const [moments = 200, seed = Date.now() % 2 ** 31] = process.argv.slice(2).map(Number);
console.log(`${moments} moments, seed ${seed}`);
const started = performance.now();
const fared = await killAtRandom({ moments, seed, say: (line) => console.log(line) });
const seconds = ((performance.now() - started) / 1000).toFixed(0);
console.log(
  `${moments} killed (${fared.before} before the first write, ${fared.amid} amid the writes, ${fared.after} at the end ` +
    `or after it), each time everything is there once after one more apply; ${seconds} s, seed ${seed}`,
);
