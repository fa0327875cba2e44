import type { Fix, TextEdit } from "./diagnostic.ts";
import type { Extent, Path, PlacedFile, PlaceOptions } from "./placed.ts";

export interface FindingFix {
  readonly title: string;
  readonly edits: readonly PlacedEdit[];
}

/** `text` stands in the file as it is given: quoted, where it has to be. An edit whose path leads nowhere undoes the fix. */
export type PlacedEdit =
  | { readonly path: Path; readonly at?: PlaceOptions; readonly text: string }
  | { readonly extent: Extent; readonly text: string };

/** The edits as offsets; undefined where one of them has no place: half a fix would be another fault. */
export function placedFix(file: PlacedFile, { title, edits }: FindingFix): Fix | undefined {
  const placed = edits.map((edit): TextEdit | undefined => {
    const extent = "extent" in edit ? edit.extent : file.extent(edit.path, edit.at);
    return extent && { ...extent, text: edit.text };
  });
  return placed.every((edit) => edit !== undefined)
    ? { title, edits: placed as readonly TextEdit[] }
    : undefined;
}
