import type { CompiledField } from "../../model/compiled-sync.ts";
import type { ColumnTypes } from "../../model/expression.ts";
import { identifies, type ObjectType } from "../../model/object-type.ts";
import { addressProblem } from "./address-problem.ts";
import { formulaProblem } from "./formula-problem.ts";
import { isPlaceholder } from "./placeholder.ts";
import { badAddress, type Fault, formula, type NoValueFix, placeholder } from "./row-fault.ts";

/** The fault of a value that has the type of its field, and yet names no record or person. */
export type IdentityCheck = (value: unknown) => Fault | undefined;

export interface IdentityOptions {
  readonly objectType: ObjectType;
  /** The field that identifies a record of this sync. */
  readonly key: string | undefined;
  /** How a text that stands for no value comes to count as none in the source; undefined where nobody tells. */
  readonly noValueFix: NoValueFix | undefined;
  /** What the source's columns may hold, as far as that is known. */
  readonly columns?: ColumnTypes;
}

/** undefined for a field by which nothing is found. */
export function identityCheck(
  field: CompiledField,
  { objectType, key, noValueFix, columns = () => undefined }: IdentityOptions,
): IdentityCheck | undefined {
  const { name, spec } = field;
  const isId = name === key || identifies(objectType, name);
  const isAddress = spec?.format === "email";
  if (!isId && !isAddress) return undefined;
  const madeOfNull = field.value.kind === "expression" && MAKES_TEXT.test(field.value.expression.text);
  const written =
    field.value.kind === "expression" && field.prefix === undefined ? field.value.expression.text : undefined;
  const faulty = { name, source: written, columns };
  const check = (text: string): Fault | undefined => {
    const id = spec?.prefixes === true ? text.replace(PREFIX, "") : text;
    if (isPlaceholder(id)) return placeholder(name, id, { isKey: name === key, noValueFix, madeOfNull });
    const written = isId ? formulaProblem(id) : undefined;
    if (written !== undefined) return formula(faulty, written, text);
    const problem = isAddress ? addressProblem(text) : undefined;
    return problem === undefined ? undefined : badAddress(faulty, problem, text);
  };
  return (value) => {
    if (typeof value === "string") return check(value);
    if (!Array.isArray(value)) return undefined;
    for (const item of value as readonly unknown[]) {
      const fault = typeof item === "string" ? check(item) : undefined;
      if (fault !== undefined) return fault;
    }
    return undefined;
  };
}

const PREFIX = /^(?:extid|srcid)-/;
/** What turns null into the text "null". */
const MAKES_TEXT = /\$string\s*\(|&/;
