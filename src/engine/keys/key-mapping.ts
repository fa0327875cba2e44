import type { CompiledSync } from "../../model/compiled-sync.ts";
import { fieldMeaning } from "../../model/field-meaning.ts";
import { canonicalJson, sha256 } from "../../model/fingerprint.ts";

/**
 * What the keys of a sync are made of: SHA-256 (hex) over its object, the field and the expression. Where it changes, the
 * records that Planhat has may stand under other keys than the rows have now. undefined without a key.
 */
export function keyMapping({ key, fields, objectType }: CompiledSync): string | undefined {
  const field = fields.find(({ name }) => name === key);
  if (key === undefined || field === undefined) return undefined;
  return sha256(canonicalJson({ object: objectType.name, key, made: fieldMeaning(field) }));
}
