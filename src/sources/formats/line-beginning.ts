/** Finds where the first lines of a text end while it arrives: of NDJSON, or of CSV, where quotes may hold line ends. */
export class LineBeginning {
  readonly #wanted: number;
  readonly #quotes: boolean;
  /** Bytes taken before this piece. */
  #base = 0;
  #lines = 0;
  /** Whether something stands on the line so far. */
  #isFilled = false;
  #isQuoted = false;
  #end: number | undefined;

  /** `wanted`: 1 or more lines with something on them. `quotes`: whether line ends between two quotes are none. */
  constructor(wanted: number, quotes: boolean) {
    this.#wanted = wanted;
    this.#quotes = quotes;
  }

  /** Bytes of the lines wanted; undefined until their end is found. */
  get end(): number | undefined {
    return this.#end;
  }

  /** Answers whether the lines wanted are all there. */
  take(bytes: Buffer): boolean {
    for (let at = 0; at < bytes.length && this.#end === undefined; at++) {
      const byte = bytes[at] as number;
      if (byte === QUOTE && this.#quotes) this.#isQuoted = !this.#isQuoted;
      if ((byte === LINE_FEED || byte === CARRIAGE_RETURN) && !this.#isQuoted) {
        if (this.#isFilled && ++this.#lines === this.#wanted) this.#end = this.#base + at;
        this.#isFilled = false;
      } else if (byte > SPACE) this.#isFilled = true;
    }
    this.#base += bytes.length;
    return this.#end !== undefined;
  }
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
