/** The JSON Schemas of what is written and of what is printed, in the order of the help. */
export const SCHEMA_NAMES = ["sync", "project", "plan", "report", "fields"] as const;

export type SchemaName = (typeof SCHEMA_NAMES)[number];
