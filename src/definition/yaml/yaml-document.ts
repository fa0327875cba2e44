import { Composer, type Document, Lexer, Parser, type YAMLError } from "yaml";
import { diagnose, FILE_START, type Remark } from "../../model/diagnose.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Json } from "../../model/json.ts";
import type { Comment, Extent } from "../../model/placed.ts";
import { forbiddenCharacter } from "./forbidden-character.ts";
import { bareTree, countLines, placeOf, type SourceTree } from "./source-tree.ts";
import { explainYamlError, isQuoteMissing } from "./yaml-error.ts";
import { readNode } from "./yaml-node.ts";

/** In bytes of UTF-8. Checked before anything is parsed. */
export const MAX_FILE_SIZE = 1024 * 1024;
/** Levels of maps and lists. Real definitions have six. */
const MAX_DEPTH = 100;
/** UTF-16 units of one text. The parser's time grows with the square of a quoted text of many lines. */
const MAX_SCALAR_LENGTH = 128 * 1024;

export interface YamlDocument {
  readonly tree: SourceTree;
  /** undefined where the text is no YAML that could be checked any further. */
  readonly value: Json | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** YAML 1.2 → plain values that know where they stand, and every fault of the text. Pure; never throws. */
export function readYaml(file: string, text: string): YamlDocument {
  const unfit = unfitText(file, text);
  if (unfit !== undefined) return { tree: bareTree(file, text), value: undefined, diagnostics: [unfit] };

  const lines = countLines(text);
  const place = (extent: Extent) => placeOf({ text, lines }, extent);
  const parsed = parse(text);
  if ("limit" in parsed) {
    const found = diagnose(file, place({ start: parsed.at, end: parsed.at + 1 }), parsed.limit);
    return { tree: bareTree(file, text), value: undefined, diagnostics: [found] };
  }

  const [first, second] = parsed.documents;
  const all = parsed.documents.flatMap((document) => document.errors);
  const errors = withoutTabEchoes(all).filter(isFirstOfItsKind);
  const diagnostics = errors.filter(isNoEcho).map((error) => {
    const deeper = deeperLine(error, errors[errors.indexOf(error) + 1], text);
    if (deeper !== undefined) return diagnose(file, place(deeper), TOO_DEEP_LINE);
    const start = Math.min(startOf(error, parsed.openQuote), text.length);
    const extent = { start, end: Math.max(error.pos[1], start + 1) };
    const tabs = error.code === "TAB_AS_INDENT" ? tabbedLines(text) : 0;
    return diagnose(file, place(extent), { rule: "yaml-syntax", ...explainYamlError(error, { tabs }) });
  });
  if (first === undefined || (first.contents === null && errors.length === 0)) {
    const tree = { ...bareTree(file, text), comments: commentsIn(text, lines, parsed.comments) };
    return { tree, value: undefined, diagnostics: [diagnose(file, FILE_START, EMPTY)] };
  }
  if (second !== undefined) {
    diagnostics.push(diagnose(file, place(documentStart(text, second)), SEVERAL_DOCUMENTS));
  }
  const read = readNode({ file, text, place }, first.contents);
  const comments = commentsIn(text, lines, parsed.comments);
  const tree: SourceTree = { file, text, lines, root: read.branch, scalars: read.scalars, comments };
  diagnostics.push(...read.diagnostics);
  return { tree, value: errors.length > 0 || read.unusable ? undefined : read.value, diagnostics };
}

const TOO_DEEP_LINE: Remark = {
  rule: "yaml-syntax",
  message:
    "The line is indented deeper than the entry before it, and is read as a part of that entry's value.",
  hint: 'give entries that belong together the same number of spaces; a value that contains ": " stands in quotes',
};

const EMPTY: Remark = {
  rule: "yaml-syntax",
  message: "The file is empty, or contains only comments.",
  hint: "write `version: 1` and what follows it, or delete the file",
};

const SEVERAL_DOCUMENTS: Remark = {
  rule: "yaml-syntax",
  message: "A second YAML document starts here, and a file holds one definition.",
  hint: "move what follows `---` to a file of its own",
};

function unfitText(file: string, text: string): Diagnostic | undefined {
  if (Buffer.byteLength(text) > MAX_FILE_SIZE) {
    return diagnose(file, FILE_START, {
      rule: "file-too-large",
      message: "The file is larger than 1 MiB, which no definition needs.",
      hint: "keep data in the source, and one sync in a file",
    });
  }
  return forbiddenCharacter(file, text);
}

type Parsed =
  | {
      readonly documents: readonly Document.Parsed[];
      readonly openQuote: number | undefined;
      readonly comments: readonly Extent[];
    }
  | { readonly limit: Remark; readonly at: number };

/** Counts levels while the parser works: composing a deep text would overflow the stack. */
function parse(text: string): Parsed {
  const parser = new Parser();
  const tokens = [];
  const comments: Extent[] = [];
  let openQuote: number | undefined;
  let isScalar = false;
  for (const lexeme of new Lexer().lex(text)) {
    // A mark of the lexer goes before each plain or block text, which may itself begin with a #.
    if (lexeme.startsWith("#") && !isScalar)
      comments.push({ start: parser.offset, end: parser.offset + lexeme.length });
    isScalar = lexeme === SCALAR_MARK;
    if (lexeme.length > MAX_SCALAR_LENGTH) return { limit: TOO_LONG, at: parser.offset };
    if (/^["'](?:$|.*[^"']$)/s.test(lexeme)) openQuote ??= parser.offset;
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > MAX_DEPTH) return { limit: TOO_DEEP, at: Math.max(0, parser.offset - 1) };
  }
  for (const token of parser.end()) tokens.push(token);

  const composer = new Composer({
    version: "1.2",
    schema: "core",
    strict: true,
    merge: false,
    resolveKnownTags: false,
    // Rounding and repeated keys are looked into by readNode, which knows the source of each number.
    intAsBigInt: true,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "silent",
  });
  return { documents: [...composer.compose(tokens, false, text.length)], openQuote, comments };
}

const SCALAR_MARK = "\u001f";

function commentsIn(
  text: string,
  lines: SourceTree["lines"],
  extents: readonly Extent[],
): readonly Comment[] {
  return extents.map((extent) => {
    const { line, col } = lines.linePos(extent.start);
    const before = text.slice(extent.start - col + 1, extent.start);
    return {
      text: text.slice(extent.start, extent.end).trimEnd(),
      extent,
      line,
      alone: before.trim() === "",
    };
  });
}

const TOO_DEEP: Remark = {
  rule: "yaml-syntax",
  message: `The YAML is nested more than ${MAX_DEPTH} levels deep.`,
  hint: "a bracket or brace may never be closed; a definition needs six levels",
};

const TOO_LONG: Remark = {
  rule: "file-too-large",
  message: "One text of the file is longer than 128 KiB.",
  hint: "a quote may never be closed; keep data in the source",
};

/** The parser finds a quote unclosed at the end of the file; what matters is where it was opened. */
function startOf(error: YAMLError, openQuote: number | undefined): number {
  return isQuoteMissing(error) ? (openQuote ?? error.pos[0]) : error.pos[0];
}

/**
 * `name: x` and below it, deeper, `phase: y`: the parser finds that the value of `name` goes on over two lines and is a map.
 * What is wrong is the second line.
 */
function deeperLine(error: YAMLError, next: YAMLError | undefined, text: string): Extent | undefined {
  if (error.code !== "BLOCK_AS_IMPLICIT_KEY" || !isItsEcho(error, next)) return undefined;
  const end = next?.pos[1] ?? 0;
  const line = text.lastIndexOf("\n", end - 1) + 1;
  const start = line + (/^[ \t]*/.exec(text.slice(line, end))?.[0].length ?? 0);
  return line > error.pos[0] && start < end ? { start, end } : undefined;
}

function isItsEcho(error: YAMLError, next: YAMLError | undefined): boolean {
  return next?.code === "MULTILINE_IMPLICIT_KEY" && next.pos[0] === error.pos[0];
}

function isNoEcho(error: YAMLError, index: number, errors: readonly YAMLError[]): boolean {
  const before = errors[index - 1];
  return before?.code !== "BLOCK_AS_IMPLICIT_KEY" || !isItsEcho(before, error);
}

/** Behind a line that is indented with a tab, every level is off: one mistake, told once. */
function withoutTabEchoes(errors: readonly YAMLError[]): readonly YAMLError[] {
  const first = errors.findIndex(({ code }) => code === "TAB_AS_INDENT");
  return first < 0 ? errors : errors.slice(0, first + 1);
}

function tabbedLines(text: string): number {
  return text.match(/^ *\t[ \t]*(?=[^\s#])/gm)?.length ?? 0;
}

/** The parser tells of an unclosed bracket once for every level. */
function isFirstOfItsKind(error: YAMLError, index: number, errors: readonly YAMLError[]): boolean {
  const before = errors[index - 1];
  return before?.code !== error.code || before.pos[0] !== error.pos[0];
}

function documentStart(text: string, document: Document.Parsed): Extent {
  const start = text.lastIndexOf("---", document.range[0]);
  const at = start < 0 ? document.range[0] : start;
  return { start: at, end: at + 3 };
}
