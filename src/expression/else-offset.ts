/**
 * Where the else of a conditional begins, `from` being behind its `?`; undefined where it has none. JSONata's tree
 * tells only where the `?` stands.
 */
export function elseOffset(text: string, from: number): number | undefined {
  let open = 0;
  let depth = 0;
  let before = "?";
  TOKEN.lastIndex = from;
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    const [token] = match;
    if (/^\s|^\/\*/.test(token)) continue;
    if (token === "/" && !OPERAND_END.test(before)) skipRegex(text);
    if ("([{".includes(token)) depth += 1;
    if (")]}".includes(token)) depth -= 1;
    if (depth < 0) return undefined;
    if (depth === 0 && token === "?") open += 1;
    if (depth === 0 && token === ":" && open-- === 0) return startBehind(text, TOKEN.lastIndex);
    before = token;
  }
  return undefined;
}

/** The first character behind `at` that is no white space. */
export function startBehind(text: string, at: number): number {
  return at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0);
}

/** The tokens that matter here are told apart; of anything else one character is a token. */
const TOKEN =
  /\s+|\/\*[\s\S]*?\*\/|"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|`[^`]*`|\?:|\?\?|:=|[\w$]+|[\s\S]/gy;
/** Behind these a slash divides; behind anything else it begins a regular expression. */
const OPERAND_END = /[\w$)\]}"'`]$/;

function skipRegex(text: string): void {
  const regex = /(?:\\.|[^/\\])*\/[a-z]*/y;
  regex.lastIndex = TOKEN.lastIndex;
  const match = regex.exec(text);
  if (match !== null) TOKEN.lastIndex = regex.lastIndex;
}
