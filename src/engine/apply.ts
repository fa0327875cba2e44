import type { BatchResult } from "../model/outcome.ts";
import { type ChangeSource, type WriteGroupPorts, writeGroup } from "./write-group.ts";

/** Changes of one object type. */
export interface ChangeGroup {
  /** Places, in the list of the groups, of those whose records have to be there. */
  readonly after: readonly number[];
  readonly sources: readonly ChangeSource[];
}

export type ApplyPorts = Omit<WriteGroupPorts, "halt">;

/**
 * Writes the changes. Groups that do not wait for each other are written at the same time, each as a generator of its
 * own; a group starts when the last answer of every group that it comes `after` is settled. Yields each batch's result
 * once it is durable. After the first stop, or once `signal` fires, no batch is taken any more and what is in flight
 * finishes. Throws what `intend` or `settle` threw first, when everything has landed.
 */
export async function* apply(groups: readonly ChangeGroup[], ports: ApplyPorts): AsyncIterable<BatchResult> {
  const halting = new AbortController();
  const signal = AbortSignal.any([ports.signal, halting.signal]);
  const halt = (reason: unknown): void => halting.abort(reason);
  const waiting = new Set(groups);
  const writings = new Map<ChangeGroup, AsyncGenerator<BatchResult>>();
  const steps = new Map<ChangeGroup, Promise<Step>>();
  let failure: { readonly error: unknown } | undefined;

  const isOpen = (group: ChangeGroup | undefined): boolean =>
    group !== undefined && (waiting.has(group) || steps.has(group));
  const isReady = ({ after }: ChangeGroup): boolean => !after.some((place) => isOpen(groups[place]));
  const goOn = (group: ChangeGroup, writing: AsyncGenerator<BatchResult>): void => {
    const step = writing.next().then(
      (next): Step => ({ group, writing, next }),
      (error: unknown): Step => ({ group, writing, error }),
    );
    steps.set(group, step);
  };

  try {
    for (;;) {
      for (const group of signal.aborted ? [] : [...waiting].filter(isReady)) {
        const writing = writeGroup(group.sources, { ...ports, signal, halt });
        waiting.delete(group);
        writings.set(group, writing);
        goOn(group, writing);
      }
      if (steps.size === 0) break;
      const { group, writing, ...step } = await Promise.race(steps.values());
      steps.delete(group);
      if ("error" in step) {
        failure ??= step;
        halt(step.error);
      } else if (step.next.done !== true) {
        goOn(group, writing);
        yield step.next.value;
      }
    }
    if (waiting.size > 0 && !signal.aborted) throw new Error("Groups wait for each other.");
  } finally {
    // Whoever reads the results may give up: no request outlives this.
    halt(failure?.error);
    await Promise.allSettled([...writings.values()].map((writing) => writing.return(undefined)));
  }
  if (failure !== undefined) throw failure.error;
}

/** What one write group came to next. */
type Step = { readonly group: ChangeGroup; readonly writing: AsyncGenerator<BatchResult> } & (
  | { readonly next: IteratorResult<BatchResult> }
  | { readonly error: unknown }
);
