import { given } from "../../model/given.ts";
import type { RuleDoc } from "../../model/rule.ts";
import { jsonText } from "../json-text.ts";

/** The machine output of `explain`: the rules with all that is known of them. */
export function rulesJson(rules: readonly RuleDoc[]): string {
  return jsonText({
    formatVersion: 1,
    rules: rules.map(
      ({ id, severity, family = "field", locked = false, optional = false, description, bad, good }) => ({
        id,
        severity,
        family,
        locked,
        optional,
        description,
        ...given({ bad }),
        ...given({ good }),
      }),
    ),
  });
}
