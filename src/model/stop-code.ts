/** Why a run cannot go on, roughly: decides the exit code. */
export type StopKind = "usage" | "definition" | "environment" | "guard" | "stale" | "failure" | "interrupted";

/**
 * Every way in which a run ends before its time, and the kind it belongs to. A kind is a code too, for what nobody has
 * to tell apart from the others of its kind.
 */
export const STOP_KINDS = {
  usage: "usage",
  "name-unknown": "usage",
  "options-conflict": "usage",
  "no-terminal": "usage",
  "would-overwrite": "usage",
  "no-sandbox": "usage",
  "seed-invalid": "usage",

  definition: "definition",
  "definitions-invalid": "definition",
  "definitions-missing": "definition",
  "region-invalid": "definition",
  "tenant-fields-unknown": "definition",
  "source-setting-invalid": "definition",
  "query-invalid": "definition",

  environment: "environment",
  "variable-missing": "environment",
  "file-unreadable": "environment",
  "file-unwritable": "environment",
  "file-changed": "environment",
  "port-taken": "environment",
  "output-cut": "environment",
  "address-invalid": "environment",
  "proxy-login": "environment",
  "certificate-refused": "environment",
  "planhat-token": "environment",
  "planhat-forbidden": "environment",
  "planhat-address": "environment",
  "planhat-redirect": "environment",
  "planhat-busy": "environment",
  "planhat-trouble": "environment",
  "planhat-unreachable": "environment",
  "planhat-answer": "environment",
  "postgres-url": "environment",
  "postgres-unreachable": "environment",
  "postgres-login": "environment",
  "postgres-tls": "environment",
  "postgres-lost": "environment",
  "query-failed": "environment",
  "source-unreadable": "environment",
  "source-unreachable": "environment",
  "source-refused": "environment",
  "source-malformed": "environment",
  "source-changed": "environment",
  "source-slow": "environment",
  "state-unusable": "environment",
  "state-damaged": "environment",
  "state-foreign": "environment",
  "state-version": "environment",
  "state-locked": "environment",
  "state-lock-lost": "environment",

  guard: "guard",

  stale: "stale",
  "plan-applied": "stale",
  "plan-damaged": "stale",
  "plan-foreign": "stale",
  "plan-version": "stale",

  failure: "failure",
  interrupted: "interrupted",
} as const satisfies Readonly<Record<string, StopKind>>;

export type StopCode = keyof typeof STOP_KINDS;
