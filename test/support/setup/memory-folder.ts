import { readFileSync, statfsSync } from "node:fs";
import { freemem } from "node:os";

const FOLDER = "/dev/shm";
/** Some times what a run of all tests puts there. */
const BYTES_NEEDED = 4 * 2 ** 30;

/**
 * A folder in memory for temporary files, where Linux has one that takes enough and runs programs. The tests save a
 * state some thousand times, and each time wait until a disk has it for certain: a third of all time, for nothing.
 */
export function memoryFolder(): string | undefined {
  if (process.platform !== "linux") return undefined;
  const mounts = readFileSync("/proc/mounts", "utf8").split("\n");
  const [, , type, options = ""] = mounts.find((line) => line.split(" ")[1] === FOLDER)?.split(" ") ?? [];
  if (type !== "tmpfs" || /(^|,)(ro|noexec)(,|$)/.test(options)) return undefined;
  const { bavail, bsize } = statfsSync(FOLDER);
  return Math.min(bavail * bsize, freemem()) < BYTES_NEEDED ? undefined : FOLDER;
}
