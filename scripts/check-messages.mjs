// Nothing in src/ decides by the words of a message, nor cuts or edits one: see message-flow.mjs. Excused is what renders
// texts, what compares whole ones, and the few places that read the words of a library that says it in words only.
import { relative } from "node:path";
import ts from "typescript";
import { findReadMessages } from "./message-flow.mjs";

/** What becomes of a text that is printed. */
const RENDERS = {
  "cli/load-failure.ts":
    "prints the first line of why the program cannot be loaded; it can import nothing of ours",
  "cli/output.ts": "ends what is printed with one line end",
  "expression/evaluation-error.ts": "shows the beginning of what $error and $assert say",
  "report/diagnostics/diagnostics-sarif.ts": "numbers remarks that say the same, for a stable fingerprint",
  "report/github-command.ts": "escapes for a workflow command",
  "report/markdown/markdown-text.ts": "escapes for Markdown",
  "report/plan/html/changes-section.ts": "begins a cell with a capital letter",
  "report/progress/progress-lines.ts": "does not print a line of progress twice",
  "report/tests/test-junit.ts": "escapes for XML",
  "report/text/bug-text.ts": "prints a stack line by line",
  "report/text/display-width.ts": "measures and cuts for a terminal",
  "report/text/escape-text.ts": "escapes control characters",
  "report/text/reason-text.ts": "makes sentences of a reason",
  "report/text/wrap-text.ts": "breaks lines",
  "report/watch/watch-text.ts": "indents lines",
  "sources/http/problems.ts": "shows the beginning of what a server says, without secrets",
};

/** Whether two texts are one and the same; what they say does not matter. */
const COMPARES = {
  "definition/fix-project.ts": "tells by a whole diagnostic whether a fix brought a new one",
  "model/advice/advice.ts": "gives one piece of advice once",
};

/** What a library tells in words only. Each is one place, with the version pinned and a test that provokes the words. */
const FOREIGN = {
  "definition/yaml/yaml-error.ts": "yaml: test/definition/broken-definitions.test.ts",
  "expression/refused-regex.ts": "V8: test/expression/compile-expression.test.ts",
  "model/json-fault.ts": "V8: test/model/json-fault.test.ts",
  "planhat/api/proxy-refusal.ts": "undici: test/planhat/api/client.test.ts",
};

const EXCUSED = new Set([RENDERS, COMPARES, FOREIGN].flatMap(Object.keys));

const found = ["tsconfig.json", "tsconfig.page.json"].flatMap(readMessages);
const faults = new Set(found.filter(({ file }) => !EXCUSED.has(file)).map(described));
for (const file of EXCUSED) {
  if (found.every((one) => one.file !== file))
    faults.add(`${file} reads no message any more: take it from the table`);
}
for (const fault of faults) console.error(fault);
console.log(`messages: ${EXCUSED.size} files excused, ${faults.size} faults`);
process.exitCode = faults.size > 0 ? 1 : 0;

function readMessages(config) {
  const { fileNames, options } = ts.getParsedCommandLineOfConfigFile(
    config,
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
        throw new Error(String(messageText));
      },
    },
  );
  const program = ts.createProgram(fileNames.filter(isOurs), options);
  return findReadMessages(program, isOurs).map((one) => ({ ...one, file: named(one.file) }));
}

function isOurs(file) {
  return file.startsWith(`${process.cwd()}/src/`);
}

function described({ file, line, operation, text, from }) {
  return `src/${file}:${line}: ${operation} of a message (from src/${named(from)}): ${text}`;
}

function named(file) {
  return relative("src", file);
}
