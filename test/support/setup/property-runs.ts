import { runs, seed } from "../effort.ts";

/** What fast-check tries of a property that names no number itself. */
const USUAL = 100;

const settings = {
  ...(runs(USUAL) !== USUAL && { numRuns: runs(USUAL) }),
  ...(seed !== undefined && { seed }),
};
// It takes a while to load: files without properties go without it.
if (Object.keys(settings).length > 0) (await import("fast-check")).configureGlobal(settings);
