import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { diagnose, type Remark } from "../../model/diagnose.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { isForbiddenKey } from "../../model/forbidden-name.ts";
import type { Json } from "../../model/json.ts";
import type { Extent, Path, Place, PlacedFile } from "../../model/placed.ts";
import { inexactNumber } from "../transform/exact-number.ts";
import type { ScalarSource } from "./source-offset.ts";
import type { Branch } from "./source-tree.ts";

export interface ReadNode {
  readonly value: Json;
  readonly branch: Branch;
  readonly scalars: PlacedFile["scalars"];
  readonly diagnostics: readonly Diagnostic[];
  /** Parts of the value are not known (an alias, an unknown tag): checking it further would only make noise. */
  readonly unusable: boolean;
}

interface NodeContext {
  readonly file: string;
  readonly text: string;
  place(extent: Extent): Place;
}

interface Reading extends NodeContext {
  readonly scalars: { readonly path: Path; readonly raw: string }[];
  readonly diagnostics: Diagnostic[];
  unusable: boolean;
}

type Node = ParsedNode | null;

/**
 * A parsed node as plain values, with the place of each. Maps have no prototype. What YAML offers beyond JSON is
 * refused where it stands: anchors, aliases, merge keys, tags, keys that are no text, numbers that would be rounded.
 */
export function readNode(context: NodeContext, node: Node): ReadNode {
  const reading: Reading = { ...context, scalars: [], diagnostics: [], unusable: false };
  const { value, branch } = read(reading, node, [], undefined);
  return { value, branch, ...reading };
}

interface Read {
  readonly value: Json;
  readonly branch: Branch;
}

function read(reading: Reading, node: Node, path: Path, key: Extent | undefined): Read {
  const extent = extentOf(node, key);
  refuseProperties(reading, node, extent);
  if (isTemplate(node)) return readTemplate(reading, key, extent);
  if (isMap(node)) return readMap(reading, node as YAMLMap.Parsed, path, key, extent);
  if (isSeq(node)) return readList(reading, node as YAMLSeq.Parsed, path, key, extent);
  if (isScalar(node)) return readScalar(reading, node as Scalar.Parsed, path, key, extent);
  return { value: null, branch: { extent, key, children: undefined, scalar: undefined } };
}

/** `{{ tier }}` without quotes: to YAML, a map whose key is a map. */
function isTemplate(node: Node): boolean {
  if (!isMap(node) || node.flow !== true || node.items.length !== 1) return false;
  const [item] = node.items;
  return isMap(item?.key) && item.key.flow === true && item.value === null;
}

/** Read as the name that stands in it, so that no more is said of it than that it is a template. */
function readTemplate(reading: Reading, key: Extent | undefined, extent: Extent): Read {
  const [name = "name"] = /[\p{L}_][\p{L}\p{N}_]*/u.exec(reading.text.slice(extent.start, extent.end)) ?? [];
  report(reading, extent, {
    rule: "yaml-key",
    message: "A template ({{ … }}) is not filled in here: YAML reads it as a map whose key is a map.",
    hint: `write the column alone (${name}), or a JSONata expression`,
  });
  return { value: name, branch: { extent, key, children: undefined, scalar: undefined } };
}

function readMap(
  reading: Reading,
  node: YAMLMap.Parsed,
  path: Path,
  key: Extent | undefined,
  extent: Extent,
): Read {
  const value: Record<string, Json> = Object.create(null);
  const children = new Map<string, Branch>();
  for (const item of node.items) {
    const keyExtent = extentOf(item.key, undefined);
    const name = keyName(reading, item.key, keyExtent);
    if (name === undefined) continue;
    const child = read(reading, item.value, [...path, name], keyExtent);
    const earlier = children.get(name)?.key;
    if (earlier !== undefined) {
      report(reading, keyExtent, {
        rule: "yaml-duplicate-key",
        message: `Duplicate key; the first one is on line ${reading.place(earlier).line}.`,
        hint: "keep one of the two",
      });
      continue;
    }
    children.set(name, child.branch);
    value[name] = child.value;
  }
  return { value, branch: { extent, key, children, scalar: undefined } };
}

function readList(
  reading: Reading,
  node: YAMLSeq.Parsed,
  path: Path,
  key: Extent | undefined,
  extent: Extent,
): Read {
  const value: Json[] = [];
  const children = new Map<number, Branch>();
  for (const [index, item] of node.items.entries()) {
    const child = read(reading, item, [...path, index], undefined);
    children.set(index, child.branch);
    value.push(child.value);
  }
  return { value, branch: { extent, key, children, scalar: undefined } };
}

function readScalar(
  reading: Reading,
  node: Scalar.Parsed,
  path: Path,
  key: Extent | undefined,
  extent: Extent,
): Read {
  const value = scalarValue(reading, node, extent);
  if (typeof value !== "string") {
    return { value, branch: { extent, key, children: undefined, scalar: undefined } };
  }
  if (/\p{Surrogate}/u.test(value)) {
    report(reading, extent, {
      rule: "file-encoding",
      message: "The text contains half of a surrogate pair, which is no character.",
      hint: "write the whole character, or both halves (\\ud83d\\ude00)",
    });
  }
  reading.scalars.push({ path, raw: value });
  return { value, branch: { extent, key, children: undefined, scalar: { style: styleOf(node), value } } };
}

const NUMBER_HINT =
  'put it in quotes if it is text, such as an id or a version: "…"; write a number with its own digits alone: 1.5, 1000';

/** A number that would not survive stays the text it was, and is reported; so is one that looks like another. */
function scalarValue(reading: Reading, node: Scalar.Parsed, extent: Extent): Json {
  const { value, source } = node;
  if (typeof value !== "number" && typeof value !== "bigint") return value as Json;
  const problem = inexactNumber(value, source);
  if (problem === undefined) return Number(value);
  report(reading, extent, { rule: "yaml-number", message: problem.message, hint: NUMBER_HINT });
  return problem.isKept ? Number(value) : source;
}

/** undefined where the key is refused and its value with it. */
function keyName(reading: Reading, node: Node, extent: Extent): string | undefined {
  refuseProperties(reading, node, extent);
  if (isAlias(node)) return undefined;
  if (!isScalar(node) || typeof node.value !== "string") {
    report(reading, extent, {
      rule: "yaml-key",
      message: "A key must be text.",
      hint: isScalar(node) ? 'put it in quotes: "…"' : "a list or a map cannot be a key",
    });
    return undefined;
  }
  if (isForbiddenKey(node.value)) {
    report(reading, extent, {
      rule: "yaml-key",
      message: `"${node.value}" cannot be a key: programs take it for a part of the object itself.`,
      hint: "choose another name",
    });
    return undefined;
  }
  if (node.value === "<<" && (node as Scalar.Parsed).type === "PLAIN") {
    reading.unusable = true;
    report(reading, extent, { ...NO_SHARING, message: "Merge keys (<<) are not allowed in a definition." });
    return undefined;
  }
  return node.value;
}

const NO_SHARING = {
  rule: "yaml-feature",
  hint: "write the value out: every definition then says what it means where it says it",
} as const;

const PLAIN_TAGS = /^tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq)$/;

function refuseProperties(reading: Reading, node: Node, extent: Extent): void {
  if (node === null) return;
  if (isAlias(node)) {
    reading.unusable = true;
    report(reading, extent, { ...NO_SHARING, message: "Aliases (*name) are not allowed in a definition." });
    return;
  }
  if (node.anchor !== undefined) {
    report(reading, anchorExtent(reading, node.anchor, extent), {
      ...NO_SHARING,
      message: "Anchors (&name) are not allowed in a definition.",
    });
  }
  if (node.tag !== undefined && !PLAIN_TAGS.test(node.tag)) {
    reading.unusable = true;
    report(reading, tagExtent(reading, extent), {
      rule: "yaml-feature",
      message: "The value has an unknown YAML tag (!…).",
      hint: "delete the tag; put the value in quotes if it starts with an exclamation mark",
    });
  }
}

function report(reading: Reading, extent: Extent, remark: Remark): void {
  reading.diagnostics.push(diagnose(reading.file, reading.place(extent), remark));
}

function extentOf(node: Node, key: Extent | undefined): Extent {
  if (node !== null) return { start: node.range[0], end: node.range[1] };
  return { start: key?.end ?? 0, end: key?.end ?? 0 };
}

/** Properties stand in front of the node they belong to, and outside its range. */
function anchorExtent({ text }: Reading, anchor: string, extent: Extent): Extent {
  const start = text.lastIndexOf(`&${anchor}`, extent.start);
  return start < 0 ? extent : { start, end: start + anchor.length + 1 };
}

function tagExtent({ text }: Reading, extent: Extent): Extent {
  const match = /![^\s,[\]{}]*(?=\s*(?:&\S*\s*)?$)/.exec(
    text.slice(Math.max(0, extent.start - 300), extent.start),
  );
  if (match === null) return extent;
  const start = Math.max(0, extent.start - 300) + match.index;
  return { start, end: start + match[0].length };
}

function styleOf(node: Scalar.Parsed): ScalarSource["style"] {
  switch (node.type) {
    case "QUOTE_DOUBLE":
      return "double";
    case "QUOTE_SINGLE":
      return "single";
    case "BLOCK_FOLDED":
    case "BLOCK_LITERAL":
      return "block";
    default:
      return "plain";
  }
}
