export interface Token {
  readonly token: string;
  /** UTF-16 units from the start of the text to the place behind the token. */
  readonly end: number;
}

/**
 * The tokens of an expression from a place on, without white space and comments: names, texts, regular expressions and
 * the operators of several characters whole, of anything else one character. Reads broken texts too.
 */
export function* expressionTokens(text: string, from = 0): Iterable<Token> {
  const pattern = new RegExp(TOKEN);
  pattern.lastIndex = from;
  let before = "?";
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    let [token] = match;
    if (/^\s|^\/\*/.test(token)) continue;
    if (token === "/" && !OPERAND_END.test(before)) {
      REGEX_REST.lastIndex = pattern.lastIndex;
      const rest = REGEX_REST.exec(text);
      if (rest !== null) {
        token += rest[0];
        pattern.lastIndex = REGEX_REST.lastIndex;
      }
    }
    yield { token, end: pattern.lastIndex };
    before = token;
  }
}

const TOKEN =
  /\s+|\/\*[\s\S]*?\*\/|"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|`[^`]*`|\?:|\?\?|:=|\.\.|[\w$]+|[\s\S]/gy;
/** Behind these a slash divides; behind anything else it begins a regular expression. */
const OPERAND_END = /[\w$)\]}"'`]$/;
const REGEX_REST = /(?:\\.|[^/\\])*\/[a-z]*/y;
