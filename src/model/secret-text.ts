/** A part of a text, in UTF-16 units. */
export interface SecretSpan {
  readonly offset: number;
  readonly length: number;
  /** Known by its form. Otherwise it only looks like one: long and without a pattern. */
  readonly certain: boolean;
}

/** Of the local sandbox: printed in the docs, they open nothing. */
const PUBLIC = ["sandbox-token", "sandbox-tenant"];

/** Whether a setting of this name holds a secret: `password`, `X-Api-Key`, `clientSecret`; not `tokenUrl`. */
export function isSecretName(name: string): boolean {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z\d]+/);
  const folded = words.join("");
  return SECRET_NAME.test(folded) && !ABOUT_A_SECRET.test(words.filter((word) => word !== "").at(-1) ?? "");
}

/**
 * Secrets written out in a text: passwords in URLs, tokens of known forms, long random strings; under a secret name
 * (`name`, where given) all of it. What `${NAME}` stands for is not written out, the default of `${NAME:-default}` is.
 */
export function secretSpans(text: string, name = ""): readonly SecretSpan[] {
  const literal = blankVariables(text);
  const certain = [
    ...(isSecretName(name) ? wholeValue(literal) : []),
    ...FORMS.flatMap((form) => [...literal.matchAll(form)].map(secretOf)),
  ];
  const likely = [...literal.matchAll(LONG_WORD)].filter(([word]) => looksRandom(word)).map(secretOf);
  return withoutOverlaps([
    ...certain.map((part) => ({ ...part, certain: true })),
    ...likely.map((part) => ({ ...part, certain: false })),
  ]).filter(({ offset, length }) => !PUBLIC.includes(literal.slice(offset, offset + length)));
}

/** The secret is the last part of what its form takes. */
function secretOf(match: RegExpExecArray): { readonly offset: number; readonly length: number } {
  const { length } = match.groups?.["secret"] ?? match[0];
  return { offset: match.index + match[0].length - length, length };
}

/** All but the name of a scheme in front and the space around. */
function wholeValue(literal: string): readonly { readonly offset: number; readonly length: number }[] {
  const offset = /^\s*(?:(?:bearer|basic|token)\s+)?/i.exec(literal)?.[0].length ?? 0;
  const { length } = literal.slice(offset).trimEnd();
  return length === 0 ? [] : [{ offset, length }];
}

/** In the order of the text. Of two that overlap the certain one stays, then the first. */
function withoutOverlaps(spans: readonly SecretSpan[]): readonly SecretSpan[] {
  const kept: SecretSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.offset - b.offset)) {
    const last = kept.at(-1);
    if (last === undefined || span.offset >= last.offset + last.length) kept.push(span);
    else if (span.certain && !last.certain) kept[kept.length - 1] = span;
  }
  return kept;
}

/** The same text with spaces where a variable stands, so that offsets stay. */
function blankVariables(text: string): string {
  return text.replace(VARIABLE, (whole: string, fallback: string | undefined) => {
    if (whole.startsWith("$$")) return whole;
    return fallback === undefined ? " ".repeat(whole.length) : `${fallback} `.padStart(whole.length);
  });
}

/** Mixed letters and digits with nearly the entropy of random characters; or a long hexadecimal number. */
function looksRandom(word: string): boolean {
  if (/^[\da-f]+$/i.test(word)) return /\d/.test(word) && /[a-f]/i.test(word);
  if ((word.match(/\d/g) ?? []).length < 3 || !/[a-z]/.test(word) || !/[A-Z]/.test(word)) return false;
  return entropy(word) >= 4.3;
}

/** Bits a character, by the frequencies in the word itself. */
function entropy(word: string): number {
  const counts = new Map<string, number>();
  for (const character of word) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce(
    (sum, count) => sum - (count / word.length) * Math.log2(count / word.length),
    0,
  );
}

const SECRET_NAME =
  /token|secret|password|passwd|passphrase|^pwd$|apikey|accesskey|privatekey|authkey|authorization|credential|cookie|tenantuuid/;
/** Last words of names that only speak about a secret. */
const ABOUT_A_SECRET =
  /^(?:url|uri|endpoint|param|name|header|field|path|file|type|size|count|expires|hint)$/;
const VARIABLE = /\$\$\{|\$\{[A-Za-z_][A-Za-z0-9_]*(?::-((?:[^}$]|\$(?!\{))*))?\}/g;
const FORMS: readonly RegExp[] = [
  /\b[a-z][a-z\d+.-]{0,20}:\/\/[^\s/@:]{0,200}:(?<secret>[^\s/?#]+)(?=@)/gi,
  /[?&](?:[\w-]{0,40}(?:token|secret|password|passwd|api[-_]?key)|sig|signature)=(?<secret>[^\s&#]+)/gi,
  /(?:^|[\s;])(?:password|passwd|pwd)=(?<secret>'[^']+'|[^\s;']+)/gi,
  /\b(?:bearer|basic)\s+(?<secret>[\w.~+/=-]{8,})/gi,
  /\beyJ[\w-]{8,500}\.[\w-]{8,8000}(?:\.[\w-]*)?/g,
  /\b(?:gh[pousr]_|github_pat_|glpat-|xox[abeprs]-|sk_live_|rk_live_|AKIA|AIza|npm_)[\w-]{12,}/g,
  /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[\s\S]*/g,
];
const LONG_WORD = /[\w+=-]{32,}/g;
