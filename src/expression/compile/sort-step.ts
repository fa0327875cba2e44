import type { SortNode } from "../ast.ts";
import { mergeSort } from "../builtins/merge-sort.ts";
import { failure } from "../runtime/failure.ts";
import type { Env } from "../runtime/run.ts";
import { charge } from "../runtime/run.ts";
import type { Compiler } from "./compiler.ts";

/** `items^(<a, >b)`: stable; items without a value come last. */
export function compileSort(
  node: SortNode,
  compiler: Compiler,
): (items: readonly unknown[], env: Env) => readonly unknown[] {
  const terms = node.terms.map((term) => ({
    code: compiler.compile(term.expression),
    descending: term.descending,
  }));
  const { position } = node;
  const belongsBehind = (a: unknown, b: unknown, env: Env): boolean => {
    charge(env.run, terms.length);
    for (const { code, descending } of terms) {
      const order = compare(code(a, env), code(b, env), descending, position);
      if (order !== 0) return order === 1;
    }
    return false;
  };
  return (items, env) => (items.length <= 1 ? items : mergeSort(items, (a, b) => belongsBehind(a, b, env)));
}

function compare(a: unknown, b: unknown, descending: boolean, position: number | undefined): number {
  if (a === undefined) return b === undefined ? 0 : 1;
  if (b === undefined) return -1;
  if (!isSortable(a)) throw failure("T2008", { position, value: a });
  if (!isSortable(b)) throw failure("T2008", { position, value: b });
  if (typeof a !== typeof b) throw failure("T2007", { position, value: a });
  if (a === b) return 0;
  return (a < b ? -1 : 1) * (descending ? -1 : 1);
}

function isSortable(value: unknown): value is string | number {
  return typeof value === "string" || typeof value === "number";
}
