/** How a server, a driver or a proxy may write a secret: by name, a function of the secret. Made without the program's own code. */
export const SPELLINGS: Readonly<Record<string, (secret: string) => string>> = {
  "as it is": (secret) => secret,
  "in upper case": (secret) => secret.toUpperCase(),
  "in reversed case": (secret) =>
    [...secret].map((one) => (one === one.toUpperCase() ? one.toLowerCase() : one.toUpperCase())).join(""),
  "behind a scheme": (secret) => `Bearer ${secret}`,
  "as in an address": (secret) => encodeURIComponent(secret),
  "as in an address, in lower case": (secret) =>
    encodeURIComponent(secret).replace(/%../g, (byte) => byte.toLowerCase()),
  "every byte with a percent sign": (secret) =>
    bytesOf(secret)
      .map((byte) => `%${hex(byte)}`)
      .join(""),
  "every other byte with a percent sign": (secret) =>
    bytesOf(secret)
      .map((byte, index) => (index % 2 === 0 || byte > 126 ? `%${hex(byte)}` : String.fromCharCode(byte)))
      .join(""),
  "twice with percent signs": (secret) => encodeURIComponent(encodeURIComponent(secret)),
  "as JSON": (secret) => JSON.stringify(secret),
  "as JSON with escaped slashes": (secret) => JSON.stringify(secret).replaceAll("/", "\\/"),
  "as JSON with \\u of every character": (secret) =>
    [...secret].map((one) => `\\u${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`).join(""),
  "as JSON in JSON": (secret) => JSON.stringify(JSON.stringify({ token: secret })),
  "with \\x of every character": (secret) =>
    bytesOf(secret)
      .map((byte) => `\\x${hex(byte).toLowerCase()}`)
      .join(""),
  "with octal escapes": (secret) =>
    bytesOf(secret)
      .map((byte) => `\\${byte.toString(8).padStart(3, "0")}`)
      .join(""),
  "as HTML": (secret) => secret.replace(/[^a-z0-9]/gi, (sign) => `&#${sign.codePointAt(0)};`),
  "as HTML by hexadecimal numbers": (secret) =>
    [...secret].map((one) => `&#x${one.charCodeAt(0).toString(16)};`).join(""),
  "as HTML by names": (secret) => secret.replace(/[+/=]/g, (sign) => HTML_NAMES[sign] ?? sign),
  "as HTML twice": (secret) => secret.replace(/[^a-z0-9]/gi, (sign) => `&amp;#${sign.codePointAt(0)};`),
  "in Base64": (secret) => base64(secret),
  "in Base64 behind one byte": (secret) => base64(`x${secret}`),
  "in Base64 behind two bytes": (secret) => base64(`xy${secret}`),
  "in Base64 within a text": (secret) => base64(`user:${secret}:more`),
  "in Base64 for addresses": (secret) => Buffer.from(`id:${secret}`).toString("base64url"),
  "in Base64 with percent signs": (secret) => encodeURIComponent(base64(`id:${secret}`)),
  "in Base64 broken into lines": (secret) => base64(`id:${secret}`).replace(/.{20}/g, "$&\r\n  "),
  "in Base64 twice": (secret) => base64(base64(`id:${secret}`)),
  "in hexadecimal": (secret) => Buffer.from(secret).toString("hex"),
  "in hexadecimal, in upper case": (secret) => Buffer.from(secret).toString("hex").toUpperCase(),
  "in hexadecimal, byte by byte": (secret) =>
    bytesOf(secret)
      .map((byte) => hex(byte).toLowerCase())
      .join(" "),
  "in hexadecimal of Base64": (secret) => Buffer.from(base64(secret)).toString("hex"),
  "in Base64 of hexadecimal": (secret) => base64(Buffer.from(secret).toString("hex")),
  "in Base64 of an address": (secret) => base64(encodeURIComponent(secret)),
  "broken into lines": (secret) => secret.replace(/.{9}/g, "$&\n"),
};

/** What is never to be read: the secret itself, in any of these spellings, the marks at the ends of Base64 aside. */
export function tracesOf(secret: string): readonly string[] {
  const plain = Object.entries(SPELLINGS).flatMap(([name, spell]) =>
    /Base64|JSON in JSON|scheme|lines/.test(name) ? [] : [spell(secret).replace(/^"|"$/g, "")],
  );
  const base = [0, 1, 2].flatMap((offset) => {
    const text = base64("x".repeat(offset) + secret);
    const core = text.slice(offset === 0 ? 0 : offset + 1, -4);
    return [core, core.replaceAll("+", "-").replaceAll("/", "_"), encodeURIComponent(core)];
  });
  return [...new Set([...plain, ...base])];
}

function bytesOf(secret: string): readonly number[] {
  return [...Buffer.from(secret, "utf8")];
}

function hex(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, "0");
}

function base64(text: string): string {
  return Buffer.from(text, "utf8").toString("base64");
}

const HTML_NAMES: Readonly<Record<string, string>> = { "+": "&plus;", "/": "&sol;", "=": "&equals;" };
