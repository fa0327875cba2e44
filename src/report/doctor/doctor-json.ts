import { jsonText } from "../json-text.ts";
import type { HealthCheck } from "./doctor-view.ts";

export function doctorJson(checks: readonly HealthCheck[]): string {
  return jsonText({ formatVersion: 1, healthy: !checks.some(({ status }) => status === "failed"), checks });
}
