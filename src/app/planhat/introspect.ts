import { join } from "node:path";
import { MAX_FILE_SIZE } from "../../definition/yaml/yaml-document.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { OBJECT_TYPES } from "../../model/generated/objects.ts";
import type { OnProgress } from "../../model/progress.ts";
import type { Project } from "../../model/project.ts";
import { Stop } from "../../model/stop.ts";
import { tenantFieldChanges } from "../../model/tenant-field-changes.ts";
import { FIELDS_FILE, type TenantFields } from "../../model/tenant-fields.ts";
import type { IntrospectView } from "../../report/introspect/introspect-view.ts";
import { jsonText } from "../../report/json-text.ts";
import type { Context } from "../context.ts";
import { requireWritable, writePage } from "../page-file.ts";

/** What is wrong with the file of the tenant's fields. */
export function fieldsFileFaults({ diagnostics }: Project): readonly Diagnostic[] {
  return diagnostics.filter(({ file }) => file === FIELDS_FILE);
}

/** Throws a Stop for a file that cannot be read: nothing can be compared with it. */
export function requireIntactFields(project: Project): void {
  if (fieldsFileFaults(project).length === 0) return;
  throw new Stop(
    "tenant-fields-unknown",
    `${FIELDS_FILE} has faults, so the tenant cannot be compared with it.`,
    {
      fix: "Write it again with `planhat-sync introspect`.",
    },
  );
}

export interface IntrospectOptions {
  /** Writes nothing: only compares. */
  readonly check: boolean;
  readonly onProgress: OnProgress;
  readonly signal: AbortSignal;
}

/** Reads the tenant's custom fields and compares them with the project's file, which is written unless that is all. */
export async function introspect(
  context: Context,
  project: Project,
  { check, onProgress, signal }: IntrospectOptions,
): Promise<IntrospectView> {
  const path = join(context.projectDir, FIELDS_FILE);
  if (!check) await requireWritable(path, "file");
  const view = compare(project, await ask(context, project, { onProgress, signal }), check);
  if (view.outcome === "written") await write(path, view.fields);
  return view;
}

async function ask(
  context: Context,
  project: Project,
  { onProgress, signal }: Pick<IntrospectOptions, "onProgress" | "signal">,
): Promise<TenantFields> {
  const { openReading, readTenantFields } = await import("../runtime.ts");
  const reading = openReading(context, project, { onProgress });
  try {
    const names = OBJECT_TYPES.map(({ name }) => name);
    // Before they are compared with the file and written to it.
    return context.redaction.clean(await readTenantFields(reading.reader, names, signal));
  } finally {
    await reading.close();
  }
}

function compare({ tenantFields }: Project, fields: TenantFields, check: boolean): IntrospectView {
  const common = { file: FIELDS_FILE, fields };
  if (tenantFields === undefined) {
    return { ...common, outcome: check ? "missing" : "written", changes: [] };
  }
  const changes = tenantFieldChanges(tenantFields, fields);
  const other = check ? "moved" : "written";
  return { ...common, outcome: changes.length === 0 ? "unchanged" : other, changes };
}

async function write(path: string, objects: TenantFields): Promise<void> {
  const text = jsonText({ version: 1, objects });
  if (Buffer.byteLength(text) > MAX_FILE_SIZE) {
    throw new Stop(
      "planhat-answer",
      "The tenant's custom fields take more than 1 MiB, which no command would read.",
      {
        fix: "Planhat answered with more fields and list values than planhat-sync takes. Delete those that nobody uses.",
      },
    );
  }
  await writePage(path, text, { mode: 0o644, what: "file" });
}
