/** How many times longer than usual to wait: for a machine that is slow, or has much else to do. */
const PATIENCE = positive("TEST_PATIENCE");
/** How many times as many cases as usual a property tries. */
const PROPERTY_RUNS = positive("PROPERTY_RUNS");
/** What the cases of properties are drawn from; undefined: others each time. */
export const seed = process.env["PROPERTY_SEED"] ? positive("PROPERTY_SEED") : undefined;

/** Milliseconds after which a test counts as hanging. Nothing comes close to them on an idle machine. */
export function patient(milliseconds: number): number {
  return milliseconds * PATIENCE;
}

/** The cases that a property tries, for `numRuns`. */
export function runs(usual: number): number {
  return Math.ceil(usual * PROPERTY_RUNS);
}

function positive(name: string): number {
  const value = Number(process.env[name] || 1);
  if (value > 0 && value < Number.POSITIVE_INFINITY) return value;
  throw new Error(`${name} is "${process.env[name]}". Set it to a number above 0, or unset it.`);
}
