import { fold, nearest } from "../../model/nearest.ts";
import { CUSTOM_PREFIX, type TenantFields, tenantFieldsOf } from "../../model/tenant-fields.ts";
import type { Finding } from "../rule.ts";
import type { KnownSync } from "./mapped-fields.ts";

const REFRESH = "run `planhat-sync introspect` if it was added since";

/** What is wrong with `custom.Name`, as far as planhat.fields.json knows the tenant's fields; undefined where nothing is. */
export function unknownCustomField(
  sync: KnownSync,
  name: string,
  tenantFields: TenantFields | undefined,
): Finding | undefined {
  if (tenantFields === undefined) return undefined;
  const object = sync.objectType.name;
  const place = { in: sync, path: ["fields", name], at: { part: "key" } } as const;
  const own = name.slice(CUSTOM_PREFIX.length);
  const fields = tenantFieldsOf(tenantFields, object);
  if (fields === undefined) {
    // How Planhat names each object among the custom fields is not documented: this may be right all the same.
    return {
      ...place,
      severity: "warning",
      message: `planhat.fields.json has no custom field of ${object} at all, so ${name} may not exist in your Planhat.`,
      hint: REFRESH,
    };
  }
  if (fields.has(own)) return undefined;
  const names = [...fields.keys()];
  const meant = names.find((one) => fold(one) === fold(own)) ?? nearest(own, names);
  return {
    ...place,
    message: `Your Planhat has no custom field of ${object} with the name ${own}; names are compared exactly, and the values would not arrive where you look for them.`,
    hint: meant === undefined ? REFRESH : `did you mean ${CUSTOM_PREFIX}${meant}? Otherwise ${REFRESH}`,
  };
}
