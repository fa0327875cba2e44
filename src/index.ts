/**
 * For embedding: load a project, compile it, plan and apply with ports of your own. The command `planhat-sync` is made
 * of the same parts; src/cli/ shows how they are wired.
 */
export { type CompileOptions, compileProject } from "./definition/compile-project.ts";
export { type LoadOptions, loadProject } from "./definition/load-project.ts";
export { type ApplyPorts, apply, type ChangeGroup } from "./engine/apply.ts";
export { type Plan, type PlanPorts, plan } from "./engine/plan.ts";
export { runOrder } from "./engine/run-order.ts";
export type { ChangeSource } from "./engine/write-group.ts";
export { compileExpression } from "./expression/compile-expression.ts";
export type { Change, FieldChange, PlanItem, PlanSummary } from "./model/change.ts";
export type { CompiledSync } from "./model/compiled-sync.ts";
export type { Diagnostic } from "./model/diagnostic.ts";
export { OBJECT_TYPES } from "./model/generated/objects.ts";
export type { Lookup } from "./model/lookup.ts";
export type { Batch, BatchResult, Outcome, Writer } from "./model/outcome.ts";
export type { Project } from "./model/project.ts";
export type { Rejection, TargetRecord } from "./model/record.ts";
export type { Row, RowPosition } from "./model/row.ts";
export type { Source, SourceContext } from "./model/source.ts";
export type { StateStore } from "./model/state-store.ts";
export { Stop } from "./model/stop.ts";
export { openSource } from "./sources/index.ts";
export { openMemoryState } from "./state/memory.ts";
export { openPostgresState } from "./state/postgres/postgres.ts";
export { openSpool } from "./state/spool.ts";
export { openSqliteState } from "./state/sqlite.ts";
