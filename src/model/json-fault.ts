/** Where the platform's JSON parser stops, in UTF-16 units: undefined where it does not say so. */
export interface JsonFault {
  readonly offset: number | undefined;
  /** The text ends before its value does. */
  readonly isCut: boolean;
}

/**
 * What JSON.parse threw, as data: a SyntaxError has words only. They are those of the versions of Node in package.json,
 * which a test provokes; where others come, the place is not known.
 */
export function jsonFault(error: unknown): JsonFault {
  const said = error instanceof SyntaxError ? error.message : "";
  const place = / at position (\d+)/.exec(said)?.[1];
  return {
    offset: place === undefined ? undefined : Number(place),
    isCut: /Unexpected end of JSON|Unterminated string/.test(said),
  };
}
