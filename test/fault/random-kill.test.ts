import { expect, test } from "vitest";
import { killAtRandom } from "../support/kill-at-random.mjs";

// `npm run soak` does it 200 times.
test("[P2] killed at eight random moments, the next apply loses nothing and creates nothing twice", async () => {
  const seed = Date.now() % 2 ** 31;
  const fared = await killAtRandom({ moments: 8, seed });
  expect(fared.before + fared.amid + fared.after).toBe(8);
});
