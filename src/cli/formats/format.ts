/** What `--format` takes, in the order of the help. */
export const FORMAT_NAMES = ["text", "json", "markdown", "github", "sarif", "csv", "junit"] as const;

export type Format = (typeof FORMAT_NAMES)[number];

/** What a renderer may know of the place that it writes for. */
export interface Layout {
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** The project's folder as GitHub names files: from the root of the repository, with forward slashes. */
  readonly folder: string;
}

/** Pure: what a command found → what it prints. The view holds no secrets any more. */
export type Renderer<View> = (view: View, layout: Layout) => string;
