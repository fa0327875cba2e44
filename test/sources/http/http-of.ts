import { compileExpression } from "../../../src/expression/compile-expression.ts";
import type { Clock } from "../../../src/model/clock.ts";
import { makeRedact } from "../../../src/model/redact.ts";
import type { Row } from "../../../src/model/row.ts";
import type { Source, SourceContext } from "../../../src/model/source.ts";
import { Stop } from "../../../src/model/stop.ts";
import { httpSource } from "../../../src/sources/http/http-source.ts";

/** A clock whose waits are over at once, and are remembered. */
export class TestClock implements Clock {
  readonly sleeps: number[] = [];
  #time = 0;

  now(): number {
    return Date.UTC(2025, 0, 1) + this.#time;
  }

  monotonic(): number {
    return this.#time;
  }

  async sleep(milliseconds: number): Promise<void> {
    this.sleeps.push(milliseconds);
    this.#time += milliseconds;
  }
}

export interface TestSource extends Source {
  readonly clock: TestClock;
  readonly warnings: readonly string[];
}

export function httpOf(settings: object, context: Partial<SourceContext> = {}): TestSource {
  const clock = new TestClock();
  const warnings: string[] = [];
  const source = httpSource(settings as Readonly<Record<string, unknown>>, {
    projectDir: "/nowhere",
    stdin: process.stdin,
    connections: {},
    clock,
    random: () => 0.5,
    compileExpression,
    warn: (message) => warnings.push(message),
    redact: makeRedact([]),
    ...context,
  });
  return { ...source, clock, warnings };
}

export async function readAll(source: Source, after?: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const { signal } = new AbortController();
  for await (const batch of source.read(after === undefined ? { signal } : { signal, after })) {
    rows.push(...batch);
  }
  return rows;
}

export async function dataOf(source: Source, after?: string): Promise<readonly object[]> {
  return (await readAll(source, after)).map(({ data }) => ({ ...data }));
}

/** The Stop that reading ends with; fails where it ends otherwise. */
export async function stopOf(source: Source, after?: string): Promise<Stop> {
  try {
    await readAll(source, after);
  } catch (error) {
    if (error instanceof Stop) return error;
    throw error;
  }
  throw new Error("the read ended without an error");
}
