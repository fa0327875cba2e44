import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { runs } from "../support/effort.ts";

const SCRIPT = fileURLToPath(new URL("../fuzz/expressions.mjs", import.meta.url));
const PAIRS = runs(4000);

// A process of its own: jsonata does not come back from some pairs, and a thread that can be ended runs them.
test("an expression gives what jsonata gives but for the documented differences, in time, and changes no row", async () => {
  const run = await promisify(execFile)(process.execPath, [SCRIPT, String(PAIRS)]).catch((error) => error);
  expect(run.code, run.stdout).toBeUndefined();
  expect(run.stdout).toContain(": no fault");
  // The generator must reach both worlds, or the comparison says little.
  const values = Number(/^\s*([\d,]+)\s+of them with a value/m.exec(run.stdout)?.[1]?.replaceAll(",", ""));
  expect(values).toBeGreaterThan(PAIRS / 4);
  expect(values).toBeLessThan((PAIRS * 3) / 4);
});
