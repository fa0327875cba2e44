import { Stop } from "../model/stop.ts";

/** A failed file operation → what the user reads. `what` names the file: `the state file /…/state.db`. */
export function fileStop(error: unknown, what: string, fix?: string): Stop {
  const [reason, advice] = reasonAndAdvice(errorCode(error));
  return new Stop("file-unwritable", `${capital(what)} cannot be used: ${reason}.`, {
    cause: error,
    fix: fix ?? advice,
  });
}

/** Node's code of a failed system call (`ENOENT`), or an empty text. */
export function errorCode(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : "";
}

const REASONS: Readonly<Record<string, readonly [reason: string, advice: string]>> = {
  ENOSPC: ["the disk is full", "Free some space and run the command again."],
  EDQUOT: ["the disk quota is used up", "Free some space and run the command again."],
  EFBIG: ["it reached the greatest size that is allowed here", "Raise the limit (`ulimit -f`)."],
  EACCES: ["permission denied", "Give this user write permission, or name another place with `state:`."],
  EPERM: ["permission denied", "Give this user write permission, or name another place with `state:`."],
  EROFS: ["the file system is read-only", "Name a place that can be written with `state:`."],
  EMFILE: ["too many files are open", "Raise the limit of open files (`ulimit -n`)."],
  ENFILE: ["too many files are open on this machine", "Close other programs, or raise the limit."],
  ENOENT: ["the folder does not exist", "Check the path under `state:` in planhat-sync.yaml."],
  ENOTDIR: [
    "a part of its path is a file, not a folder",
    "Check the path under `state:` in planhat-sync.yaml.",
  ],
  EIO: ["the disk reports an error", "Check the disk, then run the command again."],
};

function reasonAndAdvice(code: string): readonly [string, string] {
  return (
    REASONS[code] ?? [`the system answers ${code || "with an unknown error"}`, "Check the disk and the path."]
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
