import { columnText } from "../../../model/advice/advice.ts";
import type { RuleContext } from "../../../model/linter.ts";
import { nearest, onlyMeant } from "../../../model/nearest.ts";
import type { PlacedExpression, PlacedField, PlacedSync, Span } from "../../../model/placed.ts";
import { isHyphenedText } from "../../reading/hyphened-text.ts";
import { replaceText } from "../../reading/scalar-text.ts";
import type { Finding, Rule } from "../../rule.ts";

export const columnUnknown: Rule = {
  id: "column-unknown",
  severity: "error",
  family: "expression",
  description:
    "An expression reads a column that the source does not have, so it would never have a value. The columns are known from the header of a CSV, from a list of names under `header:`, or, when a plan reads it, from the database. Records from an HTTP source may lack what others have, so there it is a warning, also of a plan that has read them all; set to `error`, it ends such a plan before anything is written.",
  bad: `version: 1
source:
  csv: { path: accounts.csv, header: [account_id, name] }
target: { object: Company }
mode: upsert
fields:
  externalId: acount_id
  name: name
`,
  good: `version: 1
source:
  csv: { path: accounts.csv, header: [account_id, name] }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: name
`,
  *check({ syncs }: RuleContext): Iterable<Finding> {
    for (const sync of syncs) {
      if (sync.columns === undefined) continue;
      const known = new Set(sync.columns.map(({ name }) => name));
      for (const field of sync.fields) yield* checkField(sync, field, known);
    }
  },
};

function* checkField(
  sync: PlacedSync,
  { mapping }: PlacedField,
  known: ReadonlySet<string>,
): Iterable<Finding> {
  if (mapping.kind !== "expression" || !mapping.result.ok) return;
  const hyphened = hyphenedColumns(sync, mapping, known);
  const columns = mapping.result.expression.columns ?? [];
  const word = mapping.text.trim();
  if (isHyphenedText(word, known)) {
    yield {
      in: sync,
      path: mapping.path,
      severity: sync.source?.kind.hasFixedColumns === false ? "warning" : "error",
      message: `The source of ${sync.name} has no column ${word}, and no columns ${columns.join(" and ")} to subtract.`,
      hint: constantHint(word, known),
    };
    return;
  }
  for (const column of columns) {
    if (known.has(column) || hyphened.some((name) => name.split("-").includes(column))) continue;
    const meant = nearest(column, known) ?? LITERALS.find((literal) => literal === column.toLowerCase());
    const span = spanOf(column, mapping.text);
    yield {
      in: sync,
      path: mapping.path,
      ...(span === undefined ? {} : { at: { span } }),
      severity: sync.source?.kind.hasFixedColumns === false ? "warning" : "error",
      message: `The source of ${sync.name} has no column ${column}, so this would never have a value.`,
      hint:
        meant !== undefined
          ? `did you mean ${LITERALS.includes(meant) ? meant : columnText(meant)}?`
          : word === column
            ? constantHint(word, known)
            : `its columns are ${listed(known)}`,
      ...(span === undefined || meant === undefined
        ? {}
        : { rewrites: [{ text: columnText(meant), at: span }] }),
      ...(span === undefined ? {} : fixFor(sync, mapping, span, onlyMeant(column, known))),
    };
  }
}

/** A bare word is read as a column: often a text was meant. */
function constantHint(word: string, known: ReadonlySet<string>): string {
  return `for the text itself write { value: ${word} }; the columns are ${listed(known)}`;
}

const LITERALS = ["null", "true", "false"];

/** Columns that the expression takes for a subtraction: column-hyphen tells of them. */
function hyphenedColumns(
  sync: PlacedSync,
  { text, result }: PlacedExpression,
  known: ReadonlySet<string>,
): readonly string[] {
  if (!result.ok) return [];
  return sync
    .analyse(result.expression)
    .remarks.filter(({ rule }) => rule === "column-hyphen")
    .map(({ offset, length }) => text.slice(offset, offset + length))
    .filter((name) => known.has(name));
}

function fixFor(
  sync: PlacedSync,
  { text, path }: PlacedExpression,
  { offset, length }: Span,
  meant: string | undefined,
): Pick<Finding, "fix"> {
  if (meant === undefined) return {};
  const edit = replaceText(
    sync,
    path,
    text.slice(0, offset) + columnText(meant) + text.slice(offset + length),
  );
  return edit === undefined ? {} : { fix: { title: `read the column ${meant}`, edits: [edit] } };
}

/** Where the column stands in the expression: as a whole word, not as a $variable, or in backquotes. */
function spanOf(column: string, text: string): Span | undefined {
  const word = column.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const found = new RegExp(`\`${word}\`|(?<![\\w$.])${word}(?!\\w)`, "u").exec(text);
  return found === null ? undefined : { offset: found.index, length: found[0].length };
}

const MOST_LISTED = 12;

function listed(columns: ReadonlySet<string>): string {
  const names = [...columns].slice(0, MOST_LISTED).join(", ");
  return columns.size > MOST_LISTED ? `${names} and ${columns.size - MOST_LISTED} more` : names;
}
