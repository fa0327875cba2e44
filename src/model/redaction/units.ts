/** What a text holds that another look at it would read otherwise, as bits. */
export const HOLDS = { percent: 1, backslash: 2, entity: 4, lineBreak: 8, space: 16 } as const;

/**
 * A text as folded UTF-16 units: letters in lower case, white space as a space or a line break. Escapes and line breaks
 * of the original may be gone; where places are kept, each unit has its own there. The buffers are used again: a value
 * holds until its next `clear`.
 */
export class Units {
  #bytes = Buffer.alloc(0);
  values = new Uint16Array(0);
  starts = NO_PLACES;
  ends = NO_PLACES;
  length = 0;
  /** See HOLDS. */
  holds = 0;
  hasPlaces = false;

  clear(capacity: number, hasPlaces: boolean): void {
    this.length = 0;
    this.holds = 0;
    this.hasPlaces = hasPlaces;
    if (capacity > this.values.length) {
      this.values = new Uint16Array(roomFor(capacity));
      this.#bytes = Buffer.from(this.values.buffer);
    }
    if (!hasPlaces || capacity <= this.starts.length) return;
    this.starts = new Int32Array(roomFor(capacity));
    this.ends = new Int32Array(roomFor(capacity));
  }

  /** A part of a text; what it holds is for the caller to tell. In native code: all that is printed or stored goes through here. */
  fill(text: string, from: number, to: number, hasPlaces: boolean): void {
    const length = to - from;
    this.clear(length, hasPlaces);
    const part = text.slice(from, to);
    const lower = part.toLowerCase();
    if (lower.length === length) this.#bytes.write(lower, 0, "utf16le");
    else for (let at = 0; at < length; at += 1) this.values[at] = folded(part.charCodeAt(at));
    if (/[\t\v\f\r]/.test(part)) {
      for (let at = 0; at < length; at += 1) this.values[at] = folded(this.values[at] as number);
    }
    this.length = length;
    if (!hasPlaces) return;
    for (let at = 0; at < length; at += 1) {
      this.starts[at] = from + at;
      this.ends[at] = from + at + 1;
    }
  }

  /** Adds units `start` to `end` of another. What they hold is for the caller to tell. */
  copy(other: Units, start: number, end: number): void {
    copyUnits(this.values, this.length, other.values, start, end);
    if (this.hasPlaces) {
      copyUnits(this.starts, this.length, other.starts, start, end);
      copyUnits(this.ends, this.length, other.ends, start, end);
    }
    this.length += end - start;
  }

  /** Adds what units `start` to `end` of another stand for. */
  put(unit: number, other: Units, start: number, end: number): void {
    const at = this.length;
    const value = unit < CASED ? (FOLDED[unit] as number) : unit;
    this.values[at] = value;
    if (value < CASED) this.holds |= HELD[value] as number;
    if (this.hasPlaces) {
      this.starts[at] = other.starts[start] as number;
      this.ends[at] = other.ends[end - 1] as number;
    }
    this.length = at + 1;
  }

  /** Beyond the ends: 0. */
  at(index: number): number {
    return index >= 0 && index < this.length ? (this.values[index] as number) : 0;
  }
}

export const SPACE = 0x20;
export const LINE_BREAK = 0x0a;

export function folded(unit: number): number {
  return unit < CASED ? (FOLDED[unit] as number) : unit;
}

const NO_PLACES = new Int32Array(0);
/** Up to here stand the scripts that have cases: Latin, Greek, Cyrillic, Armenian. */
const CASED = 0x590;
const FOLDED = Uint16Array.from({ length: CASED }, (_, unit) => {
  if (unit === 0x0a || unit === 0x0d) return LINE_BREAK;
  if (unit >= 0x09 && unit <= 0x0c) return SPACE;
  const lower = String.fromCharCode(unit).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : unit;
});
const HELD = Uint8Array.from({ length: CASED }, (_, unit) => {
  if (FOLDED[unit] === LINE_BREAK) return HOLDS.lineBreak;
  if (FOLDED[unit] === SPACE) return HOLDS.space;
  const escapes: Readonly<Record<string, number>> = {
    "%": HOLDS.percent,
    "\\": HOLDS.backslash,
    "&": HOLDS.entity,
  };
  return escapes[String.fromCharCode(unit)] ?? 0;
});

function copyUnits<T extends Uint16Array | Int32Array>(
  to: T,
  at: number,
  from: T,
  start: number,
  end: number,
): void {
  if (end - start > LONG_RUN) to.set(from.subarray(start, end), at);
  else for (let index = start; index < end; index += 1) to[at + index - start] = from[index] as number;
}

/** Units from which on a copy in native code is worth its call. */
const LONG_RUN = 48;

function roomFor(capacity: number): number {
  return Math.max(4096, Math.ceil(capacity * 1.25));
}
