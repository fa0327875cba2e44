/** A part of a text, in UTF-16 units. */
export interface SecretSpan {
  readonly offset: number;
  readonly length: number;
  /** Known by its form. Otherwise it only looks like one: long and without a pattern. */
  readonly certain: boolean;
}

interface Part {
  readonly offset: number;
  readonly length: number;
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
  // Whoever knows the address of a webhook may post to it.
  if (/webhook(?:url|uri)?$/.test(folded)) return true;
  return SECRET_NAME.test(folded) && !ABOUT_A_SECRET.test(words.filter((word) => word !== "").at(-1) ?? "");
}

/** Whether an environment variable of this name holds a secret: `CRM_KEY` does, where a setting `key` does not. */
export function isSecretVariable(name: string): boolean {
  const words = name
    .toLowerCase()
    .split("_")
    .filter((word) => word !== "");
  const [before, last] = [words.at(-2) ?? "", words.at(-1) ?? ""];
  if (last === "key" && words.length > 1)
    return !/^(?:primary|foreign|sort|partition|public|record)$/.test(before);
  return isSecretName(name) || SECRET_LAST_WORD.test(last);
}

/**
 * Whether a word looks like something that a machine made up to keep others out: letters and digits without a pattern. A
 * name, a date, a version, a host or a number is none.
 */
export function looksLikeCredential(word: string): boolean {
  if (word.length < 12 || /\s/.test(word) || !/\d/.test(word) || !/[a-z]/i.test(word)) return false;
  if (/^\d{4}-\d\d/.test(word) || /:\/\//.test(word) || PUBLIC.includes(word)) return false;
  if (/^[\w-]+(?:\.[\w-]+)+$/.test(word) && !word.startsWith("eyJ")) return false;
  const changes = word.match(/(?<=[a-z])\d|(?<=\d)[a-z]/gi)?.length ?? 0;
  return changes >= 3 || (changes >= 1 && /[a-z]/.test(word) && /[A-Z]/.test(word));
}

/**
 * Secrets written out in a text: passwords in URLs, tokens of known forms, long random strings; under a secret name
 * (`name`, where given) all of it. What `${NAME}` stands for is not written out, the default of `${NAME:-default}` is.
 */
export function secretSpans(text: string, name = ""): readonly SecretSpan[] {
  const literal = blankVariables(text);
  const certain = [
    ...(isSecretName(name) ? wholeValue(text) : []),
    ...FORMS.flatMap((form) => [...literal.matchAll(form)].map(secretOf)),
  ];
  const likely = [...literal.matchAll(LONG_WORD)].filter(([word]) => looksRandom(word)).map(secretOf);
  return withoutOverlaps([
    ...certain.map((part) => ({ ...part, certain: true })),
    ...likely.map((part) => ({ ...part, certain: false })),
  ]).filter(({ offset, length }) => !PUBLIC.includes(literal.slice(offset, offset + length)));
}

/** The secret is the last part of what its form takes. */
function secretOf(match: RegExpExecArray): Part {
  const { length } = match.groups?.["secret"] ?? match[0];
  return { offset: match.index + match[0].length - length, length };
}

/**
 * All but the name of a scheme in front and the space around. Beside a variable, which holds the secret, its default and
 * what is more than a frame around it.
 */
function wholeValue(text: string): readonly Part[] {
  const variables = [...text.matchAll(VARIABLE)].filter(([whole]) => !whole.startsWith("$$"));
  if (variables.length > 0) return [...besideVariables(text, variables)];
  const offset = /^\s*(?:(?:bearer|basic|token|api-?key|key|digest)\s+)?/i.exec(text)?.[0].length ?? 0;
  const { length } = text.slice(offset).trimEnd();
  return length === 0 ? [] : [{ offset, length }];
}

function* besideVariables(text: string, variables: readonly RegExpExecArray[]): Iterable<Part> {
  let done = 0;
  for (const { 0: whole, 1: fallback = "", index } of variables) {
    yield* unframed(text, done, index);
    done = index + whole.length;
    if (fallback !== "") yield { offset: done - 1 - fallback.length, length: fallback.length };
  }
  yield* unframed(text, done, text.length);
}

/**
 * Words between two variables or ends that are more than the name of a scheme (`ApiKey ${T}`, `v1 ${T}`), of a value
 * (`session=${T}`), a prefix (`sk_${T}`) or an open value beside it (`theme=dark; session=${T}`).
 */
function* unframed(text: string, start: number, end: number): Iterable<Part> {
  for (const { 0: word, index } of text.slice(start, end).matchAll(/\S+/g)) {
    const offset = start + index;
    const isFirst = text.slice(0, offset).trim() === "";
    const before = offset > 0 && offset === start;
    const behind = offset + word.length === end && end < text.length;
    const isFrame =
      !/[a-z\d]/i.test(word) ||
      (isFirst && !behind && /^[a-z][\w.+-]{0,20}$/i.test(word)) ||
      (behind && /[=:"',;/._|~-]$/.test(word)) ||
      (before && /^[="',:;/._|~-]/.test(word)) ||
      (/^[\w.-]+=[^=]{0,12}$/.test(word) && !isSecretName(word.slice(0, word.indexOf("="))));
    if (!isFrame || word.length > LONGEST_FRAME || looksLikeCredential(word))
      yield { offset, length: word.length };
  }
}

/** Characters; a longer word beside a variable is no frame. */
const LONGEST_FRAME = 40;

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
/** Last words of the names of variables that hold one. */
const SECRET_LAST_WORD = /^(?:auth|bearer|dsn|hook|jwt|pass|pw|session|sid|sig|signature)$/;
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
