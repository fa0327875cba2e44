/** What a Link header (RFC 8288) says of the next page. */
export type LinkHeader =
  | { readonly kind: "next"; readonly target: string }
  /** There is no next page: no link has that relation, or the one that has it says results="false". */
  | { readonly kind: "none" }
  /** It does not follow the grammar, so a next page may hide in it. */
  | { readonly kind: "unreadable" };

// Sticky, one token at a time: a header made to take long does not.
const TARGET = /[\s,]*<([^<>]*)>\s*/y;
const PARAMETER =
  /;\s*(?:([^\s=;,"'<>]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([^\s",;'<>][^\s",;<>]*)?))?)?\s*/y;
const END = /[\s,]*$/y;
/** Names and addresses are visible ASCII; a typographic quote is not part of one. */
const RELATION = /^[!#-&(-~]+$/;

/** The first link with rel="next" counts. Values stand in double quotes, single ones, or none. */
export function readLink(header: string | undefined): LinkHeader {
  if (header === undefined) return NONE;
  let found: LinkHeader | undefined;
  for (let at = 0; !matches(END, header, at); ) {
    const link = matches(TARGET, header, at);
    if (link === null) return UNREADABLE;
    at = TARGET.lastIndex;
    const parameters = new Map<string, string>();
    for (let parameter = matches(PARAMETER, header, at); parameter !== null; ) {
      at = PARAMETER.lastIndex;
      const [, name = "", quoted, single, plain] = parameter;
      // Later ones of the same name do not count.
      const key = name.toLowerCase();
      if (!parameters.has(key)) parameters.set(key, quoted ?? single ?? plain ?? "");
      parameter = matches(PARAMETER, header, at);
    }
    if (header[at] !== undefined && header[at] !== ",") return UNREADABLE;
    const relations = relationsOf(parameters.get("rel"));
    if (relations === undefined) return UNREADABLE;
    if (found === undefined && relations.includes("next")) {
      const isEmpty = parameters.get("results")?.toLowerCase() === "false";
      found = isEmpty ? NONE : { kind: "next", target: link[1] ?? "" };
    }
  }
  return found ?? NONE;
}

const NONE: LinkHeader = { kind: "none" };
const UNREADABLE: LinkHeader = { kind: "unreadable" };

function matches(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** undefined for what names no relation, which every link must. */
function relationsOf(rel: string | undefined): readonly string[] | undefined {
  const relations = (rel ?? "").toLowerCase().trim().split(/\s+/);
  return relations.every((relation) => RELATION.test(relation)) ? relations : undefined;
}
