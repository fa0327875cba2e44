import { placedFile } from "../../definition/yaml/source-tree.ts";
import { readYaml } from "../../definition/yaml/yaml-document.ts";
import type { CompiledSync } from "../../model/compiled-sync.ts";
import { isJsonObject } from "../../model/json.ts";
import type { Project } from "../../model/project.ts";

export interface ExpressionPlace {
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

/** Where the fields of a sync stand in its file, and the parts of their expressions, through quotes and block style. */
export function expressionPlaces(
  project: Project,
  sync: CompiledSync,
): (field: string, offset?: number) => ExpressionPlace {
  const { tree, value } = readYaml(sync.file, project.texts.get(sync.file) ?? "");
  const placed = placedFile(tree);
  const fields = isJsonObject(value) && isJsonObject(value["fields"]) ? value["fields"] : {};
  return (field, offset) => {
    const path = ["fields", field, ...(typeof fields[field] === "string" ? [] : ["expr"])];
    const at = offset === undefined ? ({ part: "key" } as const) : { span: { offset, length: 1 } };
    const { line, column } = placed.place(offset === undefined ? ["fields", field] : path, at);
    return { line, column };
  };
}
