/**
 * Finds where the first items of a list end while a JSON text arrives, so that the rest of a large one need not be read.
 * The list stands at a path of names through objects; an empty path is the text itself. It never finds an end where the
 * path leads elsewhere, or where the list has no more items than are wanted.
 */
export class ListBeginning {
  readonly #path: readonly string[];
  readonly #wanted: number;
  /** Bytes taken before this piece. */
  #base = 0;
  #depth = 0;
  /** Names of the path that the open objects stand for. */
  #matched = 0;
  /** Whether the next text of the innermost object on the path is a name. */
  #expectsName = false;
  /** Of the member whose value comes next. */
  #isWanted: boolean;
  /** The pieces of a name or text that is open. */
  #text: { readonly parts: Buffer[] | undefined; isEscaped: boolean } | undefined;
  #list: { readonly start: number; readonly depth: number; items: number } | undefined;
  #end: number | undefined;
  #isOver = false;

  /** `wanted`: 1 or more items. */
  constructor(path: readonly string[], wanted: number) {
    this.#path = path;
    this.#wanted = wanted;
    this.#isWanted = true;
  }

  /** The bytes of the items wanted, without the brackets around; undefined until their end is found. */
  get extent(): { readonly start: number; readonly end: number } | undefined {
    return this.#list === undefined || this.#end === undefined
      ? undefined
      : { start: this.#list.start, end: this.#end };
  }

  /** Answers whether the items wanted are all there. */
  take(bytes: Buffer): boolean {
    for (let at = 0; at < bytes.length && !this.#isOver; ) at = this.#step(bytes, at);
    this.#base += bytes.length;
    return this.#end !== undefined;
  }

  /** Takes what begins at `at`; answers where the next begins. */
  #step(bytes: Buffer, at: number): number {
    if (this.#text !== undefined) return this.#throughText(bytes, at, this.#text);
    const byte = bytes[at] as number;
    const isOnPath = this.#list === undefined && this.#depth === this.#matched;
    switch (byte) {
      case QUOTE: {
        const isName = isOnPath && this.#expectsName;
        if (isOnPath && !isName && this.#isWanted) this.#isOver = true;
        this.#text = { parts: isName ? [] : undefined, isEscaped: false };
        break;
      }
      case OPEN_BRACE:
      case OPEN_BRACKET:
        if (isOnPath && this.#isWanted) this.#enter(byte, this.#base + at);
        this.#depth++;
        break;
      case CLOSE_BRACE:
      case CLOSE_BRACKET:
        this.#depth--;
        // The list, or an object that should have led to it, is over.
        if (this.#depth < (this.#list?.depth ?? this.#matched)) this.#isOver = true;
        break;
      case COMMA:
        if (this.#list !== undefined) this.#countItem(this.#list, this.#base + at);
        else if (isOnPath) {
          this.#expectsName = true;
          this.#isWanted = false;
        }
        break;
      case COLON:
        if (isOnPath) this.#expectsName = false;
        break;
      default:
        // A number or a word where the list should be; a byte order mark is neither.
        if (isOnPath && this.#isWanted && byte > SPACE && byte < DELETE) this.#isOver = true;
    }
    return at + 1;
  }

  #enter(byte: number, offset: number): void {
    const isLast = this.#matched === this.#path.length;
    this.#isWanted = false;
    if (byte === OPEN_BRACKET && isLast) {
      this.#list = { start: offset + 1, depth: this.#depth + 1, items: 0 };
    } else if (byte === OPEN_BRACE && !isLast) {
      this.#matched++;
      this.#expectsName = true;
    } else this.#isOver = true;
  }

  #countItem(list: { readonly depth: number; items: number }, offset: number): void {
    if (this.#depth !== list.depth) return;
    list.items++;
    if (list.items < this.#wanted) return;
    this.#end = offset;
    this.#isOver = true;
  }

  #throughText(
    bytes: Buffer,
    from: number,
    text: { readonly parts: Buffer[] | undefined; isEscaped: boolean },
  ): number {
    let at = text.isEscaped ? from + 1 : from;
    for (let byte = bytes[at]; byte !== QUOTE && at < bytes.length; byte = bytes[at]) {
      at += byte === BACKSLASH ? 2 : 1;
    }
    text.parts?.push(bytes.subarray(from, at));
    text.isEscaped = at > bytes.length;
    if (at >= bytes.length) return bytes.length;
    if (text.parts !== undefined) this.#isWanted = nameOf(text.parts) === this.#path[this.#matched - 1];
    this.#text = undefined;
    return at + 1;
  }
}

/** What the name between two quotes says; undefined where it is no JSON. */
function nameOf(parts: readonly Buffer[]): unknown {
  try {
    return JSON.parse(`"${Buffer.concat(parts).toString("utf8")}"`);
  } catch {
    return undefined;
  }
}

const SPACE = 0x20;
const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const DELETE = 0x7f;
