import type { JsonObject } from "../model/json.ts";
import type { FieldSpec, ObjectType } from "../model/object-type.ts";

/** How the records of one sync are compared with what Planhat holds: those of one make alike, by a number. */
export class LiveShapes {
  readonly #type: ObjectType;
  readonly #keyField: string;
  readonly #shapes: Shape[] = [];
  readonly #byName = new Map<string, number>();
  #last: { readonly names: readonly string[]; readonly asIs: boolean; readonly shape: number } | undefined;

  constructor(type: ObjectType, keyField: string) {
    this.#type = type;
    this.#keyField = keyField;
  }

  at(shape: number): Shape {
    return this.#shapes[shape] ?? NOTHING;
  }

  /** undefined: not to be compared by a digest. */
  of(fields: JsonObject, asIs: boolean): number | undefined {
    const names = Object.keys(fields);
    const last = this.#last;
    const isLast =
      last !== undefined &&
      last.asIs === asIs &&
      last.names.length === names.length &&
      names.every((name, index) => name === last.names[index]);
    if (isLast && this.#fits(last.shape, fields)) return last.shape;
    const compared: Compared[] = [];
    const references: ComparedReference[] = [];
    for (const name of names.toSorted()) {
      if (name === this.#keyField) continue;
      const spec = this.#type.fields[name];
      const value = fields[name];
      // Where just this was accepted last, what Planhat makes of it is Planhat's.
      if (asIs && (spec?.computed === true || spec?.unlisted === true)) continue;
      if (spec?.ref !== undefined && isFilled(value)) {
        if (typeof value !== "string") return undefined;
        references.push({ name, spec });
        continue;
      }
      compared.push({ name, spec });
    }
    const named = JSON.stringify([
      asIs,
      compared.map(({ name }) => name),
      references.map(({ name }) => name),
    ]);
    const known = this.#byName.get(named);
    const shape = known ?? this.#shapes.length;
    if (known === undefined) {
      if (shape === MOST_SHAPES) return undefined;
      this.#shapes.push({ compared, references, asIs });
      this.#byName.set(named, shape);
    }
    this.#last = { names, asIs, shape };
    return shape;
  }

  /** Whether the same fields hold references. */
  #fits(shape: number, fields: JsonObject): boolean {
    const { compared, references } = this.#shapes[shape] ?? NOTHING;
    return (
      references.every(({ name }) => typeof fields[name] === "string" && isFilled(fields[name])) &&
      compared.every(({ name, spec }) => spec?.ref === undefined || !isFilled(fields[name]))
    );
  }
}

export interface Compared {
  readonly name: string;
  readonly spec: FieldSpec | undefined;
}

interface ComparedReference {
  readonly name: string;
  readonly spec: FieldSpec;
}

/** What the records of one make have in common. */
interface Shape {
  readonly compared: readonly Compared[];
  readonly references: readonly ComparedReference[];
  /** Whether just this record was accepted last. */
  readonly asIs: boolean;
}

const NOTHING: Shape = { compared: [], references: [], asIs: false };
/** A number of a shape takes two bytes; records of one definition have few. */
const MOST_SHAPES = 0xfffe;

function isFilled(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "";
}
