/** One text in which a secret may turn up, once escaped characters are read as what they stand for. */
export interface Form {
  readonly text: string;
  /** A character beside it may hold some bits of the secret: how many on each side. */
  readonly edges: { readonly before: 0 | 1; readonly behind: 0 | 1 };
  /** It may be part of an ordinary word, and counts only where no letter or digit adjoins it. */
  readonly isWord: boolean;
}

/**
 * A word like those that data and messages are made of: as a password it is guessed at once, and as a part of longer
 * words it would blot out half a report.
 */
export function isWord(secret: string): boolean {
  return secret.length <= 12 && /^[a-z]+\d{0,4}$/i.test(secret);
}

/**
 * The texts that stand for a secret: itself, in hexadecimal, in Base64 at any offset in both alphabets, and each of these
 * in another. Forms of fewer than `shortest` characters are left out.
 */
export function formsOf(secret: string, shortest: number): readonly Form[] {
  const whole: Form = { text: secret, edges: NO_EDGES, isWord: isWord(secret) };
  const plain = spellingsOf(secret).map((text) => ({ ...whole, text }));
  const once = [secret, ...escapedOf(secret)].flatMap(encodingsOf);
  const twice = encodingsOf(secret).flatMap(({ text }) => encodingsOf(text));
  const spaced = [" ", ":", "-", ", "].map((between) => spacedHex(secret, between));
  const forms = [...plain, ...once, ...twice, ...spaced].filter(({ text }) => text.length >= shortest);
  return [...new Map(forms.map((form) => [form.text, form])).values()];
}

const NO_EDGES = { before: 0, behind: 0 } as const;

/** Itself as text may hold it. */
function spellingsOf(secret: string): readonly string[] {
  const even = secret.replace(/\s+/g, " ");
  const all = [secret, secret.normalize("NFC"), secret.normalize("NFD"), even];
  // A form writes a space as +; whoever joins lines leaves it out.
  if (even.includes(" ")) all.push(even.replaceAll(" ", "+"), even.replaceAll(" ", ""));
  return [...new Set(all)];
}

/** As whoever encodes it next may have got it. */
function escapedOf(secret: string): readonly string[] {
  const percent = encodeURIComponent(secret.replace(/\p{Surrogate}/gu, "\ufffd"));
  const lower = percent.replace(/%../g, (byte) => byte.toLowerCase());
  const json = JSON.stringify(secret).slice(1, -1);
  const html = secret.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return [percent, lower, json, json.replaceAll("/", "\\/"), html].filter((text) => text !== secret);
}

function encodingsOf(text: string): readonly Form[] {
  const bytes = Buffer.from(text, "utf8");
  const hex = bytes.toString("hex");
  return [
    { text: hex, edges: NO_EDGES, isWord: false },
    { text: hex.toUpperCase(), edges: NO_EDGES, isWord: false },
    ...base64Of(bytes),
  ];
}

/** In a longer text it begins at one of three offsets, and the characters at its ends depend on what stands beside it. */
function base64Of(bytes: Buffer): readonly Form[] {
  return [0, 1, 2].flatMap((offset): readonly Form[] => {
    const length = offset + bytes.length;
    const start = Math.ceil((offset * 4) / 3);
    const end = Math.floor((length * 4) / 3);
    const edges = { before: offset === 0 ? 0 : 1, behind: length % 3 === 0 ? 0 : 1 } as const;
    const text = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString("base64")
      .slice(start, end);
    const other = text.replaceAll("+", "-").replaceAll("/", "_");
    return [text, other].map((one) => ({ text: one, edges, isWord: false }));
  });
}

function spacedHex(secret: string, between: string): Form {
  const pairs = Buffer.from(secret, "utf8").toString("hex").match(/../g) ?? [];
  return { text: pairs.join(between), edges: NO_EDGES, isWord: false };
}
