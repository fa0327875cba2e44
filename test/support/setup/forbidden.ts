import { afterAll, afterEach } from "vitest";

/** What a test did that its project does not allow. In the process, because files of a project share one. */
const found: string[] = ((globalThis as Record<symbol, unknown>)[Symbol.for("forbidden in tests")] ??=
  []) as string[];

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

/** Replaces a method, once in a process: files of a project share one. */
export function replaceOnce<T extends object, K extends keyof T>(
  object: T,
  name: K,
  replacement: (original: T[K]) => T[K],
): void {
  const mark = Symbol.for(`replaced ${String(name)}`);
  if (mark in object) return;
  object[name] = replacement(object[name]);
  Object.defineProperty(object, mark, { value: true });
}
