import type { CompiledSync } from "../../model/compiled-sync.ts";
import type { Project } from "../../model/project.ts";
import type { Row } from "../../model/row.ts";
import type { Source } from "../../model/source.ts";
import type { SeenColumns } from "../../model/state-store.ts";
import { Stop } from "../../model/stop.ts";
import { openSource, sourceKind } from "../../sources/index.ts";
import type { Context } from "../context.ts";
import { ColumnKinds } from "./column-kinds.ts";
import { sourceContext } from "./source-context.ts";
import { UnreadColumns } from "./unread-columns.ts";
import { UnseenColumns } from "./unseen-columns.ts";
import { withinTime } from "./within-time.ts";

/** A source that also tells of the read that has just ended what kinds of values untyped fields got. */
export interface SyncSource extends Source {
  kinds(): SeenColumns["kinds"];
}

/** The source of a sync. What it says begins with the definition's file: a run reads several, and a source knows no sync. */
export async function openSyncSource(
  context: Context,
  project: Project,
  sync: CompiledSync,
): Promise<SyncSource> {
  const failed = context.failedSources.get(sync.name);
  if (failed !== undefined) throw inFile(failed, sync.file);
  const surroundings = sourceContext(context, project);
  const warn = (message: string): void => surroundings.warn(`${sync.file}: ${message}`);
  const source = await openSource(sync.source, { ...surroundings, warn });
  const { meaning } = source;
  const { isAllText, hasFixedColumns, usualKind } = sourceKind(sync.source.kind);
  const remark = (message: string): void =>
    context.tell({ kind: "detail", text: `${sync.file}: ${message}` });
  const read = withinTime(source.read, project.settings.limits.readMinutes * 60_000);
  let kinds = new ColumnKinds(sync, usualKind);
  return {
    ...source,
    kinds: () => kinds.kinds,
    read: (options) => {
      let rows = placed(read(options), sync.file, options.signal);
      kinds = new ColumnKinds(sync, usualKind);
      if (!kinds.isEmpty && !isAllText) {
        const own = kinds;
        rows = seen(rows, own, () => own.tell(source.columnsRead?.() ?? []));
      }
      if (context.verbose) {
        const columns = new UnreadColumns(sync);
        rows = seen(rows, columns, () => tellUnread(columns, remark));
      }
      // Other sources tell their columns before; a part of the records may lack what the whole has.
      const isPart = options.after !== undefined || options.limit !== undefined;
      const isWhole = !hasFixedColumns && !isPart;
      const severity = project.lint["column-unknown"] ?? "warning";
      if (!isWhole || severity === "off") return rows;
      const columns = new UnseenColumns(sync);
      return seen(rows, columns, () => tellUnseen(columns, sync.file, severity, warn));
    },
    ...(meaning !== undefined && {
      meaning: () =>
        meaning().catch((error: unknown) => {
          throw inFile(error, sync.file);
        }),
    }),
  };
}

/** The same rows; `columns` sees all of them, and `end` is called behind the last one. */
async function* seen(
  batches: AsyncIterable<readonly Row[]>,
  columns: { see(rows: readonly Row[]): void },
  end: () => void,
): AsyncGenerator<readonly Row[]> {
  for await (const rows of batches) {
    columns.see(rows);
    yield rows;
  }
  end();
}

function tellUnseen(
  columns: UnseenColumns,
  file: string,
  severity: "warning" | "error",
  warn: (message: string) => void,
): void {
  const remarks = [...columns.remarks()];
  const [first] = remarks;
  if (severity === "error" && first !== undefined) {
    const messages = remarks.map(({ message }) => `${message}.`).join(" ");
    throw new Stop("column-missing", `${file}: ${messages}`, { fix: first.hint });
  }
  for (const { message, hint } of remarks) warn(`${message}: ${hint}`);
}

function tellUnread({ remark }: UnreadColumns, tell: (message: string) => void): void {
  if (remark !== undefined) tell(remark);
}

async function* placed<T>(batches: AsyncIterable<T>, file: string, signal: AbortSignal): AsyncGenerator<T> {
  try {
    yield* batches;
  } catch (error) {
    // Whoever ended the run says why: that is not the source's.
    throw error === signal.reason ? error : inFile(error, file);
  }
}

function inFile(error: unknown, file: string): unknown {
  if (!(error instanceof Stop) || (error.kind !== "environment" && error.kind !== "definition")) return error;
  return new Stop(error.reason.code, `${file}: ${error.reason.what}`, {
    ...error.reason,
    cause: error.cause,
  });
}
