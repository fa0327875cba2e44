import type { CurrentRecord } from "../model/current-record.ts";
import { putDigest } from "../model/digest.ts";
import type { JsonObject } from "../model/json.ts";
import type { ObjectType } from "../model/object-type.ts";
import type { TargetRecord } from "../model/record.ts";
import type { OpenCandidate } from "./candidate.ts";
import { comparable } from "./comparable.ts";
import { type Compared, LiveShapes } from "./live-shapes.ts";
import type { LostFields } from "./lost-fields.ts";
import { NumberList } from "./number-list.ts";
import type { References } from "./references.ts";

export interface LiveMatchOptions {
  readonly objectType: ObjectType;
  /** By which records are found: not compared. */
  readonly keyField: string;
  readonly references: References;
  readonly lost: LostFields;
}

/**
 * Which records Planhat holds just as they are wanted, told while Planhat is read and without the records themselves: of each
 * there are 128 bits of a digest of its comparable form (see putDigest on what two of one digest would take), and a number
 * a reference, whose `_id` is known only when all of the source is read. What is not certain here is looked at again, whole.
 * A record is known by the number of its key.
 */
export class LiveMatch {
  readonly #options: LiveMatchOptions;
  readonly #shapes: LiveShapes;
  /** By number: the shape + 1 of its record; 0 where it has to be looked at whole. */
  #shapeOf = new Uint16Array(1024);
  #digests = new Uint32Array(4 * 1024);
  /** By number: where its references begin in the list. */
  #referencesAt = new Uint32Array(0);
  readonly #references = new NumberList();
  readonly #numbersOfReferences = new Map<string, number>();
  readonly #texts: string[] = [];
  #standings = new Uint8Array(0);
  /** By number, three words of the `_id` that matched. */
  #ids = new Uint32Array(0);
  readonly #wanted = new Uint32Array(4);
  #matches = 0;

  constructor(options: LiveMatchOptions) {
    this.#options = options;
    this.#shapes = new LiveShapes(options.objectType, options.keyField);
  }

  /** Of each record whose state Planhat alone can tell. */
  note(number: number, { record, before, acceptedAsIs }: OpenCandidate): void {
    this.#reach(number);
    // What was accepted otherwise shows what somebody else changed, field by field.
    const shape = before === undefined ? this.#shapes.of(record.fields, acceptedAsIs === true) : undefined;
    if (shape === undefined) return;
    const { compared, references } = this.#shapes.at(shape);
    if (references.length > 0) {
      if (this.#referencesAt.length < this.#shapeOf.length) {
        this.#referencesAt = longer(this.#referencesAt, this.#shapeOf.length);
      }
      this.#referencesAt[number] = this.#references.length;
      for (const { name } of references) this.#references.push(this.#numberOf(String(record.fields[name])));
    }
    putDigest(formOf(compared, record.fields), this.#digests, 4 * number);
    this.#shapeOf[number] = shape + 1;
  }

  /** Once for each record that Planhat shows. False: it has to be kept, to be looked at whole. */
  take(number: number, held: CurrentRecord): boolean {
    if (this.#standings.length === 0) {
      this.#standings = new Uint8Array(this.#shapeOf.length);
      this.#ids = new Uint32Array(3 * this.#shapeOf.length);
    }
    switch (this.#standings[number]) {
      case UNSEEN:
        if (this.#matchesFirst(number, held)) {
          this.#standings[number] = MATCHED;
          this.#matches += 1;
          return true;
        }
        this.#standings[number] = KEPT;
        return false;
      case MATCHED:
        // A list is no snapshot, and may show a record twice.
        if (this.#idAt(number) === held.id) return true;
        this.#standings[number] = RIVALLED;
        this.#matches -= 1;
        return false;
      default:
        return false;
    }
  }

  /** How many records Planhat holds as they are wanted. */
  get matches(): number {
    return this.#matches;
  }

  isMatch(number: number): boolean {
    return this.#standings[number] === MATCHED;
  }

  /** What `take` did not keep of a record although another one bears the key too: it holds what is wanted. */
  rivalled(number: number, record: TargetRecord): readonly CurrentRecord[] {
    if (this.#standings[number] !== RIVALLED) return [];
    const { key, fields } = record;
    const held: Record<string, JsonObject[string]> = { ...fields };
    const { references } = this.#shapes.at((this.#shapeOf[number] ?? 0) - 1);
    for (const { name, spec } of references) {
      held[name] = this.#options.references.idOf(String(fields[name]), spec);
    }
    return [{ key, id: this.#idAt(number), fields: held }];
  }

  #matchesFirst(number: number, held: CurrentRecord): boolean {
    const shape = this.#shapeOf[number] ?? 0;
    if (shape === 0 || !PLAIN_ID.test(held.id)) return false;
    const { compared, references, asIs } = this.#shapes.at(shape - 1);
    const at = this.#referencesAt[number] ?? 0;
    for (const [index, { name, spec }] of references.entries()) {
      const wanted = this.#texts[this.#references.at(at + index) ?? -1] ?? "";
      const own = held.fields[name];
      const { references: known } = this.#options;
      if (own === wanted || comparable(own, spec) === comparable(known.idOf(wanted, spec), spec)) continue;
      // What the token cannot look up may come back in another form: what was accepted counts.
      if (!asIs || spec.prefixes !== true || known.isReadable(spec)) return false;
    }
    putDigest(formOf(compared, held.fields), this.#wanted, 0);
    for (let word = 0; word < 4; word += 1) {
      if (this.#wanted[word] !== this.#digests[4 * number + word]) return false;
    }
    if (asIs) this.#options.lost.saw(held.fields);
    for (let word = 0; word < 3; word += 1) {
      this.#ids[3 * number + word] = Number.parseInt(held.id.slice(8 * word, 8 * word + 8), 16);
    }
    return true;
  }

  #idAt(number: number): string {
    return [0, 1, 2]
      .map((word) => (this.#ids[3 * number + word] ?? 0).toString(16).padStart(8, "0"))
      .join("");
  }

  #numberOf(reference: string): number {
    const known = this.#numbersOfReferences.get(reference);
    if (known !== undefined) return known;
    this.#numbersOfReferences.set(reference, this.#texts.length);
    return this.#texts.push(reference) - 1;
  }

  #reach(number: number): void {
    if (number < this.#shapeOf.length) return;
    const length = Math.max(number + 1, 2 * this.#shapeOf.length);
    const shapes = new Uint16Array(length);
    shapes.set(this.#shapeOf);
    this.#shapeOf = shapes;
    this.#digests = longer(this.#digests, 4 * length);
  }
}

/** What is known of the record of a number: nothing was seen, it matched, it is kept, or it matched and has a rival. */
const [UNSEEN, MATCHED, KEPT, RIVALLED] = [0, 1, 2, 3];

/** What takes three words, and comes out of them as it was. */
const PLAIN_ID = /^[0-9a-f]{24}$/;

/** No two lists of values run together. */
function formOf(compared: readonly Compared[], fields: JsonObject): string {
  let text = "";
  for (const { name, spec } of compared) {
    const form = comparable(fields[name], spec);
    text += `${form.length}:${form}`;
  }
  return text;
}

function longer(numbers: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const copy = new Uint32Array(length);
  copy.set(numbers);
  return copy;
}
