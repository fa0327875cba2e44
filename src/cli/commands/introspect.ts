import { join } from "node:path";
import { Command } from "commander";
import { type Context, load, progressFor } from "../../app/context.ts";
import { interruptible } from "../../app/run/interruption.ts";
import { requireWritable, writePage } from "../../app/run/page-file.ts";
import { FIELDS_FILE } from "../../definition/files/fields-file.ts";
import { MAX_FILE_SIZE } from "../../definition/yaml/yaml-document.ts";
import { OBJECT_TYPES } from "../../model/generated/objects.ts";
import type { Project } from "../../model/project.ts";
import { Stop } from "../../model/stop.ts";
import { tenantFieldChanges } from "../../model/tenant-field-changes.ts";
import type { TenantFields } from "../../model/tenant-fields.ts";
import { diagnosticsText } from "../../report/diagnostics/diagnostics-text.ts";
import { introspectJson } from "../../report/introspect/introspect-json.ts";
import { introspectText } from "../../report/introspect/introspect-text.ts";
import type { IntrospectView } from "../../report/introspect/introspect-view.ts";
import { jsonText } from "../../report/json-text.ts";
import type { RegisterCommand, Run } from "../command.ts";
import { EXIT } from "../exit-code.ts";

export const introspectCommand: RegisterCommand = (wire) =>
  new Command("introspect")
    .description(`read the tenant's custom fields into ${FIELDS_FILE}, for validate and for editors`)
    .option("--check", "write nothing; exit with 2 when the tenant has moved away from the file")
    .addHelpText(
      "after",
      `\nCommit ${FIELDS_FILE}. It holds names, types, list values and formulas of custom fields, no records.\n\nExamples:\n  $ planhat-sync introspect\n  $ planhat-sync introspect --check`,
    )
    .action(wire(introspect));

const introspect: Run = async (context, _args, options) => {
  const check = options["check"] === true;
  const project = await load(context);
  const path = join(context.projectDir, FIELDS_FILE);
  if (check) requireIntact(context, project);
  else await requireWritable(path, "file");
  return interruptible(context, async ({ signal }) => {
    const fields = await ask(context, project, signal);
    return report(context, compare(project, fields, check), path);
  });
};

async function report(context: Context, view: IntrospectView, path: string): Promise<number> {
  const { output } = context;
  if (view.outcome === "written") await write(path, view.fields);
  const text = { colour: output.colour, width: output.width };
  const json = context.options.format === "json";
  output.show(view, (clean) => (json ? introspectJson(clean) : introspectText(clean, text)));
  return view.outcome === "moved" || view.outcome === "missing" ? EXIT.changes : EXIT.done;
}

/** A file that cannot be read is written anew; but nothing can be compared with it. */
function requireIntact({ output }: Context, { diagnostics, texts, syncs }: Project): void {
  const faults = diagnostics.filter(({ file }) => file === FIELDS_FILE);
  if (faults.length === 0) return;
  output.remark(
    diagnosticsText(faults, { texts, colour: output.errColour, syncs: syncs.length, files: texts.size }),
  );
  throw new Stop(
    "tenant-fields-unknown",
    `${FIELDS_FILE} has faults, so the tenant cannot be compared with it.`,
    {
      fix: "Write it again with `planhat-sync introspect`.",
    },
  );
}

async function ask(context: Context, project: Project, signal: AbortSignal): Promise<TenantFields> {
  const { openReading, readTenantFields } = await import("../../app/runtime.ts");
  const progress = progressFor(context);
  const reading = openReading(context, project, { onProgress: progress.on });
  try {
    const names = OBJECT_TYPES.map(({ name }) => name);
    // Before they are compared with the file and written to it.
    return context.output.clean(await readTenantFields(reading.reader, names, signal));
  } finally {
    progress.stop();
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
