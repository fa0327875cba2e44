/** Why a text is no token, to follow its name: `The API token begins with "Bearer "`. Holds nothing of the text. */
export interface TokenFault {
  readonly what: string;
  /** A sentence. */
  readonly fix: string;
}

/**
 * What went wrong on the way from where a token was copied to where it is read. undefined for a text that can be one: what
 * it opens only the other side knows. Sent all the same, it would look like a fault of the network, or a refusal.
 */
export function tokenFault(token: string): TokenFault | undefined {
  const [first = ""] = token;
  if (/[\r\n]/.test(token)) {
    return {
      what: "has a line end in it",
      fix: "Remove it: a secret that was read from a file often ends with one.",
    };
  }
  if (/^["'`\u2018-\u201f]|["'`\u2018-\u201f]$/.test(token)) {
    return {
      what: "is in quotes, which belong to a file or a shell",
      fix: "Remove the quotes, or close the one that is open.",
    };
  }
  const scheme = /^(bearer|basic|token)\s/i.exec(token)?.[1];
  if (scheme !== undefined) {
    return { what: `begins with "${scheme} ", which is added when it is sent`, fix: "Give the token alone." };
  }
  if (first === "$")
    return { what: "is the name of a variable, and not its value", fix: "Set it to the value." };
  if (/^<.*>$/.test(token))
    return { what: "is a placeholder in angle brackets", fix: "Put the token in its place." };
  if (/\s/.test(token))
    return { what: "has a blank in it", fix: "Remove it, or copy the whole token again." };
  if (!/^[\x21-\x7e]*$/.test(token)) {
    return {
      what: "has a character that no token has, perhaps an invisible one",
      fix: "Copy the token again from where it was shown.",
    };
  }
  return undefined;
}
