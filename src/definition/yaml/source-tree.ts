import { LineCounter } from "yaml";
import type { Comment, Extent, Path, Place, PlacedFile, PlaceOptions } from "../../model/placed.ts";
import { type ScalarSource, sourceOffset } from "./source-offset.ts";

/** Where one value of a file stands, and where its parts do. */
export interface Branch {
  readonly extent: Extent;
  /** The name in front of the colon, for a value of a map. */
  readonly key: Extent | undefined;
  readonly children: ReadonlyMap<string | number, Branch> | undefined;
  /** How the text of a string was written. */
  readonly scalar: ScalarSource | undefined;
}

export interface SourceTree {
  readonly file: string;
  readonly text: string;
  readonly lines: LineCounter;
  readonly root: Branch | undefined;
  readonly scalars: PlacedFile["scalars"];
  readonly comments: readonly Comment[];
}

/** The view of a tree that rules and messages use: paths to lines and columns. */
export function placedFile(tree: SourceTree): PlacedFile {
  return {
    file: tree.file,
    text: tree.text,
    scalars: tree.scalars,
    comments: tree.comments,
    place: (path, options) => placeInTree(tree, path, options ?? {}),
    extent: (path, options) => extentInTree(tree, path, options ?? {}),
  };
}

/** The place of some text; the mark ends with the line on which it starts. */
export function placeOf({ text, lines }: Pick<SourceTree, "text" | "lines">, { start, end }: Extent): Place {
  const { line, col } = lines.linePos(start);
  const nextLine = lines.lineStarts[line] ?? text.length + 1;
  const lineEnd = text[nextLine - 2] === "\r" ? nextLine - 2 : nextLine - 1;
  const width = Math.max(1, Math.min(end, lineEnd) - start);
  return { line, column: col, endColumn: col + width };
}

/** A tree for a text that could not be read as YAML: every path stands at its start. */
export function bareTree(file: string, text: string): SourceTree {
  return { file, text, lines: countLines(text), root: undefined, scalars: [], comments: [] };
}

/** Not by the parser, which passes over some line breaks of a broken text. */
export function countLines(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines.addNewLine(at + 1);
  return lines;
}

/** Exactly what the path names, or nothing. */
function extentInTree(tree: SourceTree, path: Path, { part, span }: PlaceOptions): Extent | undefined {
  const { branch, whole } = walk(tree.root, path);
  if (branch === undefined || !whole) return undefined;
  if (part === "key") return branch.key;
  if (span === undefined) return branch.extent;
  return branch.scalar && spanExtent(tree.text, branch.scalar, branch.extent, span);
}

function walk(root: Branch | undefined, path: Path) {
  let branch = root;
  for (const step of path) {
    const next: Branch | undefined = branch?.children?.get(step);
    if (next === undefined) return { branch, whole: false };
    branch = next;
  }
  return { branch, whole: true };
}

function placeInTree(tree: SourceTree, path: Path, { part, span }: PlaceOptions): Place {
  const { branch, whole } = walk(tree.root, path);
  if (branch === undefined) return placeOf(tree, { start: 0, end: 1 });
  if (part === "key" && branch.key !== undefined) return placeOf(tree, branch.key);
  if (whole && span !== undefined && branch.scalar !== undefined) {
    return placeOf(tree, spanExtent(tree.text, branch.scalar, branch.extent, span));
  }
  // `name:` without a value has nothing to mark but its name; so has a parent that lacks what the path asked for.
  const empty = branch.extent.start === branch.extent.end;
  return placeOf(tree, branch.key !== undefined && (empty || !whole) ? branch.key : branch.extent);
}

function spanExtent(
  text: string,
  scalar: ScalarSource,
  extent: Extent,
  span: { readonly offset: number; readonly length: number },
): Extent {
  const last = span.offset + Math.max(1, span.length) - 1;
  const start = sourceOffset(text, scalar, extent, span.offset);
  return { start, end: Math.max(start, sourceOffset(text, scalar, extent, last)) + 1 };
}
