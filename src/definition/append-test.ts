import { isMap, isSeq, type ParsedNode, parseDocument } from "yaml";
import { sameJson } from "../model/fingerprint.ts";
import { flowYaml, textYaml } from "../model/flow-yaml.ts";
import type { Json, JsonObject } from "../model/json.ts";
import { readYaml } from "./yaml/yaml-document.ts";

/** A test as a definition writes it. */
export interface WrittenTest {
  readonly name: string;
  readonly row: JsonObject;
  readonly expect?: JsonObject;
  readonly expectError?: string;
}

/**
 * The text of a definition with one more test at its end. Everything else stays as it is, byte for byte: comments,
 * blank lines, quotes. undefined where the text has a form in which that cannot be done for certain.
 */
export function appendTest(text: string, test: WrittenTest): string | undefined {
  const before = readYaml("", text);
  if (before.value === undefined || before.diagnostics.length > 0) return undefined;
  const edited = insertTest(text, test);
  if (edited === undefined) return undefined;
  // The edit was made on the text, so it is read once more: the same definition, and the test.
  const after = readYaml("", edited);
  const isRight = after.diagnostics.length === 0 && after.value !== undefined;
  return isRight && sameJson(after.value, withTest(before.value as JsonObject, test)) ? edited : undefined;
}

function withTest(definition: JsonObject, test: WrittenTest): JsonObject {
  const tests = definition["tests"];
  return { ...definition, tests: [...(Array.isArray(tests) ? tests : []), test as unknown as Json] };
}

function insertTest(text: string, test: WrittenTest): string | undefined {
  const { contents } = parseDocument(text, { version: "1.2" });
  if (!isMap(contents) || contents.flow === true) return undefined;
  const indent = columnBefore(text, startOf(contents.items[0]?.key));
  const pair = contents.items.find(({ key }) => String(key) === "tests");
  if (pair === undefined) {
    return insertLines(text, text.length, [`${indent}tests:`, ...testLines(test, `${indent}  `)]);
  }
  const tests = pair.value;
  if (isSeq(tests)) {
    const last = tests.items.at(-1);
    if (last === undefined) return replaceEmpty(text, tests, testLines(test, `${indent}  `));
    const end = last.range[1];
    if (tests.flow === true) {
      return `${text.slice(0, end)}, ${flowYaml(test as unknown as Json)}${text.slice(end)}`;
    }
    return insertLines(text, lineEnd(text, end), testLines(test, columnBefore(text, tests.range[0])));
  }
  return insertLines(text, lineEnd(text, pair.key.range[1]), testLines(test, `${indent}  `));
}

/** `tests: []  # why` keeps its comment. */
function replaceEmpty(text: string, { range }: ParsedNode, lines: readonly string[]): string {
  const before = text.slice(0, range[0]).trimEnd();
  return insertLines(
    `${before}${text.slice(range[1])}`,
    lineEnd(`${before}${text.slice(range[1])}`, before.length),
    lines,
  );
}

/** Longer lines are broken at the top level, a column a line. */
const WIDTH = 110;

function testLines({ name, row, expect, expectError }: WrittenTest, indent: string): readonly string[] {
  const inner = `${indent}  `;
  return [
    `${indent}- name: ${textYaml(name)}`,
    ...mapLines("row", row, inner),
    ...(expect === undefined ? [] : mapLines("expect", expect, inner)),
    ...(expectError === undefined ? [] : [`${inner}expectError: ${textYaml(expectError)}`]),
  ];
}

function mapLines(key: string, value: JsonObject, indent: string): readonly string[] {
  const line = `${indent}${key}: ${flowYaml(value)}`;
  if (line.length <= WIDTH) return [line];
  const members = Object.entries(value).map(
    ([name, one]) => `${indent}  ${textYaml(name)}: ${flowYaml(one)}`,
  );
  return [`${indent}${key}:`, ...members];
}

function insertLines(text: string, at: number, lines: readonly string[]): string {
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const before = text.slice(0, at);
  const open = before === "" || before.endsWith("\n") ? "" : eol;
  return `${before}${open}${lines.join(eol)}${eol}${text.slice(at)}`;
}

/** The start of the line behind `at`; `at` itself where a line starts there already. */
function lineEnd(text: string, at: number): number {
  if (text[at - 1] === "\n") return at;
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end + 1;
}

function columnBefore(text: string, at: number): string {
  return " ".repeat(at - (text.lastIndexOf("\n", at - 1) + 1));
}

function startOf(node: ParsedNode | null | undefined): number {
  return node?.range[0] ?? 0;
}
