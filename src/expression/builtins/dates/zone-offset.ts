/** No clock of the world is further ahead than +14:00. */
const MOST_HOURS = 14;

/**
 * Minutes east of Greenwich that `±HHMM` names (`HHMM` is `+HHMM`); undefined for anything else, such as the name of a zone. JSONata reads
 * only the digits at the start: `+05:00` as five minutes, `Europe/Oslo` as no number at all.
 */
export function zoneOffset(zone: string): number | undefined {
  const [, sign, hours, minutes] = /^([+-]?)(\d\d)(\d\d)$/.exec(zone) ?? [];
  return sign === undefined ? undefined : offsetOf(sign, Number(hours), Number(minutes));
}

/** Minutes east of Greenwich; undefined for what no zone has. */
export function offsetOf(sign: string, hours: number, minutes: number): number | undefined {
  if (!(hours <= MOST_HOURS && minutes <= 59)) return undefined;
  const offset = hours * 60 + minutes;
  return sign === "-" ? 0 - offset : offset;
}
