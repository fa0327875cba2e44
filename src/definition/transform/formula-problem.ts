import { ofText, way, words } from "../../model/advice/advice.ts";
import type { Problem } from "../../model/fit/json-problem.ts";

/**
 * Why a text that identifies a record is the formula of a spreadsheet, to follow the field's name; undefined where it is
 * none. Exports write `="0012"` so that a spreadsheet keeps the zeros: kept as it is, it names another record than 0012.
 */
export function formulaProblem(text: string): Problem | undefined {
  if (QUOTED.test(text)) return TEXT;
  return FORMULA.test(text) ? COMPUTED : undefined;
}

const QUOTED = /^\s*="[^"]*"\s*$/;
/** A quoted text, a function, a cell. An id may begin with an equals sign, as Base64 that was turned round does. */
const FORMULA = /^\s*=\s*(?:"|[+-]?\$?[A-Za-z]{1,3}\$?[0-9]+\s*[-+*/&^%,:)]|[A-Za-z][A-Za-z0-9.]*\s*\()/;

const TEXT: Problem = {
  code: "value-formula",
  what: () => "identifies a record, and the text is a spreadsheet formula",
  advice: way("Take the text out of it.", (x, rows) =>
    ofText(x, String.raw`$replace(${x}, /^\s*="([^"]*)"\s*$/, "$1")`, rows),
  ),
};

const COMPUTED: Problem = {
  code: "value-formula",
  what: () => "identifies a record, and the text is a spreadsheet formula",
  advice: words("Export the values instead of the formulas."),
};
