/**
 * Which records a list has shown already. Holds 64 bits of each `_id` in 16 to 32 bytes, so that a million records fit
 * into 32 MB. That two ids share their bits is not to be expected, and would make one record of a page count as known.
 */
export class SeenRecords {
  /** Two numbers a slot; a slot whose first number is 0 is free. */
  #slots = new Uint32Array(2 * 1024);
  #size = 0;

  /** Whether the record had not been seen before. */
  add(id: string): boolean {
    if (4 * this.#size >= this.#slots.length) this.#grow();
    const [first, second] = bitsOf(id);
    return this.#put(first, second);
  }

  #put(first: number, second: number): boolean {
    const mask = this.#slots.length / 2 - 1;
    for (let slot = second & mask; ; slot = (slot + 1) & mask) {
      const there = this.#slots[2 * slot];
      if (there === 0) {
        this.#slots[2 * slot] = first;
        this.#slots[2 * slot + 1] = second;
        this.#size += 1;
        return true;
      }
      if (there === first && this.#slots[2 * slot + 1] === second) return false;
    }
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Uint32Array(2 * old.length);
    this.#size = 0;
    for (let at = 0; at < old.length; at += 2) {
      const first = old[at] ?? 0;
      if (first !== 0) this.#put(first, old[at + 1] ?? 0);
    }
  }
}

/** FNV-1a from two beginnings. */
function bitsOf(id: string): readonly [first: number, second: number] {
  let first = 0x811c9dc5;
  let second = 0x9747b28c;
  for (let at = 0; at < id.length; at += 1) {
    const code = id.charCodeAt(at);
    first = Math.imul(first ^ code, 0x01000193);
    second = Math.imul(second ^ code, 0x85ebca6b) ^ (second >>> 13);
  }
  // Never 0, which stands for a free slot.
  return [(first | 1) >>> 0, (second ^ (second >>> 16)) >>> 0];
}
