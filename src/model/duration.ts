const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `90s`, `5m`, `2h`, `1d` → milliseconds; undefined for anything else. */
export function milliseconds(duration: string): number | undefined {
  const [, amount, unit] = /^(\d{1,9})(ms|s|m|h|d)$/.exec(duration) ?? [];
  const factor = UNITS[unit ?? ""];
  return factor === undefined ? undefined : Number(amount) * factor;
}
