/**
 * What needs the network, the state or a source, in one piece that is loaded when a command gets there:
 * `validate`, `test` and `explain` start without the HTTP client, the database and the parsers.
 */
export { readTenantFields } from "../planhat/read/read-tenant-fields.ts";
export { openPlanFile } from "../state/plan-file/open-plan-file.ts";
export { allChecks } from "./doctor/all-checks.ts";
export { connect } from "./planhat/connection.ts";
export { openReading } from "./planhat/open-reading.ts";
export { applyRun } from "./run/apply-run.ts";
export { planKeyOf } from "./run/plan-key-of.ts";
export { planRun, temporaryDir } from "./run/plan-run.ts";
export { savePlan } from "./run/save-plan.ts";
export { savedPlanRun } from "./run/saved-plan-run.ts";
export { holdLease, newRunId, openState, savedPlanRunId } from "./state/session.ts";
export { statePlace } from "./state/state-location.ts";
