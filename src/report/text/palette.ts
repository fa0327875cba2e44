import { Ansis } from "ansis";

/** What colours mean. Each function returns its text unchanged where `colour` is false. */
export interface Palette {
  readonly title: (text: string) => string;
  readonly create: (text: string) => string;
  readonly update: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly good: (text: string) => string;
  readonly warning: (text: string) => string;
  /** What matters less than its neighbours. */
  readonly faint: (text: string) => string;
}

/** The level is explicit, so that the output depends on the option alone and not on the terminal. */
export function makePalette(colour: boolean): Palette {
  const ansis = new Ansis(colour ? 1 : 0);
  return {
    title: (text) => ansis.bold(text),
    create: (text) => ansis.green(text),
    update: (text) => ansis.yellow(text),
    bad: (text) => ansis.red(text),
    good: (text) => ansis.green(text),
    warning: (text) => ansis.yellow(text),
    faint: (text) => ansis.dim(text),
  };
}
