import type { CompiledSync, Guards } from "./compiled-sync.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Path } from "./placed.ts";
import type { TenantFields } from "./tenant-fields.ts";

/** A setting that came from `${NAME}`: its value, or the names of the variables that are not set. */
export type Setting =
  | { readonly kind: "value"; readonly value: string }
  | { readonly kind: "missing"; readonly variables: readonly string[] }
  /** It belongs to an environment, and none is chosen, or none that there is. */
  | { readonly kind: "open"; readonly environments: readonly string[] };

/** Which of the file's `environments` is meant, and their names in its order. */
export type EnvironmentChoice =
  | {
      readonly kind: "chosen";
      readonly name: string;
      /** It takes saved plans only. */
      readonly isProtected: boolean;
      /** In place of the same guards of the definitions. */
      readonly guards: Guards;
    }
  | { readonly kind: "open"; readonly names: readonly string[] }
  /** Somebody asked for one that is not there. */
  | { readonly kind: "unknown"; readonly name: string; readonly names: readonly string[] };

export interface AddressFault {
  readonly kind: "unset" | "foreign";
  readonly path: Path;
  /** A sentence. */
  readonly what: string;
}

/** `planhat-sync.yaml`, with its defaults filled in. */
export interface ProjectSettings {
  readonly token: Setting;
  readonly region: Setting;
  readonly tenantUuid: Setting;
  /** Absent in a project without environments. */
  readonly environment?: EnvironmentChoice;
  /** PLANHAT_API_URL: a proxy or a sandbox in place of Planhat's own hosts. */
  readonly apiUrl: string | undefined;
  /** PLANHAT_ANALYTICS_URL: the same in place of the host that takes metric points and user activities. */
  readonly analyticsUrl: string | undefined;
  /** Why an address that the environment gives is not used, and nothing is sent. */
  readonly addressFault?: AddressFault;
  /** What messages call the two addresses, where the environment gives one. */
  readonly addressNames?: { readonly api: string; readonly analytics: string };
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
    /** Applies in a row in which Planhat may refuse one and the same record before it is left out. */
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
