import { failure } from "../../runtime/failure.ts";
import { checkFinite } from "../formats.ts";
import { jsonataBuiltin } from "../jsonata-builtins.ts";
import { parseDatePicture } from "./date-picture.ts";
import { zoneOffset } from "./zone-offset.ts";

/** Milliseconds to both sides of the epoch that a date can have. */
const LAST_MILLISECOND = 8.64e15;
const MINUTE = 60_000;

/** What JSONata writes where no picture is given. */
const ISO = "[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001][Z01:01t]";

/** `$fromMillis`: as JSONata writes it, but an offset that it would misread and a time that is none are errors. */
export function writeDate(
  millis: number | undefined,
  picture: string | undefined,
  zone: string | undefined,
): unknown {
  if (millis === undefined) return undefined;
  checkFinite(millis);
  const parts = parseDatePicture(picture ?? ISO);
  const offset = zone === undefined ? 0 : offsetFor(zone);
  const local = millis + offset * MINUTE;
  if (Math.abs(local) > LAST_MILLISECOND) throw failure("beyond-dates", { value: millis });
  if (offset === 0) return theirs(millis, picture, undefined);
  // JSONata shifts the time wrong by halves of hours west of Greenwich, and writes their sign twice.
  const shifted = parts.map((part) =>
    part.kind === "marker" && /[Zz]/.test(part.component)
      ? literal(zoneText(part.source, offset))
      : part.source,
  );
  return theirs(local, shifted.join(""), undefined);
}

function zoneText(marker: string, offset: number): string {
  const east = Math.abs(offset);
  const zone = String(Math.trunc(east / 60) * 100 + (east % 60));
  const text = String(theirs(0, marker, zone));
  return offset < 0 ? text.replace("+", "-") : text;
}

function literal(text: string): string {
  return text.replaceAll("[", "[[").replaceAll("]", "]]");
}

function offsetFor(zone: string): number {
  const offset = zoneOffset(zone);
  if (offset === undefined) throw failure("zone-offset", { value: zone });
  return offset;
}

function theirs(millis: number, picture: string | undefined, zone: string | undefined): unknown {
  return jsonataBuiltin("fromMillis")?.implementation.apply(undefined, [millis, picture, zone]);
}
