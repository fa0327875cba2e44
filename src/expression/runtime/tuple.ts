import type { Env } from "./run.ts";
import { charge } from "./run.ts";
import type { Sequence } from "./sequence.ts";
import { createSequence } from "./sequence.ts";

/** One item on its way along a path: the item under `@`, and the variables and ancestors that it carries. */
export type Tuple = Record<string, unknown>;

export function tupleStream(): Sequence {
  const stream = createSequence();
  stream.tupleStream = true;
  return stream;
}

export function isTupleStream(value: unknown): value is Sequence {
  return Array.isArray(value) && (value as Sequence).tupleStream === true;
}

export function itemOf(tuple: unknown): unknown {
  return typeof tuple === "object" && tuple !== null ? (tuple as Tuple)["@"] : undefined;
}

/** Where an expression over a tuple finds its variables. */
export function frameOf(tuple: unknown, env: Env): TupleFrame {
  const entries = typeof tuple === "object" && tuple !== null ? Object.entries(tuple) : [];
  charge(env.run, 4 + 2 * entries.length);
  return { run: env.run, parent: env, vars: new Map(entries) };
}

interface TupleFrame extends Env {
  readonly vars: Map<string, unknown>;
}
