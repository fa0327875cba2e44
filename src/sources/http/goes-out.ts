/** Whether a variable goes into a request: anything of it but the host that it goes to. `path`: below `http`. */
export function goesOut([setting]: readonly (string | number)[], before: string): boolean {
  if (setting === "url") return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]+[/?#]/i.test(before);
  return REQUEST.has(String(setting));
}

const REQUEST: ReadonlySet<string> = new Set(["query", "headers", "body"]);
