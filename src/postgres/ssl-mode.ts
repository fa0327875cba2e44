/** How a connection is encrypted and whom it trusts, by libpq's meaning of `sslmode`. */
export type SslMode = "disable" | "prefer" | "require" | "verify-ca" | "verify-full";

export const SSL_MODES: readonly SslMode[] = ["disable", "prefer", "require", "verify-ca", "verify-full"];

/** What is wrong with what a URL says of TLS, to follow "The URL of …", and what to do. */
export interface SslProblem {
  readonly what: string;
  readonly fix: string;
}

/**
 * The mode that `sslmode` and `ssl` name, in any case: `ssl` is a mode too, or a yes that also checks the certificate, or
 * a no. Nothing is guessed of another value: what was meant as encrypted would cross the network in the clear.
 */
export function sslModeOf(sslmode: string | undefined, ssl: string | undefined): SslMode | SslProblem {
  const named = sslmode === undefined ? undefined : modeNamed(sslmode);
  if (sslmode !== undefined && named === undefined) {
    return { what: "has an unknown sslmode", fix: `use one of ${SSL_MODES.join(", ")}` };
  }
  if (ssl === undefined) return named ?? "prefer";
  const said = modeNamed(ssl) ?? WORDS[ssl.toLowerCase()];
  if (said === undefined) return { what: "has an unknown value of ssl", fix: USE_SSLMODE };
  if (named === undefined || named === said) return said;
  // ssl=true wants TLS, and sslmode says how.
  const isMore = WORDS[ssl.toLowerCase()] === "verify-full" && ENCRYPTED.has(named);
  return isMore
    ? named
    : { what: "says two different things about TLS with ssl and sslmode", fix: USE_SSLMODE };
}

function modeNamed(text: string): SslMode | undefined {
  return SSL_MODES.find((mode) => mode === text.toLowerCase());
}

const WORDS: Readonly<Record<string, SslMode | undefined>> = {
  true: "verify-full",
  yes: "verify-full",
  on: "verify-full",
  "1": "verify-full",
  false: "disable",
  no: "disable",
  off: "disable",
  "0": "disable",
};

const ENCRYPTED: ReadonlySet<SslMode> = new Set(["require", "verify-ca", "verify-full"]);

const USE_SSLMODE = `write sslmode instead: one of ${SSL_MODES.join(", ")}`;
