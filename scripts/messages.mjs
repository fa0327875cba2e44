// Prints every message of the program, for reading them through in one go: rules first, then what a run says of a value or
// an expression, then the stops. What is put into a message is shown as {its expression}.
import { relative } from "node:path";
import ts from "typescript";
import "./typescript-modules.mjs";
import { messageTemplates } from "./message-templates.mjs";

const { ALL_RULES } = await import("../src/app/rules.ts");
const { EVALUATION_MESSAGES, evaluationMessage } = await import("../src/expression/evaluation-messages.ts");
const { STOP_KINDS } = await import("../src/model/stop-code.ts");

const RULE_IDS = new Set(ALL_RULES.map(({ id }) => id));
const messages = gathered();
const rules = messages.filter(({ code }) => RULE_IDS.has(code));
const stops = messages.filter(({ code }) => code in STOP_KINDS);
const others = messages.filter(({ code }) => !RULE_IDS.has(code) && !(code in STOP_KINDS));

title("Rules");
for (const { id, severity } of ALL_RULES) {
  console.log(`\n${id} (${severity})`);
  for (const message of rules) if (message.code === id) print(message);
}
title("Expressions that fail on a row");
for (const code of Object.keys(EVALUATION_MESSAGES)) {
  const { what, fix = "" } = evaluationMessage(code);
  console.log(`\n${code}\n  ${what}\n  → ${fix === "" ? "(the value decides)" : fix}`);
}
title("Stops");
for (const [code, kind] of Object.entries(STOP_KINDS)) {
  console.log(`\n${code} (${kind})`);
  for (const message of stops) if (message.code === code) print(message);
}
title("Values, refusals, and parts of messages");
for (const file of new Set(others.map((one) => one.file))) {
  console.log(`\n${file}`);
  for (const message of others) if (message.file === file) print(message);
}

function title(text) {
  console.log(`\n${text}\n${"=".repeat(text.length)}`);
}

function print({ file, line, texts: { what = [], message = [], detail = [], fix = [], hint = [] } }) {
  for (const text of [...what, ...message]) console.log(`  ${text}`);
  for (const text of detail) console.log(`  … ${text}`);
  for (const text of [...fix, ...hint]) console.log(`  → ${text}`);
  console.log(`    ${file}:${line}`);
}

/** A finding of a rule names no rule: its file does. */
function gathered() {
  const { fileNames, options } = ts.getParsedCommandLineOfConfigFile(
    "tsconfig.json",
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
        throw new Error(String(messageText));
      },
    },
  );
  const isOurs = (file) => file.startsWith(`${process.cwd()}/src/`) && !file.includes("/generated/");
  const program = ts.createProgram(fileNames.filter(isOurs), options);
  return messageTemplates(program, isOurs).map((one) => {
    const file = relative(".", one.file);
    const [, ofFile = ""] = /\/lint\/rules\/.*\/(.*)\.ts$/.exec(file) ?? [];
    return {
      ...one,
      file,
      code:
        one.code === "" || (!(one.code in STOP_KINDS) && RULE_IDS.has(ofFile))
          ? ofFile || one.code
          : one.code,
    };
  });
}
