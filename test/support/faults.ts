import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** A row of docs/faults.md. */
export interface Fault {
  readonly id: string;
  readonly what: string;
}

/** A title that names faults: of one test, or of a group whose tests all show them. */
export interface FaultTitle {
  readonly file: string;
  readonly line: number;
  /** As it is written, without the ids in front. */
  readonly title: string;
  readonly faults: readonly string[];
}

const PAGE = "docs/faults.md";
const WITHOUT_TEST = "test/faults-without-test.json";
const ID = "[DSTAPXC]\\d+";
const IDS = new RegExp(`^\\[(${ID}(?:, ${ID})*)\\] `);
/** What looks like such a list and is none would be left out without a word. */
const ALMOST_IDS = new RegExp(`^\\W*${ID}\\b`);

/** The faults of the page, in its order. Starts at the root of the repository, as all of these do. */
export function readFaults(page = readFileSync(PAGE, "utf8")): readonly Fault[] {
  return [...page.matchAll(new RegExp(`^\\| (${ID}) \\| (.+?) \\|`, "gm"))].map(([, id = "", what = ""]) => ({
    id,
    what,
  }));
}

/** Why a fault has no test, by its id. */
export function readReasons(): ReadonlyMap<string, string> {
  return new Map(Object.entries(JSON.parse(readFileSync(WITHOUT_TEST, "utf8")) as Record<string, string>));
}

/** Every title below test/ that begins with ids, and those that only seem to. */
export function readFaultTitles(): {
  readonly titles: readonly FaultTitle[];
  readonly misspelt: readonly FaultTitle[];
} {
  const all = readdirSync("test", { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll("\\", "/"))
    .toSorted()
    .flatMap((file) => titlesIn(file, readFileSync(file, "utf8")));
  return {
    titles: all.filter(({ faults }) => faults.length > 0),
    misspelt: all.filter(({ faults, title }) => faults.length === 0 && ALMOST_IDS.test(title)),
  };
}

/** The ids in front of a title, and of nothing else in it. */
export function faultsOf(title: string): readonly string[] {
  return IDS.exec(title)?.[1]?.split(", ") ?? [];
}

/** The titles of a test file, from its source: nothing is run. */
export function titlesIn(file: string, text: string): readonly FaultTitle[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const titles: FaultTitle[] = [];
  const visit = (node: ts.Node): void => {
    const title = titleNode(node);
    if (title !== undefined) {
      const start = title.getStart(source);
      const written = text.slice(start + 1, title.getEnd() - 1);
      titles.push({
        file,
        line: source.getLineAndCharacterOfPosition(start).line + 1,
        title: written.replace(IDS, ""),
        faults: faultsOf(written),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return titles;
}

/** Of `test("…", …)`, `describe("…", …)` and `test.each(…)("…", …)`. */
function titleNode(node: ts.Node): ts.Node | undefined {
  if (!ts.isCallExpression(node) || node.arguments.length < 2) return undefined;
  const [title] = node.arguments;
  const isTitle = title !== undefined && (ts.isStringLiteralLike(title) || ts.isTemplateExpression(title));
  return isTitle && ["test", "describe"].includes(calledName(node)) ? title : undefined;
}

/** `test.each(table)(…)` → test. */
function calledName(node: ts.Node): string {
  if (ts.isCallExpression(node) || ts.isPropertyAccessExpression(node)) return calledName(node.expression);
  return ts.isIdentifier(node) ? node.text : "";
}
