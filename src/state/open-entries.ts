import type { Outcome } from "../model/outcome.ts";
import type { RecordKey } from "../model/record.ts";
import type { Entry } from "./entry.ts";
import type { ChangedEntry } from "./records.ts";

/**
 * What this process wrote of the records that are on their way, so that settling them reads nothing. Holds as long as
 * the lease: nobody else changes an entry meanwhile.
 */
export class OpenEntries {
  readonly #bySync = new Map<string, Map<RecordKey, Entry>>();

  entry(sync: string, key: RecordKey): Entry | undefined {
    return this.#bySync.get(sync)?.get(key);
  }

  note(changed: readonly ChangedEntry[]): void {
    for (const { sync, key, after } of changed) {
      if (after === undefined) continue;
      const entries = this.#bySync.get(sync) ?? new Map<RecordKey, Entry>();
      this.#bySync.set(sync, entries.set(key, after));
    }
  }

  forget(outcomes: readonly Outcome[]): void {
    for (const { change } of outcomes) this.#bySync.get(change.sync)?.delete(change.key);
  }

  drop(sync: string): void {
    this.#bySync.delete(sync);
  }
}
