import type { Row } from "../../../src/model/row.ts";
import type { ReadOptions, Source, SourceContext } from "../../../src/model/source.ts";
import { Stop } from "../../../src/model/stop.ts";
import { postgresSource } from "../../../src/sources/postgres/postgres-source.ts";

export interface TestContext extends SourceContext {
  readonly warnings: readonly string[];
  /** Milliseconds of each sleep; none is slept. */
  readonly sleeps: readonly number[];
}

export function contextOf(
  connections: Readonly<Record<string, string>>,
  projectDir = "/nowhere",
): TestContext {
  const warnings: string[] = [];
  const sleeps: number[] = [];
  return {
    projectDir,
    stdin: process.stdin,
    connections,
    clock: {
      now: () => 0,
      monotonic: () => 0,
      sleep: async (milliseconds) => {
        sleeps.push(milliseconds);
      },
    },
    random: () => 0.5,
    compileExpression: () => ({ ok: false, problems: [] }),
    warn: (message) => warnings.push(message),
    redact: (text) => text,
    warnings,
    sleeps,
  };
}

/** A source over the connection at `url`. */
export function sourceAt(url: string, settings: Readonly<Record<string, unknown>>): Source {
  return postgresSource({ connection: "db", ...settings }, contextOf({ db: url }));
}

export async function rowsOf(source: Source, options: Partial<ReadOptions> = {}): Promise<readonly Row[]> {
  const all: Row[] = [];
  for await (const rows of source.read({ signal: new AbortController().signal, ...options }))
    all.push(...rows);
  return all;
}

export async function dataOf(
  source: Source,
  options: Partial<ReadOptions> = {},
): Promise<readonly Row["data"][]> {
  return (await rowsOf(source, options)).map(({ data }) => ({ ...data }));
}

/** The Stop that reading ends with. */
export async function stopOf(source: Source, options: Partial<ReadOptions> = {}): Promise<Stop> {
  const error = await rowsOf(source, options).catch((thrown: unknown) => thrown);
  if (error instanceof Stop) return error;
  throw new Error("The read did not end with a Stop.", { cause: error });
}
