import { readFileSync, readlinkSync } from "node:fs";

/** What tells a process from a later one with the same id. Empty where the system does not say. */
export interface ProcessIdentity {
  /** The boot and the namespace within which process ids are unique. */
  readonly space: string;
  /** When the process started, in clock ticks since the boot. */
  readonly started: string;
}

/** Reads /proc; other systems than Linux answer with empty texts. */
export function processIdentity(pid: number): ProcessIdentity {
  const space = `${read("/proc/sys/kernel/random/boot_id").trim()} ${link("/proc/self/ns/pid")}`.trim();
  return { space, started: startTicks(read(`/proc/${pid}/stat`)) };
}

/** Whether a process of this machine exists, this user's or another's. */
export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}

/** Field 22. The second field is the program's name in brackets, which may hold spaces and brackets. */
function startTicks(stat: string): string {
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function link(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return "";
  }
}
