import type { Diagnostic } from "../../model/diagnostic.ts";
import { secretRanges } from "./diagnostics-mask.ts";
import type { Range } from "./diagnostics-snippet.ts";

/** Lines of the files, and the secrets in them. Each file is split once, each line looked through once. */
export class SourceLines {
  readonly #texts: ReadonlyMap<string, string>;
  readonly #found: readonly Diagnostic[];
  readonly #lines = new Map<string, readonly string[]>();
  readonly #secrets = new Map<string, readonly Range[]>();

  constructor(texts: ReadonlyMap<string, string>, diagnostics: readonly Diagnostic[]) {
    this.#texts = texts;
    this.#found = diagnostics.filter(({ rule }) => rule === "secret-literal");
  }

  /** Without its line break; undefined where the file or the line is not there. Counts from 1. */
  line(file: string, number: number): string | undefined {
    let lines = this.#lines.get(file);
    if (lines === undefined) {
      lines = (this.#texts.get(file) ?? "").split(/\r?\n/);
      this.#lines.set(file, lines);
    }
    return lines[number - 1];
  }

  /** What of the line must not be shown. */
  secrets(file: string, number: number): readonly Range[] {
    const place = `${number}:${file}`;
    let ranges = this.#secrets.get(place);
    if (ranges === undefined) {
      ranges = secretRanges(this.line(file, number) ?? "", { file, line: number }, this.#found);
      this.#secrets.set(place, ranges);
    }
    return ranges;
  }
}
