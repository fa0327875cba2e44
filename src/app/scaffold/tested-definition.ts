import { appendTest } from "../../definition/append-test.ts";
import { compileProject, PROJECT_FILE } from "../../definition/compile-project.ts";
import { TEST_NOW } from "../../engine/run-test.ts";
import { compileExpression } from "../../expression/compile-expression.ts";
import { OBJECT_TYPES } from "../../model/generated/objects.ts";
import type { JsonObject } from "../../model/json.ts";
import type { Row } from "../../model/row.ts";
import { SOURCE_KINDS } from "../../sources/index.ts";
import { projectLinter } from "../rules.ts";
import { writtenTest } from "../trying/record-test.ts";

export interface DefinitionFile {
  /** Relative to the project folder. */
  readonly file: string;
  readonly text: string;
  /** Rows that became tests: what goes into git. */
  readonly tested: readonly JsonObject[];
}

export interface TestedOptions {
  /** The text of `planhat-sync.yaml`, where the definition refers to it. */
  readonly settings?: string;
  /** Name of the test of a row. */
  readonly nameOf?: (row: Row) => string;
}

/** Tests of a new definition; more would be noise. */
const TESTS = 2;
/** A row as JSON that is longer makes no test that anybody would read. */
const LONGEST_ROW = 2000;

/**
 * A definition with tests of its first rows, which pass: the records that it makes of them, or where it makes none, a
 * rejection. Throws for a definition that has errors: whoever wrote it has a bug.
 */
export async function testedDefinition(
  file: string,
  definition: string,
  rows: readonly Row[],
  { settings, nameOf = ({ position }) => `row ${position.row}` }: TestedOptions = {},
): Promise<DefinitionFile> {
  const project = compileProject({
    dir: "/",
    files: new Map([
      [file, definition],
      ...(settings === undefined ? [] : [[PROJECT_FILE, settings] as const]),
    ]),
    env: {},
    objectTypes: OBJECT_TYPES,
    sourceKinds: SOURCE_KINDS,
    compileExpression,
    linter: projectLinter(),
  });
  const [sync] = project.syncs;
  if (sync === undefined) {
    const [first] = project.diagnostics.filter(({ severity }) => severity === "error");
    throw new Error(`The definition that init wrote has an error: ${first?.rule}: ${first?.reason.what}`);
  }
  const short = rows.filter(({ data }) => JSON.stringify(data).length <= LONGEST_ROW);
  const results = await sync.transform(short, TEST_NOW);
  const pairs = short.flatMap((row, index) => {
    const result = results[index];
    return result === undefined ? [] : [{ row, result }];
  });
  const records = pairs.filter(({ result }) => result.kind === "record").slice(0, TESTS);
  let text = definition;
  const tested: JsonObject[] = [];
  for (const { row, result } of records.length > 0 ? records : pairs.slice(0, 1)) {
    const test = writtenTest(sync, nameOf(row), row.data, result);
    const longer = appendTest(text, test);
    if (longer === undefined) continue;
    text = longer;
    tested.push(test.row);
  }
  return { file, text, tested };
}
