import type { HealthCheck } from "./doctor-view.ts";
import { jsonText } from "./json-text.ts";

export function doctorJson(checks: readonly HealthCheck[]): string {
  return jsonText({ formatVersion: 1, healthy: !checks.some(({ status }) => status === "failed"), checks });
}
