/** What one run of `watch` is to do. */
export interface Work {
  /** Saved files, as paths relative to the project's folder. */
  readonly files: ReadonlySet<string>;
  /** Syncs whose rows somebody wants to see, by name. */
  readonly looks: ReadonlySet<string>;
  /** Keys to find in a source. */
  readonly lookups: readonly { readonly sync: string; readonly key: string }[];
  /** Everything is looked at: `local` reads the sources that are files, `whole` reads every source again. */
  readonly all: "no" | "local" | "whole";
  /** Rows that were read are read again. */
  readonly fresh: boolean;
  /** Every test is shown, and no more. */
  readonly tests: boolean;
  readonly plan: boolean;
}

export const NO_WORK: Work = {
  files: new Set(),
  looks: new Set(),
  lookups: [],
  all: "no",
  fresh: false,
  tests: false,
  plan: false,
};

/** What somebody asked for, at the keyboard or on the page. */
export type Request =
  | { readonly kind: "start" | "all" | "again" | "tests" | "plan" }
  | { readonly kind: "look"; readonly sync: string }
  | { readonly kind: "find"; readonly sync: string; readonly key: string };

/** `last` is what the run before did. */
export function workOf(request: Request, last: Work): Work {
  switch (request.kind) {
    case "start":
      return { ...NO_WORK, all: "local" };
    case "all":
      return { ...NO_WORK, all: "whole", fresh: true };
    case "again":
      return { ...last, fresh: true };
    case "tests":
      return { ...NO_WORK, tests: true };
    case "plan":
      return { ...NO_WORK, plan: true };
    case "look":
      return { ...NO_WORK, looks: new Set([request.sync]) };
    case "find":
      return { ...NO_WORK, lookups: [{ sync: request.sync, key: request.key }] };
    default:
      return request satisfies never;
  }
}

/** Both. */
export function union(a: Work, b: Work): Work {
  return {
    files: new Set([...a.files, ...b.files]),
    looks: new Set([...a.looks, ...b.looks]),
    lookups: [...a.lookups, ...b.lookups],
    all: REACH.findLast((reach) => reach === a.all || reach === b.all) ?? "no",
    fresh: a.fresh || b.fresh,
    tests: a.tests || b.tests,
    plan: a.plan || b.plan,
  };
}

/** From the least to the most. */
const REACH = ["no", "local", "whole"] as const;
