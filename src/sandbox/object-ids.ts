/** Makes ids like Planhat's: 24 hex digits that grow with time. The same clock gives the same ids. */
export class ObjectIds {
  readonly #now: () => number;
  #count = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** An id that `taken` does not know. */
  next(taken: (id: string) => boolean): string {
    for (;;) {
      const seconds = Math.floor(this.#now() / 1000) % 2 ** 32;
      const id = hex(seconds, 8) + MACHINE + hex(this.#count % 2 ** 24, 6);
      this.#count += 1;
      if (!taken(id)) return id;
    }
  }
}

export function isObjectId(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{24}$/i.test(value);
}

const MACHINE = "5a9db0c5a7";

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, "0");
}
