import type { Json, JsonObject } from "../model/json.ts";
import type { World } from "./world.ts";

/**
 * What a written timesheet does to its time entries: they know it and its status, and an approved one when it was.
 * Source: https://www.planhat.com/developers/api/timesheet, time-entry
 */
export function timesheetWritten(world: World, sheet: JsonObject): void {
  const entries = world.collectionOf("TimeEntry");
  const sheets = world.collectionOf("Timesheet");
  if (entries === undefined || sheets === undefined) return;
  const { _id: timesheetId, status = "submitted", timeEntries, dateOfApproval } = sheet;
  if (status === "approved" && dateOfApproval === undefined) {
    sheets.put({ ...sheet, dateOfApproval: new Date(world.now()).toISOString() });
  }
  for (const id of Array.isArray(timeEntries) ? (timeEntries as readonly Json[]) : []) {
    const entry = entries.get(String(id));
    if (entry === undefined || timesheetId === undefined) continue;
    entries.put({ ...entry, timesheetId, timesheetStatus: status });
  }
}
