import { MAX_BLANK_BYTES, MAX_TEXT_BYTES } from "./json/json-limits.ts";

/** Lines that no reader should have to hold: one without an end, or nothing but blank ones. */
export class LineProblem extends Error {
  override readonly name = "LineProblem";
  readonly kind: "too-long" | "blank";

  constructor(kind: LineProblem["kind"]) {
    super(`no usable lines: ${kind}`);
    this.kind = kind;
  }
}

/** Sees the bytes of a text of lines while they arrive. Throws a LineProblem as soon as there is one. */
export class LineGuard {
  /** Bytes of the line that is open. */
  #line = 0;
  /** Bytes in a row that are blank. */
  #blank = 0;

  take(bytes: Buffer): void {
    const first = endOfLine(bytes, bytes.indexOf(LINE_FEED));
    if (this.#line + first > MAX_TEXT_BYTES) throw new LineProblem("too-long");
    const last = bytes.lastIndexOf(LINE_FEED);
    this.#line = last === -1 ? this.#line + bytes.length : bytes.length - last - 1;
    this.#blank = isBlank(bytes) ? this.#blank + bytes.length : 0;
    if (this.#blank > MAX_BLANK_BYTES) throw new LineProblem("blank");
  }
}

function endOfLine(bytes: Buffer, found: number): number {
  return found === -1 ? bytes.length : found;
}

/** Ordinary pieces show it by their first byte. */
function isBlank(bytes: Buffer): boolean {
  for (let at = 0; at < bytes.length; at++) if ((bytes[at] as number) > SPACE) return false;
  return true;
}

const LINE_FEED = 0x0a;
const SPACE = 0x20;
