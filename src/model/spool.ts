/**
 * Lines of text outside of memory: written once, then read as often as needed. Guards, approval and duplicate keys need the
 * whole plan before the first write, and a plan may be larger than memory. A line holds no newline.
 * Every method throws a Stop of kind `environment` when the disk does not take or give the lines.
 */
export interface Spool {
  /** Resolves when the lines are taken; the next call comes after that. Not after `seal`. */
  append(lines: readonly string[]): Promise<void>;
  /** Ends the writing. Everything appended can be read when it resolves. May be called twice. */
  seal(): Promise<void>;
  /** Arrays of one line at least, in the order appended. After `seal`; may be called again, also while another reads. */
  read(): AsyncIterable<readonly string[]>;
  /** Gives the disk space back. May be called twice, and before `seal`. */
  dispose(): Promise<void>;
}
