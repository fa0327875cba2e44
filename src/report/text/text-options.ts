/** How a text for people is laid out. */
export interface TextOptions {
  /** ANSI colours, whatever the terminal says: whoever calls has looked at it, at NO_COLOR and at --no-color. */
  readonly colour: boolean;
  /** Columns of the terminal; 100 by default. */
  readonly width?: number;
}

export const DEFAULT_WIDTH = 100;
