import type { CompiledSync } from "../../model/compiled-sync.ts";
import type { Project } from "../../model/project.ts";

/** A sync to show: of its definition as it is, or of the last version that was right. */
export interface GoodSync {
  readonly sync: CompiledSync;
  readonly isStale: boolean;
}

/** The last good version of every definition, for as long as its file is there. */
export class GoodSyncs {
  readonly #byFile = new Map<string, CompiledSync>();

  /** In the order of their files. */
  update({ syncs, texts, diagnostics }: Project): readonly GoodSync[] {
    const right = new Set(syncs.map(({ file }) => file));
    // A file that is there and cannot be read has a remark, and no text.
    const there = new Set([...texts.keys(), ...diagnostics.map(({ file }) => file)]);
    for (const sync of syncs) this.#byFile.set(sync.file, sync);
    for (const file of [...this.#byFile.keys()]) if (!there.has(file)) this.#byFile.delete(file);
    return [...this.#byFile]
      .map(([file, sync]) => ({ sync, isStale: !right.has(file) }))
      .sort((a, b) => (a.sync.file < b.sync.file ? -1 : 1));
  }
}
