/**
 * Whether a text stands for "no value", as programs write it where they had none: null of JavaScript, Python, Go and
 * SQL, an error of a spreadsheet, an object that was turned into text, an id of zeros, or nothing but punctuation.
 * Sources: what pandas.read_csv takes for missing values by default, without NA, which is the code of a country; the
 * error values of Excel and Google Sheets; RFC 9562, 5.9 (the nil UUID).
 */
export function isPlaceholder(text: string): boolean {
  if (text.length > LONGEST) return false;
  const bare = text.trim().toLowerCase();
  return WORDS.has(bare) || FORMS.some((form) => form.test(bare));
}

/** The longest one is the nil UUID in braces. */
const LONGEST = 60;

const WORDS: ReadonlySet<string> = new Set([
  ...[
    "null",
    "(null)",
    "<null>",
    "[null]",
    "{null}",
    "\\n",
    "nil",
    "<nil>",
    "none",
    "undefined",
    "(undefined)",
  ],
  ...[
    "nan",
    "-nan",
    "<na>",
    "n/a",
    "<n/a>",
    "(n/a)",
    "#na",
    "nat",
    "1.#qnan",
    "-1.#qnan",
    "1.#ind",
    "-1.#ind",
  ],
  ...["(blank)", "(empty)", "<empty>", "<blank>", "(none)", "<none>", "dbnull", "system.dbnull"],
]);

const FORMS: readonly RegExp[] = [
  // What a spreadsheet shows where a formula failed; #GETTING_DATA where it has not ended.
  /^#(?:n\/a(?: n\/a)?|ref!|value!|name\?|div\/0!|num!|null!|spill!|calc!|error!|field!|blocked!|connect!|busy!|unknown!|getting_data)$/,
  /^\[object [a-z]+\]$/,
  /^\{?0{8}-(?:0{4}-){3}0{12}\}?$/,
  /^0{24}$/,
  /^[\p{P}\s]+$/u,
];
