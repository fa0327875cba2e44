import type { FileHandle } from "node:fs/promises";
import type { Spool } from "../model/spool.ts";
import type { Stop } from "../model/stop.ts";
import { fileStop } from "./file-stop.ts";
import { openTemporaryFile, readLines, writeAll } from "./temporary-file.ts";

const WRITE_CHARACTERS = 1 << 18;
const MAX_LINES = 1000;
/** An array of the reader ends early at this length of text, so that large records do not pile up. */
const MAX_CHARACTERS = 1 << 22;

/**
 * A spool in a temporary file of `dir`, which is made if it is missing. The file is made by the first line and loses
 * its name at once: nobody else can open it, and a killed process leaves nothing behind.
 */
export function openSpool(options: { readonly dir: string }): Spool {
  return new FileSpool(options.dir);
}

/** Lines wait in memory until they fill a write; after a failed write nothing is taken or read any more. */
class FileSpool implements Spool {
  readonly #dir: string;
  #file: FileHandle | undefined;
  #lines: string[] = [];
  #waiting = 0;
  #bytes = 0;
  #state: "writing" | "sealed" | "disposed" = "writing";
  #failure: Stop | undefined;

  constructor(dir: string) {
    this.#dir = dir;
  }

  async append(lines: readonly string[]): Promise<void> {
    if (this.#state !== "writing") throw new Error(`a ${this.#state} spool takes no lines`);
    for (const line of lines) {
      this.#lines.push(line);
      this.#waiting += line.length + 1;
      if (this.#waiting >= WRITE_CHARACTERS) await this.#flush();
    }
  }

  async seal(): Promise<void> {
    if (this.#state === "sealed") return;
    if (this.#state === "disposed") throw new Error("a disposed spool cannot be sealed");
    await this.#flush();
    this.#state = "sealed";
  }

  async *read(): AsyncIterable<readonly string[]> {
    if (this.#state !== "sealed")
      throw new Error(`a spool is read when it is sealed, this one is ${this.#state}`);
    if (this.#file === undefined) return;
    let some: string[] = [];
    let characters = 0;
    for await (const lines of this.#readLines(this.#file)) {
      for (const line of lines) {
        some.push(line);
        characters += line.length;
        if (some.length < MAX_LINES && characters < MAX_CHARACTERS) continue;
        yield some;
        some = [];
        characters = 0;
      }
    }
    if (some.length > 0) yield some;
  }

  async dispose(): Promise<void> {
    this.#state = "disposed";
    this.#lines = [];
    const file = this.#file;
    this.#file = undefined;
    await file?.close();
  }

  async *#readLines(file: FileHandle): AsyncIterable<readonly string[]> {
    try {
      yield* readLines(file, this.#bytes);
    } catch (error) {
      throw this.#stop(error);
    }
  }

  async #flush(): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
    if (this.#lines.length === 0) return;
    const text = `${this.#lines.join("\n")}\n`;
    this.#lines = [];
    this.#waiting = 0;
    try {
      this.#file ??= await openTemporaryFile(this.#dir, "plan");
      this.#bytes += await writeAll(this.#file, text, this.#bytes);
    } catch (error) {
      this.#failure = this.#stop(error);
      throw this.#failure;
    }
  }

  #stop(error: unknown): Stop {
    return fileStop(error, `the temporary file for the plan in ${this.#dir}`);
  }
}
