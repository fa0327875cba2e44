import { jsonText } from "../json-text.ts";
import type { IntrospectView } from "./introspect-view.ts";

export function introspectJson({ file, outcome, fields, changes }: IntrospectView): string {
  return jsonText({
    formatVersion: 1,
    file,
    outcome,
    objects: Object.entries(fields).map(([object, own]) => ({ object, fields: Object.keys(own).length })),
    changes: changes.map(({ object, field, before = null, after = null }) => ({
      ...{ object, field },
      ...{ before, after },
    })),
  });
}
