import { afterAll, afterEach } from "vitest";
import { onceInProcess } from "./once-in-process.ts";

/** What a test did that its project does not allow. */
const found = onceInProcess<string[]>("forbidden in tests", () => []);

/** The test fails with it, whatever the program under test makes of the error that it gets. */
export function forbidden(what: string): Error {
  found.push(what);
  return new Error(what);
}

/** What was forbidden so far, and is now forgotten: for tests of what is forbidden. */
export function takeForbidden(): readonly string[] {
  return found.splice(0);
}

/** Fails the test, or the file where a hook of it did what is forbidden. */
export function failOnForbidden(): void {
  afterEach(throwFirst);
  afterAll(throwFirst);
}

function throwFirst(): void {
  const [first] = takeForbidden();
  if (first !== undefined) throw new Error(first);
}

/** Replaces a method, and does nothing where it is replaced already. */
export function replaceOnce<T extends object, K extends keyof T & string>(
  object: T,
  name: K,
  replacement: (original: T[K]) => T[K],
): void {
  onceInProcess(`replaced ${name}`, () => {
    object[name] = replacement(object[name]);
    return true;
  });
}
