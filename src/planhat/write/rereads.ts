/**
 * Reads may show a record only some time after Planhat took it: what is not found is looked for again, so many
 * milliseconds later. Without a key nothing but the look stands between a repeat and a twin.
 */
export const REREADS = { keyed: [2000], keyless: [2000, 5000] } as const;
