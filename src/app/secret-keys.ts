import type { CompiledSync, Transformed } from "../model/compiled-sync.ts";

/**
 * The same sync, whose transform rejects each record with a secret of the project in its key: the key names the record in
 * the state, in a saved plan and in messages, where no secret may be. One sync gives one result, for whoever remembers
 * by it.
 */
export function withoutSecretKeys(sync: CompiledSync, holdsSecret: (text: string) => boolean): CompiledSync {
  const known = GUARDED.get(sync);
  if (known?.holdsSecret === holdsSecret) return known.guarded;
  const check = (result: Transformed): Transformed =>
    result.kind === "record" && holdsSecret(result.record.key) ? rejected(sync.name, result) : result;
  const guarded: CompiledSync = {
    ...sync,
    transform: async (...args) => (await sync.transform(...args)).map(check),
  };
  GUARDED.set(sync, { holdsSecret, guarded });
  return guarded;
}

const GUARDED = new WeakMap<
  CompiledSync,
  { readonly holdsSecret: (text: string) => boolean; readonly guarded: CompiledSync }
>();

function rejected(sync: string, { record }: Transformed & { readonly kind: "record" }): Transformed {
  return {
    kind: "reject",
    rejection: {
      sync,
      position: record.position,
      key: record.key,
      rule: "secret-in-key",
      reason: {
        code: "secret-in-key",
        what: "The key contains a secret of this project, so the record is not sent.",
        fix: "Find out why the source returns it, and replace the secret: others may have seen it.",
      },
      record: record.fields,
    },
  };
}
