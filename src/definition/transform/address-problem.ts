import { ofText, type Way, way, words } from "../../model/advice/advice.ts";
import type { Problem } from "../../model/fit/json-problem.ts";

/**
 * Why a text is no e-mail address, to follow the field's name; undefined where it is one. It takes what a mail server
 * may take: letters of any script, quoted local parts, addresses in brackets, hosts without a dot. What it refuses would
 * be another contact in Planhat, or one that nobody can write to. A blank text is left to whoever needs a value.
 */
export function addressProblem(text: string): Problem | undefined {
  if (ADDRESS.test(text) || /^[\s\p{C}]*$/u.test(text)) return undefined;
  const trimmed = text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");
  if (ADDRESS.test(trimmed)) return BLANK_AT_AN_END;
  if (ADDRESS.test(text.replace(UNSEEN, ""))) return UNSEEN_CHARACTER;
  if (/^\s*mailto:/i.test(text)) return LINK;
  if (SEVERAL.test(text)) return TWO;
  const [first] = FIRST.exec(text) ?? [];
  return first !== undefined && ADDRESS.test(first) && first !== trimmed ? MORE : NONE;
}

const LABEL = String.raw`[\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}_-]*[\p{L}\p{N}\p{M}_])?`;
const DOMAIN = String.raw`(?:${LABEL}(?:\.${LABEL})*|\[[0-9A-Fa-f:.]+\])`;
// RFC 5322's atoms and RFC 6531's characters; dots as they come, since providers have given out a..b@ and a.@.
const ATOMS = String.raw`[\p{L}\p{N}\p{M}\p{S}!#$%&'*+./=?^_{|}~\x60-]+`;
const QUOTED = String.raw`"(?:[^"\\\p{C}]|\\[\x20-\x7e])+"`;
const ADDRESS = new RegExp(`^(?:${ATOMS}|${QUOTED})@${DOMAIN}$`, "u");

/** A second @ behind something that separates. */
const SEVERAL = /@[^@]*[\s,;|/][^@]*@/;

// The regular expressions of the hints, so that each is tried on the value before it is recommended.
const ZERO_WIDTH = String.raw`\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff`;
const UNSEEN = new RegExp(`^[\\s${ZERO_WIDTH}]+|[\\s${ZERO_WIDTH}]+$|[${ZERO_WIDTH}]`, "g");
const FIRST = /[^\s,;<>()"@]+@[^\s,;|/<>()"@]+/;

const BLANK_AT_AN_END: Problem = {
  code: "value-address",
  what: () => "takes an e-mail address, and the text begins or ends with a blank",
  advice: way("Remove the blanks.", (x, rows) => ofText(x, `$trim(${x})`, rows)),
};
const UNSEEN_CHARACTER: Problem = {
  code: "value-address",
  what: () => "takes an e-mail address, and the text contains an invisible character",
  advice: way("Remove it.", (x, rows) => ofText(x, `$replace(${x}, /${UNSEEN.source}/, "")`, rows)),
};
const LINK: Problem = {
  code: "value-address",
  what: () => "takes an e-mail address, and the text is a mailto: link",
  advice: way("Take the address out of it.", (x, rows) =>
    ofText(x, String.raw`$replace(${x}, /^\s*mailto:|\?.*$/i, "")`, rows),
  ),
};
const takeFirst: Way["write"] = (x, rows) => ofText(x, `$match(${x}, /${FIRST.source}/)[0].match`, rows);
const TWO: Problem = {
  code: "value-address",
  what: () => "takes one e-mail address, and the text contains several",
  advice: way("Decide which one is right. This takes the first.", takeFirst),
};
const MORE: Problem = {
  code: "value-address",
  what: () => "takes an e-mail address, and the text contains more than that",
  advice: way("Take the address out of it.", takeFirst),
};
const NONE: Problem = {
  code: "value-address",
  what: () => "takes an e-mail address, and the text is not one",
  advice: words("Correct it in the source, or leave it out there."),
};
