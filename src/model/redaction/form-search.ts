import type { Form } from "./secret-forms.ts";
import { folded, LINE_BREAK, SPACE, type Units } from "./units.ts";

/** Called with each place of a form, from left to right; places may overlap. */
export type OnFound = (units: Units, start: number, end: number, form: Form) => void;

/** How much of each form the tables look at. No form is shorter. */
export const SHORTEST_FORM = 6;
/** Characters that a table is asked about at once. */
const BLOCK = 3;
const TABLE = 1 << 16;
const FAR = SHORTEST_FORM - BLOCK + 1;

/**
 * Finds many texts at once, in any case, in time that depends on the text and hardly on how many they are (Wu and Manber, A fast algorithm for multi-pattern searching, 1994).
 */
export class FormSearch {
  /** By the hash of three characters: how far one may go on without passing over a beginning of a form. */
  readonly #shifts = new Uint8Array(TABLE).fill(FAR);
  /** By the hash of the last three of a beginning. */
  readonly #candidates = new Map<number, Candidate[]>();

  constructor(forms: Iterable<Form>) {
    for (const form of forms) this.#add(form);
  }

  find(units: Units, onFound: OnFound): void {
    const shifts = this.#shifts;
    const { values, length } = units;
    for (let last = SHORTEST_FORM - 1; last < length; ) {
      const hash = hashOf(values[last - 2] as number, values[last - 1] as number, values[last] as number);
      const shift = shifts[hash] as number;
      if (shift > 0) last += shift;
      else {
        this.#compare(units, last - SHORTEST_FORM + 1, hash, onFound);
        last += 1;
      }
    }
  }

  #add(form: Form): void {
    const units = Uint16Array.from({ length: form.text.length }, (_, index) => unitOf(form.text, index));
    for (let last = BLOCK - 1; last < SHORTEST_FORM; last += 1) {
      const hash = hashOf(units[last - 2] ?? 0, units[last - 1] ?? 0, units[last] ?? 0);
      const shift = SHORTEST_FORM - 1 - last;
      if (shift < (this.#shifts[hash] ?? 0)) this.#shifts[hash] = shift;
      if (shift > 0) continue;
      const others = this.#candidates.get(hash);
      if (others === undefined) this.#candidates.set(hash, [{ form, units }]);
      else others.push({ form, units });
    }
  }

  #compare(text: Units, start: number, hash: number, onFound: OnFound): void {
    for (const { form, units } of this.#candidates.get(hash) ?? []) {
      const end = start + units.length;
      if (end > text.length || !isAt(text.values, start, units)) continue;
      if (form.isWord && (isWordUnit(text.at(start - 1)) || isWordUnit(text.at(end)))) continue;
      onFound(text, start, end, form);
    }
  }
}

interface Candidate {
  readonly form: Form;
  readonly units: Uint16Array;
}

function isAt(values: Uint16Array, start: number, units: Uint16Array): boolean {
  for (let index = 0; index < units.length; index += 1) {
    if (values[start + index] !== units[index]) return false;
  }
  return true;
}

/** A line break in a secret is found where every run of white space is one space. */
function unitOf(text: string, index: number): number {
  const unit = folded(text.charCodeAt(index));
  return unit === LINE_BREAK ? SPACE : unit;
}

function hashOf(a: number, b: number, c: number): number {
  return ((a << 9) ^ (b << 5) ^ c) & (TABLE - 1);
}

function isWordUnit(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x7a);
}
