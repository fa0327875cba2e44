import type { RuleContext } from "../../../model/linter.ts";
import type { PlacedExpression, PlacedSync } from "../../../model/placed.ts";
import { example } from "../../examples/definition-example.ts";
import { mappedExpressions, remarkFinding, remarksOf } from "../../reading/expression-remarks.ts";
import { isHyphenedText } from "../../reading/hyphened-text.ts";
import { replaceText } from "../../reading/scalar-text.ts";
import type { Finding, Rule } from "../../rule.ts";

export const columnHyphen: Rule = {
  id: "column-hyphen",
  severity: "warning",
  family: "expression",
  description:
    "A name with a hyphen stands in an expression without backquotes, where the hyphen is a minus: `account-id` subtracts `id` from `account`. Where the source is known to have such a column it is an error, and `validate --fix` puts the backquotes in.",
  bad: example({ fields: ["externalId: account-id", "name: name"] }),
  good: example({ fields: ["externalId: '`account-id`'", "name: name"] }),
  *check(context: RuleContext): Iterable<Finding> {
    for (const mapped of mappedExpressions(context)) {
      const { sync, mapping } = mapped;
      const columns = new Set(sync.columns?.map(({ name }) => name));
      // column-unknown tells of it.
      if (sync.columns !== undefined && isHyphenedText(mapping.text.trim(), columns)) continue;
      for (const remark of remarksOf(mapped)) {
        if (remark.rule !== "column-hyphen") continue;
        const name = mapping.text.slice(remark.offset, remark.offset + remark.length);
        const finding = remarkFinding(mapped, remark);
        if (!columns.has(name)) yield finding;
        else yield { ...finding, severity: "error", ...fixOf(sync, mapping, name, remark.offset) };
      }
    }
  },
};

function fixOf(
  sync: PlacedSync,
  { text, path }: PlacedExpression,
  name: string,
  offset: number,
): Pick<Finding, "fix"> {
  const behind = text.slice(offset + name.length);
  const edit = replaceText(sync, path, `${text.slice(0, offset)}\`${name}\`${behind}`);
  return edit === undefined ? {} : { fix: { title: `put ${name} in backquotes`, edits: [edit] } };
}
