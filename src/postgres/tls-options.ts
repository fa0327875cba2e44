import { readFile } from "node:fs/promises";
import type { ConnectionOptions } from "node:tls";
import { Stop } from "../model/stop.ts";
import type { ConnectionTarget } from "./connection-url.ts";

/**
 * How to try, one after the other, by libpq's meaning of sslmode. Only `prefer` has a second way: without TLS, where the server
 * has none. `require` encrypts and trusts whoever answers, unless sslrootcert says whom to trust.
 */
export async function tlsWays(target: ConnectionTarget): Promise<readonly (false | ConnectionOptions)[]> {
  if (target.sslMode === "disable" || target.host.startsWith("/")) return [false];
  const files = await readFiles(target);
  switch (target.sslMode) {
    case "prefer":
      return [{ ...files, rejectUnauthorized: false }, false];
    case "require":
      return [files.ca === undefined ? { ...files, rejectUnauthorized: false } : chainOnly(files)];
    case "verify-ca":
      return [chainOnly(files)];
    case "verify-full":
      // Said outright: NODE_TLS_REJECT_UNAUTHORIZED=0 would turn it off.
      return [{ ...files, rejectUnauthorized: true }];
    default:
      return target.sslMode satisfies never;
  }
}

function chainOnly(files: ConnectionOptions): ConnectionOptions {
  return { ...files, rejectUnauthorized: true, checkServerIdentity: () => undefined };
}

interface TlsFiles {
  readonly ca?: Buffer;
  readonly cert?: Buffer;
  readonly key?: Buffer;
}

async function readFiles({ label, sslRootCert, sslCert, sslKey }: ConnectionTarget): Promise<TlsFiles> {
  const read = async (name: string, path: string): Promise<Buffer> =>
    readFile(path).catch((cause: unknown) => {
      throw new Stop("file-unreadable", `The file of ${name} in the URL of ${label} cannot be read.`, {
        fix: `check ${name}: a path on this machine, absolute or relative to where the command runs`,
        cause,
      });
    });
  return {
    // `system` is libpq's word for the authorities that come with the system: Node's own list.
    ...(sslRootCert === undefined || sslRootCert === "system"
      ? {}
      : { ca: await read("sslrootcert", sslRootCert) }),
    ...(sslCert === undefined ? {} : { cert: await read("sslcert", sslCert) }),
    ...(sslKey === undefined ? {} : { key: await read("sslkey", sslKey) }),
  };
}
