import type { Redact } from "../model/redact.ts";

/**
 * A view with the secrets in its data replaced, before a layout cuts, wraps or escapes them: half a secret, or one in an
 * escape of ours, would not be found in the finished text. A number of a row that contains one becomes a text. Words and
 * counts of the program stay, whatever the secrets are. What is one object in the view is one object in the result.
 */
export function redacted<T>(view: T, redact: Redact): T {
  return new Redaction(redact).view(view) as T;
}

class Redaction {
  readonly #redact: Redact;
  readonly #done = new Map<object, unknown>();

  constructor(redact: Redact) {
    this.#redact = redact;
  }

  view(value: unknown): unknown {
    if (typeof value === "string") return this.#redact(value);
    if (typeof value !== "object" || value === null) return value;
    return this.#once(value, () => {
      if (Array.isArray(value)) return value.map((item) => this.view(item));
      if (!isPlain(value)) return value;
      return objectOf(membersOf(value).map(([name, inner]) => [this.#name(name), this.#member(name, inner)]));
    });
  }

  #member(name: string, inner: unknown): unknown {
    if (WORDS.has(name) && typeof inner === "string") return inner;
    if (JSON_VALUES.has(name) || (name === "result" && !isTransformed(inner))) return this.#data(inner);
    return name === "fields" && !Array.isArray(inner) ? this.#fields(Object(inner)) : this.view(inner);
  }

  /** The names of fields are data too: a custom field may have any. */
  #fields(fields: object): unknown {
    return this.#once(fields, () =>
      objectOf(
        Object.entries(fields).map(([name, field]) => [
          this.#redact(name),
          isFieldView(field) ? this.view(field) : this.#data(field),
        ]),
      ),
    );
  }

  #data(value: unknown): unknown {
    if (typeof value === "string") return this.#redact(value);
    if (typeof value === "number") {
      const text = this.#redact(String(value));
      return text === String(value) ? value : text;
    }
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map((item) => this.#data(item));
    return objectOf(Object.entries(value).map(([name, inner]) => [this.#redact(name), this.#data(inner)]));
  }

  /** Names of the program are plain words; those of a sync, an object or a column may stand beside them. */
  #name(name: string): string {
    return /^[a-z][A-Za-z]{0,30}$/.test(name) ? name : this.#redact(name);
  }

  #once(value: object, make: () => unknown): unknown {
    if (!this.#done.has(value)) this.#done.set(value, make());
    return this.#done.get(value);
  }
}

/** The message of an error does not count among its members. */
function membersOf(value: object): readonly (readonly [string, unknown])[] {
  const members = Object.entries(value);
  return value instanceof Error ? [["message", value.message], ...members] : members;
}

/** What became of a row; else a result is the value of an expression. */
function isTransformed(result: unknown): boolean {
  return typeof result === "object" && result !== null && ("rejection" in result || "record" in result);
}

/** A change of a field, whose members are the program's own. */
function isFieldView(field: unknown): boolean {
  return typeof field === "object" && field !== null && ("after" in field || "hidden" in field);
}

/** Neither a map of texts nor an instance of a class. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || value instanceof Error;
}

/** Without a prototype: a row may have a column `__proto__`. */
function objectOf(members: readonly (readonly [string, unknown])[]): unknown {
  const copy: Record<string, unknown> = Object.create(null);
  for (const [name, inner] of members) copy[name] = inner;
  return copy;
}

/** Members that hold a word of a union, which decides what is shown. */
const WORDS: ReadonlySet<string> = new Set([
  ...["action", "effect", "kind", "reason", "baseline", "mode", "severity", "status", "code", "differs"],
  ...["problem", "outcome"],
]);
/** Members that hold a value of a row. */
const JSON_VALUES: ReadonlySet<string> = new Set([
  ...["before", "after", "record", "data", "inputs", "expected", "actual"],
]);
