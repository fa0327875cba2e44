import type { Load } from "../../model/outcome.ts";
import { isTooMany, outlookOf } from "../api/retrying.ts";
import type { ApiAnswer } from "../api/send.ts";

/** Watches how Planhat copes with the calls of one batch. */
export class LoadMeter {
  #slowest = 0;
  #tooMany = 0;
  #trouble = 0;

  get load(): Load {
    return { slowest: this.#slowest, tooMany: this.#tooMany, trouble: this.#trouble };
  }

  answered({ status, milliseconds = 0 }: ApiAnswer): void {
    this.#slowest = Math.max(this.#slowest, milliseconds);
    if (status === 413) this.#trouble += 1;
  }

  /** An attempt that came to nothing. One that was refused at the door says nothing of the batch. */
  failed(error: unknown): void {
    if (isTooMany(error)) this.#tooMany += 1;
    else if (outlookOf(error) === "unclear") this.#trouble += 1;
  }
}
