/** Secrets shorter than this would blot out ordinary words. */
export const MIN_SECRET_LENGTH = 6;

/** Replaces every secret, also in its usual encodings, by `***`. */
export type Redact = (text: string) => string;

/** Pure. Secrets shorter than MIN_SECRET_LENGTH are left out: whoever reads settings refuses them. */
export function makeRedact(secrets: Iterable<string>): Redact {
  const forms = new Set<string>();
  for (const secret of secrets) {
    if (secret.length >= MIN_SECRET_LENGTH) for (const form of encodings(secret)) forms.add(form);
  }
  if (forms.size === 0) return (text) => text;
  // Longest first: a form that contains another is replaced whole.
  const ordered = [...forms].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(ordered.map(escapeRegExp).join("|"), "g");
  return (text) => text.replace(pattern, "***");
}

function* encodings(secret: string): Iterable<string> {
  const bytes = Buffer.from(secret, "utf8");
  yield secret;
  yield encodeURIComponent(secret);
  yield encodeURI(secret);
  yield JSON.stringify(secret).slice(1, -1);
  yield bytes.toString("hex");
  yield bytes.toString("hex").toUpperCase();
  // A secret inside a longer text lands on one of three base64 offsets; the edge characters depend on neighbours.
  for (const offset of [0, 1, 2]) {
    const padded = Buffer.concat([Buffer.alloc(offset), bytes]);
    const first = Math.ceil((offset * 4) / 3);
    const last = Math.floor((padded.length * 4) / 3);
    const standard = padded.toString("base64").slice(first, last);
    if (standard.length >= MIN_SECRET_LENGTH) {
      yield standard;
      yield standard.replaceAll("+", "-").replaceAll("/", "_");
    }
  }
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
