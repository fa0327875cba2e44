import type { Mode } from "../../model/compiled-sync.ts";
import { flowYaml, textYaml } from "../../model/flow-yaml.ts";
import type { LookupField } from "../../model/reference-lookup.ts";

/** A definition that is about to be written, with remarks for who reads it next. */
export interface DraftDefinition {
  readonly name: string;
  readonly object: string;
  /** Lines below `source:`, indented by two. */
  readonly source: readonly string[];
  readonly mode: Mode;
  /** Why not `upsert`. */
  readonly modeRemark?: string;
  /** Absent for an object that has none. */
  readonly key: string | undefined;
  readonly fields: readonly DraftField[];
  /** Columns that stand for no field of Planhat's: offered as custom fields, in comments. */
  readonly left?: readonly DraftField[];
}

export interface DraftField {
  /** `name`, or `custom.Name`. */
  readonly name: string;
  /** JSONata. */
  readonly expression: string;
  /** What the expression gives of the record that a reference names; one that Planhat does not have is left out. */
  readonly by?: LookupField;
  readonly remark?: string;
}

/** The definition as YAML, without tests: they are appended once it is known what it makes of a row. */
export function definitionText(draft: DraftDefinition): string {
  const { left = [] } = draft;
  return [
    "# yaml-language-server: $schema=../schemas/sync.schema.json",
    "version: 1",
    `name: ${textYaml(draft.name)}`,
    "source:",
    ...draft.source,
    "target:",
    `  object: ${draft.object}`,
    withRemark(`mode: ${draft.mode}`, draft.modeRemark ?? MODES[draft.mode]),
    ...(draft.key === undefined
      ? []
      : [withRemark(`key: ${draft.key}`, "what tells one record from another")]),
    withRemark("fields:", "Planhat's field: JSONata over a row of the source"),
    ...draft.fields.map((field) => withRemark(`  ${fieldLine(field)}`, field.remark)),
    ...(left.length === 0 ? [] : LEFT),
    ...left.map((field) => withRemark(`  # ${fieldLine(field)}`, field.remark)),
    "guards:",
    withRemark("  maxRejected: 10%", "otherwise nothing is written"),
    "",
  ].join("\n");
}

const MODES: Readonly<Record<Mode, string>> = {
  insert: "only what Planhat does not hold is written",
  update: "only what Planhat holds is written",
  upsert: "creates and updates; or insert, or update",
};

const LEFT = [
  "  # No field of Planhat goes by these names. Take the # away to write a column to a custom field;",
  "  # write its name as Planhat shows it.",
];

/** The column at which remarks begin, where the line is shorter. */
const REMARKS = 40;

function withRemark(line: string, remark: string | undefined): string {
  return remark === undefined ? line : `${line.padEnd(REMARKS - 2)}  # ${remark.replace(/\s+/g, " ")}`;
}

function fieldLine({ name, expression, by }: DraftField): string {
  if (by !== undefined) return `${textYaml(name)}: ${flowYaml({ expr: expression, by, missing: "omit" })}`;
  return `${textYaml(name)}: ${expressionYaml(expression)}`;
}

/** In single quotes where it has to be quoted: JSONata holds double ones more often. */
function expressionYaml(expression: string): string {
  if (PLAIN.test(expression) && (expression.endsWith(")") || textYaml(expression) === expression)) {
    return expression;
  }
  return PRINTABLE.test(expression) ? `'${expression.replaceAll("'", "''")}'` : textYaml(expression);
}

const PLAIN = /^[$A-Za-z_][\w$.]*(?:\([\w$., ]*\))?$/;
const PRINTABLE = /^[\x20-\x7e\p{L}\p{N}]*$/u;
