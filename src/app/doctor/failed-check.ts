import { Stop } from "../../model/stop.ts";
import type { HealthCheck } from "../../report/doctor/doctor-view.ts";

/** A Stop as the failure of one check: the others go on. Throws anything else on, which is a bug. */
export function failedCheck(name: string, error: unknown): HealthCheck {
  if (!(error instanceof Stop)) throw error;
  const { message, hint } = error;
  return { name, status: "failed", found: message, ...(hint === undefined ? {} : { fix: hint }) };
}
