import { errors } from "undici";
import { given } from "../../model/given.ts";
import { isCertificateCode, networkOutlook, type Outlook } from "../../model/transience.ts";
import { AddressRefused } from "./address-guard.ts";
import { PackingProblem } from "./decompress.ts";
import { PackedFileProblem } from "./packed-file.ts";

type Kind = keyof typeof KINDS;

/** No usable answer. `reason` follows "… could not be read: "; neither it nor `fix` holds bytes of the answer. */
export class ExchangeFailure extends Error {
  override readonly name = "ExchangeFailure";
  readonly reason: string;
  readonly fix: string;
  readonly outlook: Outlook;

  /** `outlook`: of a code of the network; the kind's own otherwise. */
  constructor(kind: Kind, detail: string | number = "", outlook?: Outlook) {
    const { reason, fix, outlook: usual } = KINDS[kind];
    super(kind);
    this.reason = reason(detail);
    this.fix = fix;
    this.outlook = outlook ?? usual;
  }
}

interface Description {
  readonly reason: (detail: string | number) => string;
  readonly fix: string;
  readonly outlook: Outlook;
}

const OTHER_ORIGIN =
  "Data and credentials go to the origin in `url` only. If you trust the other one, write it there; to fetch from it without the credentials, name its host: `redirects: [files.example.com]`.";

const KINDS = {
  deadline: {
    reason: (timeout) => `no whole answer within ${Number(timeout) / 1000} s`,
    fix: "Ask for smaller pages, or give it longer with `timeout: 120s`.",
    outlook: "transient",
  },
  unreachable: {
    reason: (why) => `the server cannot be reached (${why})`,
    fix: "Check `url`, the network and HTTPS_PROXY, and start again.",
    outlook: "transient",
  },
  unknownHost: {
    reason: () => "its host name is not known (ENOTFOUND)",
    fix: "Check the host in `url`.",
    outlook: "transient",
  },
  interrupted: {
    reason: (why) => `the connection ended before the answer was whole (${why})`,
    fix: "Start again; if it happens on the same page each time, ask for smaller pages.",
    outlook: "transient",
  },
  protocol: {
    reason: () => "the answer is not HTTP/1.1",
    fix: "Check the port in `url`, and whether it wants https.",
    outlook: "transient",
  },
  certificate: {
    reason: (code) => `its TLS certificate is not accepted (${code})`,
    fix: "Behind a proxy that re-signs TLS, give Node its certificate: NODE_EXTRA_CA_CERTS=/path/to/ca.pem.",
    outlook: "final",
  },
  address: {
    reason: (why) => `its address is refused: ${why}`,
    fix: "Name a server whose address a sync may read from. This cannot be switched off.",
    outlook: "final",
  },
  "too-large": {
    reason: (bytes) => `the body is larger than ${bytes} bytes once unpacked`,
    fix: "Ask for smaller pages, or raise `maxBytes`.",
    outlook: "final",
  },
  "cut-off": {
    reason: (encoding) => `the ${encoding} body ends in the middle`,
    fix: "Start again; if it stays so, the server or a proxy cuts its answers: ask for smaller pages.",
    outlook: "transient",
  },
  damaged: {
    reason: (encoding) => `the body is not the ${encoding} its header says`,
    fix: "Ask for it unpacked, with `headers: { accept-encoding: identity }`.",
    outlook: "final",
  },
  packing: {
    reason: (encoding) => `the body is packed in a way that is not known here (${encoding})`,
    fix: "Ask for it unpacked, with `headers: { accept-encoding: identity }`.",
    outlook: "final",
  },
  "damaged-file": {
    reason: (kind) => `the ${kind} file that the body is made of is damaged`,
    fix: "Fetch it with curl and unpack it; if that fails as well, whoever runs the server has to pack it again.",
    outlook: "transient",
  },
  "packed-file": {
    reason: (kind) => `the body is a ${kind} file, which cannot be unpacked here`,
    fix: "Ask for gzip, for a zip with one file and no password, or for the data unpacked.",
    outlook: "final",
  },
  "several-files": {
    reason: (count) => `the zip file that the body is made of holds ${count} files, and should hold one`,
    fix: "Ask for one file at a time, or for the data unpacked. A spreadsheet (.xlsx) is a zip of many files: ask for CSV.",
    outlook: "final",
  },
  "redirect-away": {
    reason: (host) => `it redirects to another origin, at ${host}`,
    fix: OTHER_ORIGIN,
    outlook: "final",
  },
  "redirect-loop": {
    reason: (times) => `it redirects more than ${times} times`,
    fix: "Write the address that the data finally comes from at `url`.",
    outlook: "final",
  },
  "redirect-nowhere": {
    reason: (status) => `it redirects (${status}) without a usable address`,
    fix: "Check `url`; a missing or extra slash at the end of the path is a common cause.",
    outlook: "final",
  },
  "redirect-post": {
    reason: (status) => `it redirects a POST (${status}), which would lose the body`,
    fix: "Write the address that it redirects to at `url`.",
    outlook: "final",
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
  const { code, syscall } = codeOf(error);
  const outlook = code === undefined ? undefined : networkOutlook(code, syscall);
  if (code === undefined || outlook === undefined) return error;
  if (isCertificateCode(code)) return new ExchangeFailure("certificate", code, outlook);
  if (code === "ENOTFOUND") return new ExchangeFailure("unknownHost", "", outlook);
  if (NOT_REACHED.has(code)) return new ExchangeFailure("unreachable", code, outlook);
  if (code.startsWith("ERR_SSL_") || code === "EPROTO") {
    const why = `${code}: does it speak ${url.protocol.slice(0, -1)}?`;
    return new ExchangeFailure("unreachable", why, outlook);
  }
  return new ExchangeFailure("interrupted", code, outlook);
}

/** For the words alone: whether it is worth trying again, networkOutlook() says. */
const NOT_REACHED = new Set([
  "ECONNREFUSED",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
  "ERR_TLS_HANDSHAKE_TIMEOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ETIMEDOUT",
  "EACCES",
  "ENOENT",
]);

function packingFailure({ kind, encoding }: PackingProblem): ExchangeFailure {
  return new ExchangeFailure(kind === "unknown" ? "packing" : kind, encoding);
}

function codeOf(error: Error): { readonly code?: string; readonly syscall?: string } {
  for (const inner of causes(error)) {
    if (!("code" in inner) || typeof inner.code !== "string") continue;
    const syscall = "syscall" in inner && typeof inner.syscall === "string" ? inner.syscall : undefined;
    return { code: inner.code, ...given({ syscall }) };
  }
  return {};
}

/** The error, its cause, and theirs; several connection attempts hide in one AggregateError. */
function* causes(error: unknown): Iterable<Error> {
  for (let at = error; at instanceof Error; at = at.cause) {
    yield at;
    if (at instanceof AggregateError) for (const inner of at.errors) yield* causes(inner);
  }
}
