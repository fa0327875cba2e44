/** Why bytes are no JSON that can be used. */
export type JsonProblemKind =
  | "cut-off"
  | "syntax"
  | "encoding"
  | "too-deep"
  | "too-many"
  | "too-long"
  | "blank"
  | "repeated-key";

/** Bytes that are no JSON, JSON that JavaScript would read as something else, or more of it than memory has room for. */
export class JsonProblem extends Error {
  override readonly name = "JsonProblem";
  readonly kind: JsonProblemKind;
  /** Where it shows, in UTF-16 units (bytes for `encoding`); undefined where that is not known. */
  readonly offset: number | undefined;
  /** The key that an object has twice. */
  readonly key: string | undefined;

  constructor(kind: JsonProblemKind, offset?: number, key?: string) {
    super(`no usable JSON: ${kind}`);
    this.kind = kind;
    this.offset = offset;
    this.key = key;
  }
}
