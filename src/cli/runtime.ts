/**
 * What needs the network, the state or a source, in one piece that is loaded when a command gets there:
 * `validate`, `test` and `explain` start without the HTTP client, the database and the parsers.
 */
export { readTenantFields } from "../planhat/read-tenant-fields.ts";
export { openPlanFile } from "../state/plan-file/open-plan-file.ts";
export { applyRun } from "./apply-run.ts";
export { connect } from "./connection.ts";
export { allChecks } from "./doctor/all-checks.ts";
export { openReading } from "./open-reading.ts";
export { planRun } from "./plan-run.ts";
export { savePlan } from "./save-plan.ts";
export { savedPlanRun } from "./saved-plan-run.ts";
export { holderText, holdLease, newRunId, openState, savedPlanRunId } from "./session.ts";
export { statePlace } from "./state-location.ts";
