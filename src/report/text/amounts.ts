/** `3,950`. */
export function amount(count: number): string {
  // By hand: Intl takes 25 ms to load, which every command would pay.
  return String(Math.round(count)).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** `1 row`, `3,950 rows`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${amount(count)} ${count === 1 ? one : many}`;
}

/** A measured time: `0.4 s`, `12.3 s`, `2 min 5 s`, `1 h 3 min`. */
export function duration(seconds: number): string {
  return seconds < 59.95 ? `${(Math.round(seconds * 10) / 10).toFixed(1)} s` : longDuration(seconds);
}

/** An estimate, rounded up: `1 s`, `2 min 5 s`. */
export function roughDuration(seconds: number): string {
  const whole = Math.max(1, Math.ceil(seconds));
  return whole < 60 ? `${whole} s` : longDuration(whole);
}

/** `2026-03-01 09:30:00Z`: the same on every machine, and it sorts. */
export function timestamp(milliseconds: number): string {
  return new Date(milliseconds)
    .toISOString()
    .replace("T", " ")
    .replace(/\.\d+Z$/, "Z");
}

function longDuration(seconds: number): string {
  const whole = Math.round(seconds);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  if (hours > 0) return minutes > 0 ? `${amount(hours)} h ${minutes} min` : `${amount(hours)} h`;
  return whole % 60 > 0 ? `${minutes} min ${whole % 60} s` : `${minutes} min`;
}
