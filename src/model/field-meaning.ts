import type { CompiledField } from "./compiled-sync.ts";
import { given } from "./given.ts";
import type { JsonObject } from "./json.ts";

/** What a mapped field's value is made of, for a fingerprint: variables as written, so that no secret gets in. */
export function fieldMeaning({ value, prefix, lookup }: CompiledField): JsonObject {
  return {
    ...(value.kind === "constant" ? { value: value.constant } : { expr: value.expression.text }),
    ...given({ prefix }),
    ...(lookup !== undefined && { by: lookup.by, missing: lookup.missing }),
  };
}
