import { execFile } from "node:child_process";
import { readFile, stat } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { promisify } from "node:util";
import { isJsonObject, type Json, type JsonObject } from "../../model/json.ts";

/** Where a workflow can install this very program from. */
export type ProgramSource =
  /** The package-lock.json of the project has it. */
  | { readonly kind: "lockfile" }
  /** The registry of npm gave it to whoever installed the running one. */
  | { readonly kind: "registry"; readonly version: string }
  /** Subresource integrity: `sha512-` and Base64. */
  | { readonly kind: "tarball"; readonly url: string; readonly sha512: string }
  /** A tarball in the project, by its path there. */
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "git"; readonly url: string; readonly commit: string }
  | { readonly kind: "unknown" };

const NAME = "planhat-sync";
const UNKNOWN: ProgramSource = { kind: "unknown" };
const REGISTRY = `https://registry.npmjs.org/${NAME}/-/`;

/**
 * Where the program in `packageDir` came from, for workflows of the project in `projectDir`. Never guesses a name in a
 * registry: whoever registers one that nobody owns yet would run code beside the token.
 */
export async function programSource(packageDir: string, projectDir: string): Promise<ProgramSource> {
  const locked = await entryIn(join(projectDir, "package-lock.json"), "node_modules/planhat-sync");
  if (locked !== undefined && locked["link"] !== true) return { kind: "lockfile" };
  const installed = await installedFrom(packageDir, projectDir);
  return installed ?? (await checkedOut(packageDir)) ?? UNKNOWN;
}

/** What npm noted when it installed the program. */
async function installedFrom(packageDir: string, projectDir: string): Promise<ProgramSource | undefined> {
  const modules = dirname(packageDir);
  if (!modules.endsWith(`${sep}node_modules`)) return undefined;
  const entry = await entryIn(join(modules, ".package-lock.json"), "node_modules/planhat-sync");
  const { resolved, integrity, version } = entry ?? {};
  if (typeof resolved !== "string") return undefined;
  if (resolved.startsWith("file:")) return fileIn(resolve(dirname(modules), resolved.slice(5)), projectDir);
  const [address = "", commit] = resolved.split("#");
  if (address.startsWith("git+") || address.startsWith("git:")) return gitSource(address, commit);
  const sha512 = /^sha512-([A-Za-z0-9+/]{86}==)$/.exec(String(integrity))?.[1];
  if (sha512 === undefined || !isPlainAddress(address)) return undefined;
  if (address.startsWith(REGISTRY) && typeof version === "string" && /^[\w.+-]+$/.test(version)) {
    return { kind: "registry", version };
  }
  return { kind: "tarball", url: address, sha512 };
}

/** A tarball that is committed with the project; elsewhere on this machine no runner finds it. */
function fileIn(path: string, projectDir: string): ProgramSource | undefined {
  const inside = relative(projectDir, path).split(sep).join("/");
  const isInside = !inside.startsWith("..") && /^[\w./-]+\.tgz$/.test(inside);
  return isInside ? { kind: "file", path: inside } : undefined;
}

/** A checkout whose commit others can get: it is pushed, and nothing was changed since. */
async function checkedOut(packageDir: string): Promise<ProgramSource | undefined> {
  const isCheckout = await stat(join(packageDir, ".git")).then(
    () => true,
    () => false,
  );
  if (!isCheckout) return undefined;
  const [commit, url, pushed, changed] = await Promise.all([
    git(packageDir, "rev-parse", "HEAD"),
    git(packageDir, "remote", "get-url", "origin"),
    git(packageDir, "branch", "--remotes", "--contains", "HEAD"),
    git(packageDir, "status", "--porcelain", "--untracked-files=no"),
  ]);
  if (url === undefined || pushed === undefined || pushed === "" || changed !== "") return undefined;
  return gitSource(url, commit);
}

function gitSource(address: string, commit: string | undefined): ProgramSource | undefined {
  const url = httpsAddress(address);
  return url === undefined || !/^[0-9a-f]{40}$/.test(commit ?? "")
    ? undefined
    : { kind: "git", url, commit: commit ?? "" };
}

/** `git@host:owner/name.git` and its like as an address that needs no key, without a login; undefined for a local one. */
function httpsAddress(address: string): string | undefined {
  const [, host, path] =
    /^(?:git\+)?(?:https|ssh|git):\/\/(?:[^/@]*@)?([\w.-]+)(?::\d+)?\/([\w./~-]+)$/.exec(address) ??
    /^[\w.-]+@([\w.-]+):([\w./~-]+)$/.exec(address) ??
    [];
  return host === undefined || path === undefined ? undefined : `https://${host}/${path}`;
}

/** Fit for a line of a shell as it is, and without a login. */
function isPlainAddress(address: string): boolean {
  return /^https:\/\/[\w.-]+(?::\d+)?\/[\w./~%-]+$/.test(address);
}

async function entryIn(path: string, name: string): Promise<JsonObject | undefined> {
  try {
    const lock: Json = JSON.parse(await readFile(path, "utf8"));
    const packages = isJsonObject(lock) ? lock["packages"] : undefined;
    const entry = isJsonObject(packages) ? packages[name] : undefined;
    return isJsonObject(entry) ? entry : undefined;
  } catch {
    return undefined;
  }
}

/** undefined where git is not there, or fails. */
async function git(dir: string, ...args: readonly string[]): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)("git", ["-C", dir, ...args], { timeout: 10_000 });
    return stdout.trim();
  } catch {
    return undefined;
  }
}
