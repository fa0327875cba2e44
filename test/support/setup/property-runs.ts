import { runs } from "../effort.ts";

/** What fast-check tries of a property that names no number itself. */
const USUAL = 100;

// It takes a while to load: files without properties go without it.
if (runs(USUAL) !== USUAL) (await import("fast-check")).configureGlobal({ numRuns: runs(USUAL) });
