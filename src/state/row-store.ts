import { readSync } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import type { JsonObject } from "../model/json.ts";
import type { RowStore } from "../model/row-store.ts";
import type { Stop } from "../model/stop.ts";
import { fileStop } from "./file-stop.ts";
import { openTemporaryFile, writeAll } from "./temporary-file.ts";

const WRITE_CHARACTERS = 1 << 20;
/** Bytes that are read along with an entry whose neighbours are likely to be wanted next. */
const READ_AHEAD = 1 << 16;

/** Where an entry of the file lies, in bytes. */
interface Place {
  readonly at: number;
  readonly length: number;
}

/** A row store in a temporary file of `dir` that has no name: a killed process leaves nothing behind. */
export function openRowStore<T = JsonObject>(options: { readonly dir: string }): RowStore<T> {
  return new FileRowStore<T>(options.dir);
}

/** Memory holds 12 bytes a row. Only the rare second entry of a row costs more. */
class FileRowStore<T> implements RowStore<T> {
  readonly #dir: string;
  #file: FileHandle | undefined;
  #waiting: string[] = [];
  #characters = 0;
  /** End of the file, with what still waits to be written. */
  #end = 0;
  #written = 0;
  /** By row: byte offset + 1 of its first entry, 0 where there is none; and its length. */
  #offsets = new Float64Array(1024);
  #lengths = new Uint32Array(1024);
  readonly #others = new Map<number, Place[]>();
  /** A part of the file, and which one. */
  #window = Buffer.alloc(0);
  #windowStart = 0;
  #windowLength = 0;

  constructor(dir: string) {
    this.#dir = dir;
  }

  async put(entries: readonly { readonly row: number; readonly value: T }[]): Promise<void> {
    for (const { row, value } of entries) {
      const text = JSON.stringify(value);
      this.#note(row, { at: this.#end, length: Buffer.byteLength(text) });
      this.#waiting.push(text);
      this.#characters += text.length;
      this.#end += Buffer.byteLength(text);
      if (this.#characters >= WRITE_CHARACTERS) await this.#flush();
    }
  }

  async take(rows: readonly number[]): Promise<ReadonlyMap<number, readonly T[]>> {
    await this.#flush();
    const taken = new Map<number, readonly T[]>();
    for (const row of rows) {
      const offset = this.#offsets[row] ?? 0;
      if (offset === 0) continue;
      const first = { at: offset - 1, length: this.#lengths[row] ?? 0 };
      taken.set(
        row,
        [first, ...(this.#others.get(row) ?? [])].map((place) => this.#read(place)),
      );
    }
    return taken;
  }

  async dispose(): Promise<void> {
    const file = this.#file;
    this.#file = undefined;
    this.#waiting = [];
    await file?.close();
  }

  #note(row: number, place: Place): void {
    this.#reach(row);
    if (this.#offsets[row] === 0) {
      this.#offsets[row] = place.at + 1;
      this.#lengths[row] = place.length;
      return;
    }
    const others = this.#others.get(row);
    if (others === undefined) this.#others.set(row, [place]);
    else others.push(place);
  }

  #reach(row: number): void {
    if (row < this.#offsets.length) return;
    const size = Math.max(row + 1, this.#offsets.length * 2);
    const [offsets, lengths] = [new Float64Array(size), new Uint32Array(size)];
    offsets.set(this.#offsets);
    lengths.set(this.#lengths);
    this.#offsets = offsets;
    this.#lengths = lengths;
  }

  #read({ at, length }: Place): T {
    const from = this.#windowAt(at, length);
    return JSON.parse(this.#window.toString("utf8", from, from + length));
  }

  /**
   * Where the bytes stand in the window, which is read anew where they do not. Rows mostly come in the order in which they
   * were put: then what follows them is read along. Synchronous: the file was just written and lies in the system's cache,
   * where a promise would cost more than the read.
   */
  #windowAt(at: number, length: number): number {
    const end = this.#windowStart + this.#windowLength;
    if (at >= this.#windowStart && at + length <= end) return at - this.#windowStart;
    const follows = at >= this.#windowStart && at < end + READ_AHEAD;
    const wanted = Math.max(length, follows ? Math.min(READ_AHEAD, this.#written - at) : 0);
    if (this.#window.length < wanted) this.#window = Buffer.allocUnsafe(Math.max(wanted, READ_AHEAD));
    this.#windowLength = 0;
    try {
      if (this.#file === undefined) throw new Error("nothing was written");
      for (let done = 0; done < wanted; ) {
        const read = readSync(this.#file.fd, this.#window, done, wanted - done, at + done);
        if (read === 0) throw new Error(`the file ends at byte ${at + done}`);
        done += read;
      }
    } catch (error) {
      throw this.#stop(error);
    }
    this.#windowStart = at;
    this.#windowLength = wanted;
    return 0;
  }

  async #flush(): Promise<void> {
    if (this.#waiting.length === 0) return;
    const text = this.#waiting.join("");
    this.#waiting = [];
    this.#characters = 0;
    try {
      this.#file ??= await openTemporaryFile(this.#dir, "live");
      this.#written += await writeAll(this.#file, text, this.#written);
    } catch (error) {
      throw this.#stop(error);
    }
  }

  #stop(error: unknown): Stop {
    return fileStop(error, `the temporary file for what Planhat holds in ${this.#dir}`);
  }
}
