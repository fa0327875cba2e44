import { heldBy, readEscapes } from "./redaction/escapes.ts";
import { FormSearch, type OnFound, SHORTEST_FORM } from "./redaction/form-search.ts";
import { type Form, formsOf } from "./redaction/secret-forms.ts";
import { folded, HOLDS, Units } from "./redaction/units.ts";
import { evenSpaces, isUneven, joinLines } from "./redaction/white-space.ts";

/** Secrets shorter than this would blot out ordinary words. */
export const MIN_SECRET_LENGTH = SHORTEST_FORM;

/** Replaces every secret, however it is spelled, by `***`. */
export type Redact = (text: string) => string;

/** Pure. Secrets shorter than MIN_SECRET_LENGTH are left out: whoever reads settings refuses them. */
export function makeRedact(secrets: Iterable<string>): Redact {
  const redactor = new Redactor();
  redactor.hide(secrets);
  return redactor.redact;
}

/** Escapes within escapes that are looked through: what was encoded twice, in JSON within JSON. */
const MOST_LAYERS = 4;
/** Up to here escapes of each kind are also looked through by themselves, for secrets that look escaped. */
const EACH_KIND_LAYERS = 2;
/** A text is looked at in parts of this length, in UTF-16 units, so that memory does not grow with it. */
const PART = 1 << 20;
/** An escaped character may take so many. */
const LONGEST_ESCAPE = 12;
const LONGEST_OVERLAP = 1 << 17;

interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The secrets of one command. A secret is known by its characters, each in any spelling and any case, and by its bytes in
 * hexadecimal and Base64. Time grows with the text alone.
 */
export class Redactor {
  readonly #secrets = new Set<string>();
  #search: FormSearch | undefined;
  #overlap = 0;
  #units: ReadonlySet<number> = new Set();
  #hasSpaces = false;
  #looksEscaped = false;

  /** From now on these are replaced, too. */
  hide(secrets: Iterable<string>): void {
    const before = this.#secrets.size;
    for (const secret of secrets) if (secret.length >= MIN_SECRET_LENGTH) this.#secrets.add(secret);
    if (this.#secrets.size === before) return;
    const forms = [...this.#secrets].flatMap((secret) => formsOf(secret, SHORTEST_FORM));
    this.#search = new FormSearch(forms);
    this.#hasSpaces = forms.some(({ text }) => /\s/.test(text));
    this.#looksEscaped = [...this.#secrets].some((secret) => /[%&\\]/.test(secret));
    this.#units = new Set(forms.flatMap(({ text }) => [...text].map((one) => folded(one.charCodeAt(0)))));
    const longest = forms.reduce((most, { text }) => Math.max(most, text.length), 0);
    this.#overlap = Math.min(longest * LONGEST_ESCAPE, LONGEST_OVERLAP);
  }

  readonly #isInForm = (unit: number): boolean => this.#units.has(unit);

  readonly redact: Redact = (text) => {
    const spans = this.#spans(text, () => true);
    return spans.length === 0 ? text : blotOut(text, spans);
  };

  /** Whether a text holds a secret that is no ordinary word: one that nobody writes by chance. */
  holdsSecret(text: string): boolean {
    return this.#spans(text, ({ isWord }) => !isWord).length > 0;
  }

  #spans(text: string, counts: (form: Form) => boolean): readonly Span[] {
    const search = this.#search;
    if (search === undefined || text.length < MIN_SECRET_LENGTH) return NO_SPANS;
    const spans: Span[] = [];
    for (let from = 0; from < text.length; from += PART) {
      const to = Math.min(text.length, from + PART + this.#overlap);
      let isAny = false;
      const holds = heldBy(text.slice(from, to), this.#isInForm);
      this.#look(search, filled(text, from, to, holds, false), 0, (_units, _start, _end, form) => {
        isAny ||= counts(form);
      });
      // Places cost as much as all the rest, and few texts hold a secret.
      if (!isAny) continue;
      this.#look(search, filled(text, from, to, holds, true), 0, (units, start, end, form) => {
        if (counts(form)) spans.push(spanOf(units, start, end, form));
      });
    }
    return spans;
  }

  #look(search: FormSearch, units: Units, depth: number, onFound: OnFound): void {
    search.find(units, onFound);
    if ((units.holds & HOLDS.lineBreak) !== 0) {
      joinLines(units, SCRATCH);
      search.find(SCRATCH, onFound);
    }
    if (this.#hasSpaces && (units.holds & (HOLDS.space | HOLDS.lineBreak)) !== 0 && isUneven(units)) {
      evenSpaces(units, SCRATCH);
      search.find(SCRATCH, onFound);
    }
    if (depth === MOST_LAYERS) return;
    for (const kinds of this.#escapesToRead(units, depth)) {
      const next = layer(depth + 1);
      if (readEscapes(units, kinds, next)) this.#look(search, next, depth + 1, onFound);
    }
  }

  /** Where only a part of it was escaped, what is not may look escaped: `a\%20b` for `a\ b`. */
  #escapesToRead({ holds }: Units, depth: number): readonly number[] {
    const several = ESCAPES.filter((kind) => (holds & kind) !== 0);
    if (several.length <= 1) return several;
    const all = several.reduce((sum, kind) => sum | kind);
    return this.#looksEscaped && depth < EACH_KIND_LAYERS ? [all, ...several] : [all];
  }
}

const ESCAPES: readonly number[] = [HOLDS.percent, HOLDS.backslash, HOLDS.entity];

const NO_SPANS: readonly Span[] = [];

/** Work is synchronous, so that all share the buffers: one a layer, one for what is made of a layer and used up. */
const SCRATCH = new Units();
const LAYERS: Units[] = [];

function layer(depth: number): Units {
  const units = LAYERS[depth] ?? new Units();
  LAYERS[depth] = units;
  return units;
}

function filled(text: string, from: number, to: number, holds: number, hasPlaces: boolean): Units {
  const units = layer(0);
  units.fill(text, from, to, hasPlaces);
  units.holds = holds;
  return units;
}

/** In the text itself, with the characters beside it that hold a part of the secret. */
function spanOf(units: Units, start: number, end: number, { edges }: Form): Span {
  let first = start;
  let next = end;
  if (edges.before === 1 && isBase64(units.at(first - 1))) first -= 1;
  if (edges.behind === 1 && isBase64(units.at(next))) next += 1;
  while (edges.behind === 1 && next < end + 3 && units.at(next) === PADDING) next += 1;
  return { start: units.starts[first] ?? 0, end: units.ends[next - 1] ?? 0 };
}

const PADDING = "=".charCodeAt(0);

function isBase64(unit: number): boolean {
  return /^[\w+/-]$/.test(String.fromCharCode(unit));
}

function blotOut(text: string, spans: readonly Span[]): string {
  let result = "";
  let done = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (end <= done) continue;
    if (start > done || done === 0) result += `${text.slice(done, start)}***`;
    done = end;
  }
  return result + text.slice(done);
}
