import type { PlacedSource } from "../../model/placed.ts";

/** The connection that a source names, or the address that stands in its place. */
export function connectionOf(source: PlacedSource | undefined): string | undefined {
  const setting = source?.kind.connectionSetting;
  const value = setting === undefined ? undefined : source?.settings[setting];
  return typeof value === "string" ? value : undefined;
}
