import { OBJECT_TYPES } from "../../model/generated/objects.ts";
import type { JsonObject } from "../../model/json.ts";
import type { ObjectType } from "../../model/object-type.ts";
import type { SourceScaffold } from "../../model/source-kind.ts";
import { definitionText } from "./definition-text.ts";
import { type SampleSync, sampleSync } from "./sample-sync.ts";
import { settingsText } from "./scaffold.ts";
import type { Target } from "./target.ts";
import { testedDefinition } from "./tested-definition.ts";

/**
 * A made-up sync of an object type that runs as it stands, by path. In a sandbox, which is empty, the companies that its
 * records belong to come along.
 */
export async function sampleFiles(
  objectType: ObjectType,
  source: SourceScaffold,
  target: Target,
): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const companies = OBJECT_TYPES.find(({ name }) => name === "Company");
  const needsCompanies =
    objectType.name !== "Company" &&
    objectType.required.some((group) => group.some((field) => objectType.fields[field]?.ref === "Company"));
  const types =
    target === "sandbox" && needsCompanies && companies !== undefined
      ? [companies, objectType]
      : [objectType];
  const samples = types.map(sampleSync);
  const files = new Map<string, string | Uint8Array>();
  for (const sample of samples) {
    const { lines, files: more } = await source.sample(sample);
    const text = definitionText({ ...sample.draft, source: lines });
    const { row, name } = sampleTest(sample);
    const data = [{ position: { row: 1 }, data: row }];
    const { file, text: tested } = await testedDefinition(`syncs/${sample.name}.yaml`, text, data, {
      settings: settingsText(source),
      nameOf: () => name,
    });
    files.set(file, tested);
    for (const [path, content] of more) files.set(path, content);
  }
  return new Map([...files, ...(source.shared?.(samples) ?? [])]);
}

/** The first row, with blanks around the name, which the definition takes off. */
function sampleTest({ columns, rows: [first = []] }: SampleSync): {
  readonly row: JsonObject;
  readonly name: string;
} {
  const cells = columns.map((column, index) => [column, first[index] ?? ""] as const);
  const row = Object.fromEntries(
    cells.map(([column, cell]) => [column, column === "name" ? ` ${cell} ` : cell]),
  );
  return { row, name: columns.includes("name") ? "trims the name" : "takes a whole row" };
}
