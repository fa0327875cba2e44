import ts from "typescript";
import { expect, test } from "vitest";
import { findReadMessages } from "../../scripts/message-flow.mjs";

const FILE = "/fixture.ts";
const HEADER = `
interface Reason { readonly code: "a" | "b"; readonly what: string; readonly detail?: string; readonly fix?: string }
class Stop extends Error { declare readonly reason: Reason }
declare const reason: Reason;
declare const stop: Stop;
declare const error: Error;
declare const word: string;
declare const words: readonly string[];
declare const known: Map<string, number>;
`;

/** What the analysis finds in a source, behind declarations of a Reason, a Stop and an Error. */
function found(source: string): readonly string[] {
  const text = `${HEADER}${source}\nexport {};`;
  const host = ts.createCompilerHost({});
  const { getSourceFile } = host;
  host.getSourceFile = (name, options) =>
    name === FILE ? ts.createSourceFile(name, text, options, true) : getSourceFile.call(host, name, options);
  const options = { target: ts.ScriptTarget.ES2022, lib: ["lib.es2022.d.ts"], types: [], strict: true };
  const program = ts.createProgram([FILE], options, host);
  expect(program.getSemanticDiagnostics(program.getSourceFile(FILE)).map((one) => one.messageText)).toEqual(
    [],
  );
  return findReadMessages(program, (file) => file === FILE).map(({ operation }) => operation);
}

test.each([
  ["a test", "/permission/.test(error.message);", ["test"]],
  ["an exec", "/x (y)/.exec(reason.what);", ["exec"]],
  ["a match", "error.message.match(/x/);", ["match"]],
  ["a replacement", 'reason.fix?.replace("a", "b");', ["replace"]],
  ["all replacements", 'error.message.replaceAll("a", "b");', ["replaceAll"]],
  ["a split", 'stop.message.split(". ");', ["split"]],
  ["a search", 'stop.reason.what.includes("x");', ["includes"]],
  ["its beginning", 'reason.detail?.startsWith("x");', ["startsWith"]],
  ["its end", 'reason.what.endsWith(".");', ["endsWith"]],
  ["a cut", "reason.what.slice(1);", ["slice"]],
  ["a place", 'error.message.indexOf("x");', ["indexOf"]],
  ["a character", "reason.what[0];", ["index"]],
  ["a comparison", 'export const is = error.message === "x";', ["comparison"]],
  ["a switch", 'switch (error.message) { case "x": break; }', ["switch"]],
  ["a lookup", "known.get(error.message);", ["get"]],
  ["a list that is looked through", "words.includes(error.message);", ["includes"]],
  ["a table", "const TABLE: Record<string, number> = {}; TABLE[reason.what];", ["lookup"]],
  ["by a constant", "const said = error.message; /x/.test(said);", ["test"]],
  ["by a variable that is set later", 'let said = ""; said = reason.what; said.slice(1);', ["slice"]],
  ["by what is taken apart", "const { what } = reason; what.slice(1);", ["slice"]],
  ["by another name", "const { what: said } = stop.reason; said.slice(1);", ["slice"]],
  ["by a part of a text", `const said = \`error: \${error.message}\`; said.slice(1);`, ["slice"]],
  ["by a sum", '("error: " + error.message).slice(1);', ["slice"]],
  ["by a choice", 'export const said = word === "a" ? word : error.message; said.slice(1);', ["slice"]],
  ["by a default", '(reason.detail ?? "").slice(1);', ["slice"]],
  ["by a method of the text", "error.message.trim().toLowerCase().slice(1);", ["slice"]],
  ["by a parameter", "function f(text: string) { return /x/.test(text); } f(error.message);", ["test"]],
  [
    "by two parameters",
    "function f(text: string) { return text.slice(1); } function g(said: string) { return f(said); } g(error.message);",
    ["slice"],
  ],
  ["by a result", "function f() { return error.message; } f().slice(1);", ["slice"]],
  ["by an arrow's result", "const f = (e: Error) => e.message; f(error).slice(1);", ["slice"]],
  ["by a generator", "function* f() { yield reason.what; } for (const one of f()) one.slice(1);", ["slice"]],
  [
    "by a helper that gives it back",
    "function f(text: string) { return text; } f(error.message).slice(1);",
    ["slice"],
  ],
  ["by a property", "const told = { text: error.message }; told.text.slice(1);", ["slice"]],
  [
    "by a typed property",
    "interface Told { text: string } const told: Told = { text: error.message }; told.text.slice(1);",
    ["slice"],
  ],
  ["by a list", "for (const one of [error.message]) one.slice(1);", ["slice"]],
  ["by each of a list", "const all = [reason.what]; all.map((one) => one.slice(1));", ["slice"]],
  ["of an error as a text", "String(error).slice(1);", ["slice"]],
  ["of an error in a text", `const said = \`\${error}\`; said.slice(1);`, ["slice"]],
  ["of what was caught", "try { known.clear(); } catch (thrown) { /x/.test(String(thrown)); }", ["test"]],
])("%s of a message is found", (_name, source, operations) => {
  expect(found(source)).toEqual(operations);
});

test.each([
  ["a code", 'export const is = reason.code === "a";'],
  ["whether there is one", 'export const is = reason.detail === undefined || reason.what === "";'],
  ["its length", "export const long = error.message.length > 80;"],
  ["making one", `export const said = \`\${reason.what} \${reason.fix ?? ""}\`;`],
  ["any other text", 'word.split(",").map((one) => one.slice(1)); /x/.test(word);'],
  [
    "a member of the same name that is one of a list",
    'declare const r: { what: "a" | "b" }; export const is = r.what === "a";',
  ],
  [
    "a helper that was given a message once",
    "function f(text: string) { return text; } f(error.message); f(word).slice(1);",
  ],
  [
    "another parameter",
    "function f(a: string, b: string) { return a.slice(1) + b; } f(word, error.message);",
  ],
  ["a name of an error", 'export const is = error.name === "AbortError";'],
])("%s is not", (_name, source) => {
  expect(found(source)).toEqual([]);
});
