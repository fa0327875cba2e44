import type { SortNode } from "../ast.ts";
import { mergeSort } from "../builtins/merge-sort.ts";
import { failure } from "../runtime/failure.ts";
import type { Env, Run } from "../runtime/run.ts";
import { charge, chargeText } from "../runtime/run.ts";
import { frameOf, isTupleStream, itemOf } from "../runtime/tuple.ts";
import type { Compiler } from "./compiler.ts";
import { weightOf } from "./weight.ts";

/** `items^(<a, >b)`: stable; items without a value come last. */
export function compileSort(
  node: SortNode,
  compiler: Compiler,
): (items: readonly unknown[], env: Env) => readonly unknown[] {
  const terms = node.terms.map((term) => ({
    code: compiler.compile(term.expression),
    descending: term.descending,
  }));
  const weight = node.terms.reduce((sum, { expression }) => sum + 2 * weightOf(expression), 0);
  const { position } = node;
  const belongsBehind = (a: Side, b: Side): boolean => {
    charge(a.env.run, weight);
    for (const { code, descending } of terms) {
      const order = compare(code(a.item, a.env), code(b.item, b.env), descending, position, a.env.run);
      if (order !== 0) return order === 1;
    }
    return false;
  };
  return (items, env) => {
    if (items.length <= 1) return items;
    const side = isTupleStream(items)
      ? (tuple: unknown): Side => ({ item: itemOf(tuple), env: frameOf(tuple, env) })
      : (item: unknown): Side => ({ item, env });
    return mergeSort(items, (a, b) => belongsBehind(side(a), side(b)));
  };
}

/** One of the two items that are compared, and where its variables are found. */
interface Side {
  readonly item: unknown;
  readonly env: Env;
}

function compare(
  a: unknown,
  b: unknown,
  descending: boolean,
  position: number | undefined,
  run: Run,
): number {
  if (a === undefined) return b === undefined ? 0 : 1;
  if (b === undefined) return -1;
  if (!isSortable(a)) throw failure("T2008", { position, value: a });
  if (!isSortable(b)) throw failure("T2008", { position, value: b });
  if (typeof a !== typeof b) throw failure("T2007", { position, value: a });
  if (typeof a === "string" && typeof b === "string") chargeText(run, a.length + b.length);
  if (a === b) return 0;
  return (a < b ? -1 : 1) * (descending ? -1 : 1);
}

function isSortable(value: unknown): value is string | number {
  return typeof value === "string" || typeof value === "number";
}
