import { innerDifferences } from "../../model/inner-differences.ts";
import type { Json } from "../../model/json.ts";
import { nestCustom } from "../../model/record-body.ts";
import type { TestResult } from "../../model/test-result.ts";
import { escapeMessage } from "../text/escape-text.ts";
import { groupBySync } from "../text/group-by-sync.ts";
import { messageOf } from "../text/reason-text.ts";

/** `test --format junit`: the XML that Jenkins, GitLab, GitHub's reporters and Azure read; a suite a sync. */
export function testJunit(results: readonly TestResult[]): string {
  const suites = [...groupBySync(results, ({ sync }) => sync)];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="planhat-sync"${counts(results)}>`,
    ...suites.flatMap(([sync, own]) => [
      `  <testsuite name=${quoted(sync)}${counts(own)}>`,
      ...own.flatMap(testCase),
      "  </testsuite>",
    ]),
    "</testsuites>",
    "",
  ].join("\n");
}

/** Tests have no duration: they take no time that anybody would look at, and a report that varies is no good. */
function counts(results: readonly TestResult[]): string {
  const failures = results.filter(({ ok }) => !ok).length;
  return ` tests="${results.length}" failures="${failures}" errors="0" skipped="0" time="0"`;
}

function testCase(result: TestResult): readonly string[] {
  const { sync, test, file, line } = result;
  const head = `    <testcase name=${quoted(test)} classname=${quoted(sync)} file=${quoted(file)} line="${line}" time="0"`;
  if (result.ok) return [`${head}/>`];
  const lines = failureLines(result);
  return [
    `${head}>`,
    `      <failure message=${quoted(lines[0] ?? "")} type="${result.problem}">${escaped(
      [`${file}:${line}`, ...lines, ""].join("\n"),
    )}</failure>`,
    "    </testcase>",
  ];
}

function failureLines(result: TestResult & { readonly ok: false }): readonly string[] {
  switch (result.problem) {
    case "differs": {
      const parts = result.diff.flatMap(innerDifferences);
      return [
        `The record differs in ${parts.map(({ field }) => field).join(", ")}.`,
        ...parts.flatMap(({ field, expected, actual }) => [
          `- ${field}: ${side(expected)}`,
          `+ ${field}: ${side(actual)}`,
        ]),
      ];
    }
    case "rejected":
      return [
        `A record was expected, and the row is rejected (${result.rejection.rule}).`,
        escapeMessage(messageOf(result.rejection.reason)),
      ];
    case "accepted":
      return [
        `A rejection was expected (${result.expectedRule}), and a record came out.`,
        `+ ${side(nestCustom(result.record))}`,
      ];
    case "otherRule":
      return [
        `A rejection was expected (${result.expectedRule}), and it is another one (${result.rejection.rule}).`,
        escapeMessage(messageOf(result.rejection.reason)),
      ];
    default:
      return result satisfies never;
  }
}

function side(value: Json | undefined): string {
  return value === undefined ? "(no value)" : JSON.stringify(value);
}

/** An attribute: a line break in one is read as a blank, unless it is written as a reference. */
function quoted(text: string): string {
  return `"${escaped(text).replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)}"`;
}

/** XML 1.0 has no form for most control characters and for half a surrogate pair: they are shown as JSON would. */
function escaped(text: string): string {
  return text
    .replace(FORBIDDEN, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

const FORBIDDEN = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|[\x7f-\x9f]/gu;
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
