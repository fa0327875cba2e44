import { mkdir, open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { isJsonObject, type JsonObject } from "../model/json.ts";
import { Stop } from "../model/stop.ts";
import type { Activity, MetricPoint } from "./analytics.ts";
import type { World } from "./world.ts";

const FORMAT = 1;
/** Quiet time after a change before it is written, and the longest that a change waits. */
const QUIET_MS = 250;
const LONGEST_MS = 5000;

interface Saved {
  readonly records: readonly (readonly [string, readonly JsonObject[]])[];
  readonly points: readonly MetricPoint[];
  readonly activities: readonly Activity[];
}

/** Records on disk, in `sandbox.json` of a folder: replaced whole, so that a crash leaves the old or the new. */
export class DataFile {
  readonly #dir: string;
  readonly #world: World;
  #timer: NodeJS.Timeout | undefined;
  #waitingSince = 0;
  #dirty = false;
  #saving: Promise<void> = Promise.resolve();

  constructor(dir: string, world: World) {
    this.#dir = dir;
    this.#world = world;
  }

  /** Fills the world; false where there is no file yet. Throws a Stop for a file that cannot be used. */
  async load(): Promise<boolean> {
    const text = await readFile(this.#path, "utf8").catch((cause: NodeJS.ErrnoException) => {
      if (cause.code === "ENOENT") return undefined;
      throw this.#stop("cannot be read", cause);
    });
    if (text === undefined) return false;
    const { records: all, points, activities } = this.#parse(text);
    this.#world.analytics.load(points, activities);
    for (const [path, records] of all) {
      // An object type that is no longer served loses its records with the next change.
      const collection = this.#world.collections.get(path);
      for (const record of records) collection?.put(record);
    }
    return true;
  }

  /** Something changed: it is written soon. */
  touch(): void {
    const now = Date.now();
    if (!this.#dirty) this.#waitingSince = now;
    this.#dirty = true;
    clearTimeout(this.#timer);
    const wait = Math.min(QUIET_MS, Math.max(0, this.#waitingSince + LONGEST_MS - now));
    // A failure is told on close, which tries again.
    this.#timer = setTimeout(() => void this.save().catch(() => undefined), wait);
    this.#timer.unref();
  }

  /** Writes what is unwritten. Throws a Stop where that fails. */
  save(): Promise<void> {
    clearTimeout(this.#timer);
    this.#saving = this.#saving.catch(() => undefined).then(() => this.#write());
    return this.#saving;
  }

  async #write(): Promise<void> {
    if (!this.#dirty) return;
    this.#dirty = false;
    try {
      await mkdir(this.#dir, { recursive: true });
      const temporary = `${this.#path}.tmp`;
      const file = await open(temporary, "w");
      try {
        await file.writeFile(this.#text());
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, this.#path);
    } catch (cause) {
      this.#dirty = true;
      throw this.#stop("cannot be written", cause);
    }
  }

  /** One record a line, so that the file can be read and compared. */
  #text(): string {
    const collections = [...this.#world.collections].map(([path, collection]) => {
      const lines = [...collection.all()].map((record) => JSON.stringify(record));
      return `${JSON.stringify(path)}: [\n${lines.join(",\n")}\n]`;
    });
    const { points, activities } = this.#world.analytics;
    const lists = [
      ["points", points],
      ["activities", activities],
    ] as const;
    const streams = lists.map(
      ([name, items]) => `"${name}": [\n${items.map((item) => JSON.stringify(item)).join(",\n")}\n]`,
    );
    const records = `"records": {\n${collections.join(",\n")}\n}`;
    return `{ "formatVersion": ${FORMAT}, ${[records, ...streams].join(",\n")} }\n`;
  }

  #parse(text: string): Saved {
    try {
      const data: unknown = JSON.parse(text);
      if (isJsonObject(data) && data["formatVersion"] === FORMAT && isJsonObject(data["records"])) {
        const list = (name: string, items: unknown): readonly JsonObject[] => {
          if (!Array.isArray(items) || !items.every(isJsonObject)) throw new TypeError(name);
          return items;
        };
        return {
          records: Object.entries(data["records"]).map(([path, items]) => [path, list(path, items)] as const),
          // What this very program wrote: a file of an earlier version has none of them.
          points: list("points", data["points"] ?? []) as unknown as Saved["points"],
          activities: list("activities", data["activities"] ?? []) as unknown as Saved["activities"],
        };
      }
    } catch (cause) {
      throw this.#stop("is damaged", cause);
    }
    throw this.#stop("is of a format this version does not know", undefined);
  }

  get #path(): string {
    return join(this.#dir, "sandbox.json");
  }

  #stop(what: string, cause: unknown): Stop {
    return new Stop("file-unreadable", `The sandbox's data file ${what}.`, {
      fix: `Check ${this.#path}, or delete it to start over.`,
      cause,
    });
  }
}
