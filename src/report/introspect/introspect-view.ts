import type { TenantFieldChange } from "../../model/tenant-field-changes.ts";
import type { TenantFields } from "../../model/tenant-fields.ts";

/** What `introspect` found. */
export interface IntrospectView {
  /** Path of the file, as it is shown. */
  readonly file: string;
  /** `missing`: there was no file to compare with. */
  readonly outcome: "written" | "unchanged" | "moved" | "missing";
  readonly fields: TenantFields;
  /** Against the file as it was; empty where there was none. */
  readonly changes: readonly TenantFieldChange[];
}
