import { statfs } from "node:fs/promises";
import { dirname } from "node:path";

/** What the system tells of a file system: Linux's numbers of its kinds, and its free blocks. */
export interface FileSystem {
  readonly type: number;
  readonly bsize: number;
  readonly bavail: number;
}

export type StatFs = (path: string) => Promise<FileSystem>;

/** That of the path, or of the nearest folder above it that is there. Throws where not even the root can be asked. */
export async function fileSystemOf(
  path: string,
  ask: StatFs = statfs,
): Promise<FileSystem & { readonly at: string }> {
  try {
    const { type, bsize, bavail } = await ask(path);
    return { type, bsize, bavail, at: path };
  } catch (error) {
    if (dirname(path) === path) throw error;
    return fileSystemOf(dirname(path), ask);
  }
}

/**
 * Where files come over a network, by what it is called; only Linux tells (statfs(2), linux/magic.h). SQLite's log
 * needs memory that all processes share, and locks that hold: neither is there.
 */
export function networkName({ type }: FileSystem, platform: string): string | undefined {
  return platform === "linux" ? NETWORK.get(unsigned(type)) : undefined;
}

/** A container's own layer, in most cases: what is written there goes with the container. */
export function isOverlay({ type }: FileSystem, platform: string): boolean {
  return platform === "linux" && unsigned(type) === 0x794c7630;
}

// FUSE is not among them: what stands behind it may be a disk of this machine as well.
const NETWORK: ReadonlyMap<number, string> = new Map([
  [0x6969, "NFS"],
  [0x517b, "SMB"],
  [0xfe534d42, "SMB"],
  [0xff534d42, "CIFS"],
  [0x01021997, "9P"],
  [0x00c36400, "CephFS"],
  [0x0bd00bd0, "Lustre"],
  [0x5346414f, "AFS"],
  [0x6b414653, "AFS"],
  [0x73757245, "Coda"],
]);

/** Some systems extend the sign of the 32 bits. */
function unsigned(type: number): number {
  return Number(BigInt.asUintN(32, BigInt(Math.trunc(type))));
}
