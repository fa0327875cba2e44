/** What a new project writes to: a Planhat on this machine, or the company's. */
export type Target = "sandbox" | "tenant";
