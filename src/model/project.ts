import type { CompiledSync } from "./compiled-sync.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { TenantFields } from "./tenant-fields.ts";

/** A setting that came from `${NAME}`: its value, or the names of the variables that are not set. */
export type Setting =
  | { readonly kind: "value"; readonly value: string }
  | { readonly kind: "missing"; readonly variables: readonly string[] };

/** `planhat-sync.yaml`, with its defaults filled in. */
export interface ProjectSettings {
  readonly token: Setting;
  readonly region: Setting;
  readonly tenantUuid: Setting;
  /** PLANHAT_API_URL: a proxy or a sandbox in place of Planhat's own hosts. */
  readonly apiUrl: string | undefined;
  /** PLANHAT_ANALYTICS_URL: the same in place of the host that takes metric points and user activities. */
  readonly analyticsUrl: string | undefined;
  /** PLANHAT_SYNC_PLAN_KEY, or the file that PLANHAT_SYNC_PLAN_KEY_FILE names, relative to the project folder. */
  readonly planKey?: { readonly value?: string; readonly file?: string };
  /** Folder of the definitions, relative to the project folder. */
  readonly syncs: string;
  readonly state: Setting;
  readonly connections: Readonly<Record<string, Setting>>;
  readonly limits: {
    readonly callsPerMinute: number;
    readonly concurrency: number;
    /** For each source. */
    readonly readMinutes: number;
    /** Applies on end in which Planhat may refuse one and the same record before it is left out. */
    readonly refusals: number;
  };
}

/** A project as loaded: what compiled, and every remark. `syncs` leaves out definitions with errors. */
export interface Project {
  /** Absolute path. */
  readonly dir: string;
  readonly settings: ProjectSettings;
  readonly syncs: readonly CompiledSync[];
  /** Sorted by file, line, column. */
  readonly diagnostics: readonly Diagnostic[];
  /** `lint.rules` of the project file: how grave what breaks a rule is, where it is not the rule's own severity. */
  readonly lint: Readonly<Record<string, "off" | "warning" | "error">>;
  /** Text of each file read, by its path relative to `dir`: the lines that diagnostics show. */
  readonly texts: ReadonlyMap<string, string>;
  /** `planhat.fields.json`, where there is one and it is in order. */
  readonly tenantFields?: TenantFields;
  /** Values that no output may contain. */
  readonly secrets: readonly string[];
}
