/**
 * What the pages in a browser show. Every text is ready to be shown: without secrets, and with characters that nobody
 * sees written out. The browser puts it in as text, never as markup.
 */

/** How something is: from the best to the worst. */
export type Tone = "good" | "quiet" | "warning" | "bad";

/** The first thing that the page beside `watch` needs, sent anew after each run. */
export interface PageOverview {
  readonly run: number;
  /** Name of the project's folder. */
  readonly project: string;
  /** `saved syncs/companies.yaml`. */
  readonly cause: string;
  readonly milliseconds: number;
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly entries: readonly PageEntry[];
  readonly counts: {
    readonly errors: number;
    readonly warnings: number;
    readonly passed: number;
    readonly failed: number;
  };
  /** Id of the entry that the run was about. */
  readonly focus?: string;
  readonly plan?: PagePlan;
  readonly apply?: { readonly tone: Tone; readonly text: string };
}

/** One file: a definition, or the settings where there is something to say of them. */
export interface PageEntry {
  /** Path of the file, relative to the project's folder: to ask for it, not to be shown. */
  readonly id: string;
  readonly name: string;
  readonly object?: string;
  readonly tone: Tone;
  /** What the tone means, in words. */
  readonly note: string;
  /** Rows of the sample that the last run changed. */
  readonly changes: number;
}

export interface PageFile {
  readonly id: string;
  /** The id, to be shown. */
  readonly title: string;
  readonly run: number;
  readonly lines: readonly PageLine[];
  readonly problems: readonly PageProblem[];
  /** undefined for a file that was never a right definition. */
  readonly sync?: PageSync;
}

export interface PageLine {
  readonly number: number;
  readonly parts: readonly PagePart[];
  /** The last run brought it. */
  readonly isNew: boolean;
}

export interface PagePart {
  readonly text: string;
  readonly kind: "plain" | "key" | "comment" | "secret";
  /** The worst problem that marks it. */
  readonly mark?: "error" | "warning";
}

export interface PageProblem {
  readonly line: number;
  readonly column: number;
  readonly severity: "error" | "warning";
  readonly rule: string;
  readonly message: string;
  readonly hint?: string;
  readonly isNew: boolean;
}

export interface PageSync {
  readonly name: string;
  readonly object: string;
  /** `upsert by externalId`. */
  readonly how: string;
  readonly source: string;
  /** Rows and tests are of the last good version. */
  readonly isStale: boolean;
  readonly sample: {
    readonly kind: "unread" | "reading" | "read" | "failed";
    readonly message?: string;
    readonly hint?: string;
  };
  readonly rows: readonly PageRow[];
  /** Rows that are no longer among them since the last run. */
  readonly gone: readonly string[];
  readonly tests: readonly PageTest[];
}

export interface PageRow {
  /** `accounts.csv:12`. */
  readonly place: string;
  readonly key?: string;
  readonly kind: "record" | "reject";
  /** What the last run made of it. */
  readonly change?: "changed" | "rejected" | "accepted" | "row";
  readonly source: readonly PageCell[];
  readonly record: readonly PageCell[];
  /** Why it was rejected. */
  readonly rule?: string;
  readonly message?: string;
}

export interface PageCell {
  readonly name: string;
  readonly value: PageValue;
  /** What stood there before the last run; `none` where the field had no value. */
  readonly before?: PageValue;
}

/** `none`: no value. */
export interface PageValue {
  readonly type: "text" | "number" | "boolean" | "null" | "list" | "object" | "none";
  readonly text: string;
}

export interface PageTest {
  readonly name: string;
  readonly line: number;
  readonly ok: boolean;
  readonly change?: "broken" | "mended";
  readonly expected?: string;
  readonly got?: string;
  readonly fields: readonly {
    readonly name: string;
    readonly expected: PageValue;
    readonly actual: PageValue;
  }[];
}

export interface PagePlan {
  /** Milliseconds since the epoch. */
  readonly time: number;
  /** Something was saved since. */
  readonly isOld: boolean;
  readonly failure?: { readonly message: string; readonly hint?: string };
  readonly guards: readonly string[];
  readonly syncs: readonly {
    readonly name: string;
    readonly object: string;
    readonly counts: readonly { readonly name: string; readonly count: number }[];
    /** Whole sentences. */
    readonly remarks: readonly string[];
    readonly changes: readonly {
      readonly action: "create" | "update";
      readonly key: string;
      readonly fields: readonly PageCell[];
    }[];
    readonly more: number;
  }[];
}

/** The files that a page is made of, by their names under the page's address; the page itself is ``. */
export interface PageFiles {
  read(name: string): Promise<PageAsset | undefined>;
}

export interface PageAsset {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}
