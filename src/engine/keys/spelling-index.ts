import { likeness } from "./likeness.ts";
import { textHash } from "./text-hash.ts";

/** One way to write a text, and who writes it so. */
export interface Spelling {
  /** The number of the first record. */
  readonly number: number;
  /** The number of one more, where there is one. */
  readonly second: number | undefined;
  /** Whether it is just the text that was asked for, and not only almost. */
  readonly isSame: boolean;
}

/** So many spellings of what is almost the same are kept apart: more tell nobody more. */
const MOST_SPELLINGS = 8;
/** Numbers of an entry: 64 bits of the likeness, 32 of the text, and the number of the record. */
const WIDTH = 4;

/**
 * Which records have a text, or one that is almost the same. Keeps no text, only 96 bits of a hash of each: between 22 and
 * 44 bytes a spelling, in arrays that a sweep of the heap has nothing to walk through in.
 */
export class SpellingIndex {
  /** The entry + 1 in each slot; 0 is free. At least a third of them are. */
  #slots = new Uint32Array(1024);
  #entries = new Uint32Array(WIDTH * 512);
  #size = 0;
  readonly #seconds = new Map<number, number>();

  add(text: string, number: number): void {
    const wanted = hashesOf(text);
    let spellings = 0;
    let slot = this.#slotOf(wanted.likeA);
    for (let entry = this.#slots[slot] ?? 0; entry !== 0; entry = this.#slots[slot] ?? 0) {
      if (this.#isLike(entry - 1, wanted)) {
        if (this.#isSame(entry - 1, wanted)) {
          if (!this.#seconds.has(entry - 1)) this.#seconds.set(entry - 1, number);
          return;
        }
        spellings += 1;
        if (spellings >= MOST_SPELLINGS) return;
      }
      slot = (slot + 1) & (this.#slots.length - 1);
    }
    this.#append(slot, wanted, number);
  }

  /** All spellings that are the same or almost the same, in the order in which they were added. */
  find(text: string): readonly Spelling[] {
    if (this.#size === 0) return NONE;
    const wanted = hashesOf(text);
    let found: Spelling[] | undefined;
    let slot = this.#slotOf(wanted.likeA);
    for (let entry = this.#slots[slot] ?? 0; entry !== 0; entry = this.#slots[slot] ?? 0) {
      if (this.#isLike(entry - 1, wanted)) {
        found ??= [];
        found.push({
          number: this.#entries[WIDTH * (entry - 1) + 3] ?? 0,
          second: this.#seconds.get(entry - 1),
          isSame: this.#isSame(entry - 1, wanted),
        });
      }
      slot = (slot + 1) & (this.#slots.length - 1);
    }
    return found ?? NONE;
  }

  #append(slot: number, { likeA, likeB, same }: Hashes, number: number): void {
    if (WIDTH * (this.#size + 1) > this.#entries.length) this.#entries = twice(this.#entries);
    this.#entries.set([likeA, likeB, same, number], WIDTH * this.#size);
    this.#size += 1;
    this.#slots[slot] = this.#size;
    if (3 * this.#size > 2 * this.#slots.length) this.#spread();
  }

  /** Into twice as many slots; entries that are alike keep their order. */
  #spread(): void {
    this.#slots = new Uint32Array(2 * this.#slots.length);
    for (let entry = 1; entry <= this.#size; entry++) {
      let slot = this.#slotOf(this.#entries[WIDTH * (entry - 1)] ?? 0);
      while (this.#slots[slot] !== 0) slot = (slot + 1) & (this.#slots.length - 1);
      this.#slots[slot] = entry;
    }
  }

  #slotOf(likeA: number): number {
    return likeA & (this.#slots.length - 1);
  }

  #isLike(entry: number, { likeA, likeB }: Hashes): boolean {
    return this.#entries[WIDTH * entry] === likeA && this.#entries[WIDTH * entry + 1] === likeB;
  }

  #isSame(entry: number, { same }: Hashes): boolean {
    return this.#entries[WIDTH * entry + 2] === same;
  }
}

interface Hashes {
  readonly likeA: number;
  readonly likeB: number;
  readonly same: number;
}

function hashesOf(text: string): Hashes {
  const like = likeness(text);
  return { likeA: textHash(like, 1), likeB: textHash(like, 0x5bd1e995), same: textHash(text, 0x1b873593) };
}

function twice(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(2 * numbers.length);
  longer.set(numbers);
  return longer;
}

const NONE: readonly never[] = [];
