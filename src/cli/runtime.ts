/**
 * What needs the network, the state or a source, in one piece that is loaded when a command gets there:
 * `validate`, `test` and `explain` start without the HTTP client, the database and the parsers.
 */
export { openPlanFile } from "../state/plan-file/open-plan-file.ts";
export { applyRun } from "./apply-run.ts";
export { connect, statePath } from "./connection.ts";
export { planRun } from "./plan-run.ts";
export { savePlan } from "./save-plan.ts";
export { savedPlanRun, stale } from "./saved-plan-run.ts";
export { holdLease, newRunId, openState, savedPlanRunId } from "./session.ts";
