import { failure } from "../../runtime/failure.ts";
import { checkPicture } from "../picture.ts";

/** A part of a date picture, such as `[Y0001]-[M01]-[D01]`, as XPath and JSONata define it. */
export type PicturePart =
  | { readonly kind: "literal"; readonly text: string; readonly source: string }
  | {
      readonly kind: "marker";
      /** As it is written, with its brackets. */
      readonly source: string;
      /** The letter: Y, M, D, H … */
      readonly component: string;
      /** The first presentation modifier, written or the component's own: `0001`, `Nn`, `I`. */
      readonly presentation: string;
      /** The second one, `o` for ordinal numbers. */
      readonly modifier: string;
      readonly least: number | undefined;
      readonly most: number | undefined;
    };

export type Marker = Extract<PicturePart, { kind: "marker" }>;

/** Wider parts than this are a mistake, and JSONata would fill them up with zeros. */
const MAX_WIDTH = 100;

/** Reads a picture. Throws D3132 and D3135 as JSONata does, and refuses what is too long or too wide. */
export function parseDatePicture(picture: string): readonly PicturePart[] {
  checkPicture(picture);
  const known = parsed.get(picture);
  if (known !== undefined) return known;
  const parts = partsOf(picture);
  if (parsed.size >= MOST_KEPT) parsed.clear();
  parsed.set(picture, parts);
  return parts;
}

const parsed = new Map<string, readonly PicturePart[]>();
const MOST_KEPT = 500;

function partsOf(picture: string): readonly PicturePart[] {
  const parts: PicturePart[] = [];
  const addLiteral = (source: string) => {
    if (source !== "") parts.push({ kind: "literal", text: source.replaceAll("]]", "]"), source });
  };
  let start = 0;
  for (let at = picture.indexOf("["); at !== -1; at = picture.indexOf("[", start)) {
    addLiteral(picture.slice(start, at));
    if (picture[at + 1] === "[") {
      parts.push({ kind: "literal", text: "[", source: "[[" });
      start = at + 2;
      continue;
    }
    const end = picture.indexOf("]", at);
    if (end === -1) throw failure("D3135");
    parts.push(parseMarker(picture.slice(at, end + 1)));
    start = end + 1;
  }
  addLiteral(picture.slice(start));
  return parts;
}

function parseMarker(source: string): Marker {
  const marker = source.slice(1, -1).replace(/\s+/g, "");
  const component = marker.charAt(0);
  const comma = marker.lastIndexOf(",");
  const written = comma === -1 ? marker.slice(1) : marker.slice(1, comma);
  const [, presentation = written, modifier = ""] = /^(.+)([atco])$/.exec(written) ?? [];
  const own = presentation === "" ? DEFAULTS[component] : presentation;
  if (own === undefined) throw failure("D3132", { value: component });
  const [least, most] = comma === -1 ? [] : widthOf(marker.slice(comma + 1));
  return { kind: "marker", source, component, presentation: own, modifier, least, most };
}

const DEFAULTS: Readonly<Record<string, string>> = {
  Y: "1",
  M: "1",
  D: "1",
  d: "1",
  F: "n",
  W: "1",
  w: "1",
  X: "1",
  x: "1",
  H: "1",
  h: "1",
  P: "n",
  m: "01",
  s: "01",
  f: "1",
  Z: "01:01",
  z: "01:01",
  C: "n",
  E: "n",
};

/** `2-4`, `3`, `*-2`: `*` for no bound. */
function widthOf(text: string): readonly (number | undefined)[] {
  const dash = text.indexOf("-");
  const bounds = dash === -1 ? [text] : [text.slice(0, dash), text.slice(dash + 1)];
  return bounds.map((bound) => {
    if (bound === "*") return undefined;
    const width = Number.parseInt(bound, 10);
    if (!(width <= MAX_WIDTH)) throw failure("picture-width", { value: bound });
    return width;
  });
}
