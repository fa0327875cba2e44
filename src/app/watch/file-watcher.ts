import { lstat, stat } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { type FSWatcher, watch } from "chokidar";
import { Stop } from "../../model/stop.ts";
import { ANYWHERE, isMagic, PathSet } from "./path-set.ts";

/** Paths relative to the project's folder, with forward slashes. */
export interface Watched {
  /** The folder of the definitions. */
  readonly syncs: string;
  /** Paths and globs of single files: settings, variables, data. */
  readonly files: readonly string[];
}

export interface FileWatcherOptions {
  /** Absolute. */
  readonly dir: string;
  /** A file elsewhere that belongs to the project: the one that --env-file names. */
  readonly outside: string | undefined;
  /** `isDoubtful`: the file is gone or empty, which may be half of a save. */
  readonly onChange: (path: string, state: { readonly isDoubtful: boolean }) => void;
  /** Watching cannot go on. */
  readonly onError: (stop: Stop) => void;
}

/** Milliseconds in which a folder that was exchanged for another comes to rest. */
const EXCHANGE = 100;

/** Tells of every change of a project's files, of those that come and go, and of whole folders that are exchanged. */
export class FileWatcher {
  readonly #options: FileWatcherOptions;
  #watched: Watched;
  #files: PathSet;
  #syncs: PathSet;
  #watcher: FSWatcher;
  #ready: Promise<void>;
  #restart: NodeJS.Timeout | undefined;
  /** By path: what the file system told last of the file. */
  readonly #states = new Map<string, string>();
  #isClosed = false;

  constructor(options: FileWatcherOptions, watched: Watched) {
    this.#options = options;
    this.#watched = watched;
    this.#files = new PathSet([watched.syncs, ...watched.files]);
    this.#syncs = new PathSet([`${watched.syncs}/**`]);
    this.#watcher = this.#open();
    this.#ready = readyOf(this.#watcher);
  }

  /** From then on nothing is missed. */
  get ready(): Promise<void> {
    return this.#ready;
  }

  /** Other definitions may read other files. */
  follow(watched: Watched): void {
    const known = new Set([this.#watched.syncs, ...this.#watched.files]);
    const added = [watched.syncs, ...watched.files].filter((path) => !known.has(path));
    if (added.length === 0 && watched.syncs === this.#watched.syncs) return;
    this.#watched = watched;
    this.#files = new PathSet([watched.syncs, ...watched.files]);
    this.#syncs = new PathSet([`${watched.syncs}/**`]);
    // What leads to them was passed over so far.
    const tops = new Set(added.map((path) => path.replace(/^(\.\/)+/, "").split("/")[0] ?? ""));
    if ([...tops].some((top) => top === "" || isMagic(top))) this.#reopen();
    else for (const top of tops) this.#watcher.add(join(this.#options.dir, top));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#restart);
    await this.#watcher.close();
  }

  #open(): FSWatcher {
    const { dir, outside, onError } = this.#options;
    const watcher = watch(outside === undefined ? dir : [dir, outside], {
      ignored: (path) => !this.#isWatched(path),
      ignoreInitial: true,
    });
    watcher.on("all", (_, path) => this.#consider(path));
    // Nothing of it is watched any more, and with nothing to wait for the process would end without a word.
    watcher.on("unlinkDir", (path) => {
      if (path === dir) this.#reopen();
    });
    // Two saves within 50 ms are one event to chokidar, which is right about the first of them only.
    watcher.on("raw", (event, name, details) => {
      const from = (details as { readonly watchedPath?: string }).watchedPath;
      if (from === undefined || typeof name !== "string") return;
      // The watch of a file names the file; that of a folder, what is in it.
      if (basename(from) !== name) this.#consider(join(from, name));
      else void isFolder(from).then((is) => this.#consider(is ? join(from, name) : from));
      // A folder or link that was exchanged for another in one go: the old one would be watched on.
      const isRoot = from === dir && name === basename(dir);
      if (event === "rename" && (isRoot || Object.hasOwn(watcher.getWatched(), join(from, name)))) {
        this.#reopen();
      }
    });
    watcher.on("error", (error) => onError(cannotWatch(error)));
    return watcher;
  }

  #reopen(): void {
    clearTimeout(this.#restart);
    this.#restart = setTimeout(async () => {
      if (!(await isFolder(this.#options.dir))) return this.#options.onError(folderGone());
      if (this.#isClosed) return;
      const old = this.#watcher;
      this.#watcher = this.#open();
      this.#ready = readyOf(this.#watcher);
      void old.close();
      void this.#ready.then(() => {
        // What happened meanwhile nobody has seen.
        if (!this.#isClosed) this.#options.onChange(ANYWHERE, { isDoubtful: false });
      });
    }, EXCHANGE);
  }

  /** Something happened there. Told once for each state of the file, however many events there are. */
  #consider(path: string): void {
    const { outside, onChange } = this.#options;
    const name = path === outside ? ANYWHERE : this.#nameOf(path);
    if (!this.#isInteresting(name)) return;
    void stateOf(path).then(({ state, isDoubtful }) => {
      if (this.#isClosed || this.#states.get(path) === state) return;
      this.#states.set(path, state);
      onChange(name, { isDoubtful });
    });
  }

  #isInteresting(name: string): boolean {
    return (/\.ya?ml$/i.test(name) && this.#syncs.names(name)) || this.#files.names(name);
  }

  #isWatched(path: string): boolean {
    if (path === this.#options.outside) return true;
    const name = this.#nameOf(path);
    if (name === "") return true;
    if (name.startsWith("../")) return this.#options.outside?.startsWith(path) === true;
    if (this.#files.names(name) || this.#files.mayHold(name)) return true;
    const base = basename(path);
    if (base.startsWith(".") || base === "node_modules") return false;
    return this.#syncs.mayHold(name);
  }

  #nameOf(path: string): string {
    return relative(this.#options.dir, path).split(sep).join("/");
  }
}

/** What tells one state of a file from another, without reading it; of a link, where it leads too. */
async function stateOf(path: string): Promise<{ readonly state: string; readonly isDoubtful: boolean }> {
  try {
    const [own, led] = await Promise.all([lstat(path, { bigint: true }), stat(path, { bigint: true })]);
    if (led.isDirectory()) return { state: `folder ${own.ino} ${led.ino}`, isDoubtful: false };
    const state = `${own.ino} ${led.ino} ${led.size} ${led.mtimeNs} ${led.ctimeNs}`;
    return { state, isDoubtful: led.size === 0n };
  } catch {
    return { state: "gone", isDoubtful: true };
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (state) => state.isDirectory(),
    () => false,
  );
}

function readyOf(watcher: FSWatcher): Promise<void> {
  return new Promise((resolve) => watcher.once("ready", () => resolve()));
}

function folderGone(): Stop {
  return new Stop("files-unwatched", "The project's folder is no longer there, so nothing can be watched.", {
    fix: "Start again in the folder that took its place.",
  });
}

function cannotWatch(cause: unknown): Stop {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown error";
  const fix =
    code === "ENOSPC"
      ? "The system allows too few watches: raise fs.inotify.max_user_watches, or set CHOKIDAR_USEPOLLING=1."
      : code === "EMFILE"
        ? "Too many files are open: raise the limit (ulimit -n), or set CHOKIDAR_USEPOLLING=1."
        : "Check that the folder is there and that you may read it.";
  return new Stop("files-unwatched", `The project's files cannot be watched (${code}).`, { fix, cause });
}
