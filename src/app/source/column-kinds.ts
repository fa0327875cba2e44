import type { CompiledField, CompiledSync } from "../../model/compiled-sync.ts";
import type { ColumnTypes, InferredType } from "../../model/expression.ts";
import type { Json } from "../../model/json.ts";
import type { Row } from "../../model/row.ts";
import type { Column } from "../../model/source.ts";
import type { SourceKind } from "../../model/source-kind.ts";
import type { ColumnKind, SeenColumns } from "../../model/state-store.ts";
import { Stop } from "../../model/stop.ts";
import { TYPE_WORDS } from "../../model/type-words.ts";

/**
 * What kind of value the columns hold that custom fields of an unknown type read. Other fields say themselves what they
 * take; these take anything, so that only an earlier apply knows what they got.
 */
export class ColumnKinds {
  readonly #kinds = new Map<string, ColumnKind | undefined>();
  readonly #usualKind: SourceKind["usualKind"];

  /** `usualKind`: of a type of the source, where it has types. */
  constructor({ fields }: Pick<CompiledSync, "fields">, usualKind: SourceKind["usualKind"]) {
    this.#usualKind = usualKind;
    for (const column of untyped(fields).flatMap(({ columns }) => columns))
      this.#kinds.set(column, undefined);
  }

  /** Whether there is anything to see. */
  get isEmpty(): boolean {
    return this.#kinds.size === 0;
  }

  see(rows: readonly Row[]): void {
    for (const column of this.#kinds.keys()) {
      for (const { data } of rows) this.#note(column, kindOf(data[column]));
    }
  }

  /** In place of what the values tell: a database says it of the whole column. */
  tell(columns: readonly Column[]): void {
    for (const { name, type } of columns) {
      if (this.#kinds.has(name))
        this.#kinds.set(name, type === undefined ? undefined : this.#usualKind?.(type));
    }
  }

  /** Of the columns that held a value. */
  get kinds(): SeenColumns["kinds"] {
    return Object.fromEntries(
      [...this.#kinds].flatMap(([name, kind]) => (kind === undefined ? [] : [[name, kind]])),
    );
  }

  #note(column: string, kind: ColumnKind | undefined): void {
    if (kind === undefined) return;
    const before = this.#kinds.get(column);
    this.#kinds.set(column, before === undefined || before === kind ? kind : "mixed");
  }
}

/**
 * Throws a Stop where a custom field of an unknown type would get values of another type than the last apply sent it, by
 * the same definition, because a column has changed.
 */
export function refuseOtherKinds(
  { file, fields }: CompiledSync,
  before: SeenColumns["kinds"],
  now: SeenColumns["kinds"],
): void {
  for (const { name, columns, result } of untyped(fields)) {
    const changed = columns.find((column) => isChanged(before[column], now[column]));
    if (changed === undefined) continue;
    const [was, is] = [result(before), result(now)];
    if (was === undefined || is === undefined || was === is) continue;
    const [old, other] = [before[changed], now[changed]];
    throw new Stop(
      "column-changed",
      `${file}: The column ${changed} holds ${words(other)} and held ${words(old)} at the last apply, so ${name} would get ${TYPE_WORDS[is]} in place of ${TYPE_WORDS[was]}.`,
      { fix: hintFor(was, is, changed) },
    );
  }
}

interface UntypedField {
  readonly name: string;
  readonly columns: readonly string[];
  /** The one kind of value that the field gets of such columns; undefined where that is not sure. */
  readonly result: (kinds: SeenColumns["kinds"]) => InferredType | undefined;
}

function untyped(fields: readonly CompiledField[]): readonly UntypedField[] {
  return fields.flatMap(({ name, spec, value }) => {
    if (spec !== undefined || value.kind === "constant" || value.expression.columns === undefined) return [];
    const { expression } = value;
    const result = (kinds: SeenColumns["kinds"]) => onlyKind(expression.analyse(typesOf(kinds)).result);
    return [{ name, columns: value.expression.columns, result }];
  });
}

function typesOf(kinds: SeenColumns["kinds"]): ColumnTypes {
  return (column) => {
    const kind = Object.hasOwn(kinds, column) ? kinds[column] : undefined;
    return kind === undefined || kind === "mixed" ? undefined : [kind, "null"];
  };
}

function onlyKind(types: readonly InferredType[]): InferredType | undefined {
  const [kind, another] = types.filter((type) => type !== "null" && type !== "nothing");
  return kind === "unknown" || another !== undefined ? undefined : kind;
}

function isChanged(before: ColumnKind | undefined, now: ColumnKind | undefined): boolean {
  return before !== undefined && now !== undefined && before !== "mixed" && now !== "mixed" && before !== now;
}

function kindOf(value: Json | undefined): ColumnKind | undefined {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) return "array";
  const type = typeof value;
  return type === "string" || type === "number" || type === "boolean" ? type : "object";
}

function words(kind: ColumnKind | undefined): string {
  switch (kind) {
    case "number":
      return "numbers";
    case "array":
      return "lists";
    case "object":
      return "objects";
    case "boolean":
      return "true and false";
    case "string":
      return "text";
    default:
      return "other values";
  }
}

function hintFor(was: InferredType, is: InferredType, column: string): string {
  const name = /^[A-Za-z_]\w*$/.test(column) ? column : `\`${column}\``;
  const keep =
    was === "number" && is === "string"
      ? `write $number(${name}) to keep numbers, or $string(${name}) where text is meant`
      : is === "number" && was === "string"
        ? `write $string(${name}) to keep text`
        : `convert it in the expression of the field`;
  return `${keep}; any change of the definition says that the new values are meant`;
}
