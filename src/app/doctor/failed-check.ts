import { given } from "../../model/given.ts";
import { Stop } from "../../model/stop.ts";
import type { HealthCheck } from "../../report/doctor/doctor-view.ts";
import { statementOf } from "../../report/text/reason-text.ts";

/** A Stop as the failure of one check: the others go on. Throws anything else on, which is a bug. */
export function failedCheck(name: string, error: unknown): HealthCheck {
  if (!(error instanceof Stop)) throw error;
  const { fix } = error.reason;
  return { name, status: "failed", found: statementOf(error.reason), ...given({ fix }) };
}
