import { errors } from "undici";
import { AddressRefused } from "./address-guard.ts";
import { PackingProblem } from "./decompress.ts";
import { PackedFileProblem } from "./packed-file.ts";

type Kind = keyof typeof KINDS;

/** No usable answer. `reason` follows "… could not be read: "; neither it nor `fix` holds bytes of the answer. */
export class ExchangeFailure extends Error {
  override readonly name = "ExchangeFailure";
  readonly reason: string;
  readonly fix: string;
  /** It may go better next time. */
  readonly transient: boolean;

  constructor(kind: Kind, detail: string | number = "") {
    const { reason, fix, transient } = KINDS[kind];
    super(kind);
    this.reason = reason(detail);
    this.fix = fix;
    this.transient = transient;
  }
}

interface Description {
  readonly reason: (detail: string | number) => string;
  readonly fix: string;
  readonly transient: boolean;
}

const OTHER_ORIGIN =
  "Data and credentials go to the origin in `url` only. If you trust the other one, write it there; to fetch from it without the credentials, name its host: `redirects: [files.example.com]`.";

const KINDS = {
  deadline: {
    reason: (timeout) => `no whole answer within ${Number(timeout) / 1000} s`,
    fix: "Ask for smaller pages, or give it longer with `timeout: 120s`.",
    transient: true,
  },
  unreachable: {
    reason: (why) => `the server cannot be reached (${why})`,
    fix: "Check `url`, the network and HTTPS_PROXY, and start again.",
    transient: true,
  },
  unknownHost: {
    reason: () => "its host name is not known (ENOTFOUND)",
    fix: "Check the host in `url`.",
    transient: true,
  },
  interrupted: {
    reason: (why) => `the connection ended before the answer was whole (${why})`,
    fix: "Start again; if it happens on the same page each time, ask for smaller pages.",
    transient: true,
  },
  protocol: {
    reason: () => "the answer is not HTTP/1.1",
    fix: "Check the port in `url`, and whether it wants https.",
    transient: true,
  },
  certificate: {
    reason: (code) => `its TLS certificate is not accepted (${code})`,
    fix: "Behind a proxy that re-signs TLS, give Node its certificate: NODE_EXTRA_CA_CERTS=/path/to/ca.pem.",
    transient: false,
  },
  address: {
    reason: (why) => `its address is refused: ${why}`,
    fix: "Name a server whose address a sync may read from. This cannot be switched off.",
    transient: false,
  },
  "too-large": {
    reason: (bytes) => `the body is larger than ${bytes} bytes once unpacked`,
    fix: "Ask for smaller pages, or raise `maxBytes`.",
    transient: false,
  },
  "cut-off": {
    reason: (encoding) => `the ${encoding} body ends in the middle`,
    fix: "Start again; if it stays so, the server or a proxy cuts its answers: ask for smaller pages.",
    transient: true,
  },
  damaged: {
    reason: (encoding) => `the body is not the ${encoding} its header says`,
    fix: "Ask for it unpacked, with `headers: { accept-encoding: identity }`.",
    transient: false,
  },
  packing: {
    reason: (encoding) => `the body is packed in a way that is not known here (${encoding})`,
    fix: "Ask for it unpacked, with `headers: { accept-encoding: identity }`.",
    transient: false,
  },
  "damaged-file": {
    reason: (kind) => `the ${kind} file that the body is made of is damaged`,
    fix: "Fetch it with curl and unpack it; if that fails as well, whoever runs the server has to pack it again.",
    transient: true,
  },
  "packed-file": {
    reason: (kind) => `the body is a ${kind} file, which cannot be unpacked here`,
    fix: "Ask for gzip, for a zip with one file and no password, or for the data unpacked.",
    transient: false,
  },
  "several-files": {
    reason: (count) => `the zip file that the body is made of holds ${count} files, and should hold one`,
    fix: "Ask for one file at a time, or for the data unpacked. A spreadsheet (.xlsx) is a zip of many files: ask for CSV.",
    transient: false,
  },
  "redirect-away": {
    reason: (host) => `it redirects to another origin, at ${host}`,
    fix: OTHER_ORIGIN,
    transient: false,
  },
  "redirect-loop": {
    reason: (times) => `it redirects more than ${times} times`,
    fix: "Write the address that the data finally comes from at `url`.",
    transient: false,
  },
  "redirect-nowhere": {
    reason: (status) => `it redirects (${status}) without a usable address`,
    fix: "Check `url`; a missing or extra slash at the end of the path is a common cause.",
    transient: false,
  },
  "redirect-post": {
    reason: (status) => `it redirects a POST (${status}), which would lose the body`,
    fix: "Write the address that it redirects to at `url`.",
    transient: false,
  },
} satisfies Record<string, Description>;

/** What the network library threw, as a failure of ours. Bugs of ours come back as they are. */
export function classifyFailure(error: unknown, url: URL): unknown {
  if (error instanceof ExchangeFailure || !(error instanceof Error)) return error;
  for (const inner of causes(error)) {
    if (inner instanceof AddressRefused) return new ExchangeFailure("address", inner.message);
    if (inner instanceof PackingProblem) return packingFailure(inner);
    if (inner instanceof PackedFileProblem) return new ExchangeFailure(inner.kind, inner.detail);
    // Such an error carries the bytes that it stumbled over.
    if (inner instanceof errors.HTTPParserError) return new ExchangeFailure("protocol");
  }
  const code = codeOf(error);
  if (code === undefined) return error;
  if (/^(ERR_TLS|CERT_)|SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)|DEPTH_ZERO/.test(code)) {
    return new ExchangeFailure("certificate", code);
  }
  if (code === "ENOTFOUND") return new ExchangeFailure("unknownHost");
  if (NOT_REACHED.has(code)) return new ExchangeFailure("unreachable", code);
  if (code === "ERR_SSL_WRONG_VERSION_NUMBER" || code === "EPROTO") {
    return new ExchangeFailure("unreachable", `${code}: does it speak ${url.protocol.slice(0, -1)}?`);
  }
  return /^(UND_ERR_|HPE_|E[A-Z]+$)/.test(code) ? new ExchangeFailure("interrupted", code) : error;
}

const NOT_REACHED = new Set([
  "ECONNREFUSED",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ETIMEDOUT",
]);

function packingFailure({ kind, encoding }: PackingProblem): ExchangeFailure {
  return new ExchangeFailure(kind === "unknown" ? "packing" : kind, encoding);
}

function codeOf(error: Error): string | undefined {
  for (const inner of causes(error)) {
    if ("code" in inner && typeof inner.code === "string") return inner.code;
  }
  return undefined;
}

/** The error, its cause, and theirs; several connection attempts hide in one AggregateError. */
function* causes(error: unknown): Iterable<Error> {
  for (let at = error; at instanceof Error; at = at.cause) {
    yield at;
    if (at instanceof AggregateError) for (const inner of at.errors) yield* causes(inner);
  }
}
