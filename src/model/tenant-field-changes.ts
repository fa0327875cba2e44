import { canonicalJson } from "./fingerprint.ts";
import type { TenantField, TenantFields } from "./tenant-fields.ts";

/** One custom field that came, went or is another now. */
export interface TenantFieldChange {
  readonly object: string;
  readonly field: string;
  /** Absent: it is new. */
  readonly before?: TenantField;
  /** Absent: it is gone. */
  readonly after?: TenantField;
}

/** By object and field, in the order of their names. */
export function tenantFieldChanges(before: TenantFields, after: TenantFields): readonly TenantFieldChange[] {
  return namesOf(before, after).flatMap((object) => {
    const [old, now] = [ownValue(before, object) ?? {}, ownValue(after, object) ?? {}];
    return namesOf(old, now).flatMap((field): readonly TenantFieldChange[] => {
      const [was, is] = [ownValue(old, field), ownValue(now, field)];
      if (was !== undefined && is !== undefined && formOf(was) === formOf(is)) return [];
      return [
        {
          ...{ object, field },
          ...(was === undefined ? {} : { before: was }),
          ...(is === undefined ? {} : { after: is }),
        },
      ];
    });
  });
}

/** The same text for two that mean the same, in whatever order somebody wrote the values. */
function formOf({ type, options = [], formula, mandatory = false }: TenantField): string {
  const computed = formula === undefined ? {} : { formula };
  return canonicalJson({ type, options: [...options].sort(), mandatory, ...computed });
}

function namesOf(a: object, b: object): readonly string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
}

function ownValue<T>(object: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
