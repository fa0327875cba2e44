import { type Redact, Redactor } from "../model/redact.ts";
import { redacted } from "../report/redacted.ts";

/** Keeps the secrets of a project out of whatever leaves the program. */
export interface Redaction {
  /** From now on none of these reaches a reader, nor one that was hidden before. */
  hide(secrets: Iterable<string>): void;
  /** Takes out what is hidden by the time of its call. */
  readonly redact: Redact;
  /** Data without what is hidden: what every format, file and page is made of. */
  clean<T>(view: T): T;
  /** See Redactor. */
  readonly holdsSecret: (text: string) => boolean;
}

export function createRedaction(): Redaction {
  const redactor = new Redactor();
  return {
    hide: (secrets) => redactor.hide(secrets),
    redact: redactor.redact,
    clean: (view) => redacted(view, redactor.redact),
    holdsSecret: (text) => redactor.holdsSecret(text),
  };
}
