import type { Callable } from "../runtime/callable.ts";
import { call, callWith } from "../runtime/callable.ts";
import { failure } from "../runtime/failure.ts";
import type { Run } from "../runtime/run.ts";
import { charge, chargeText } from "../runtime/run.ts";
import { createSequence } from "../runtime/sequence.ts";
import { isNumeric, truthy } from "../runtime/values.ts";
import type { Implementation } from "./implementation.ts";
import { mergeSort } from "./merge-sort.ts";

/** JSONata's functions that take a function: its own wait for a promise at every item. */
export const HIGHER_ORDER: Readonly<Record<string, Implementation>> = {
  map: ([items, mapper], run) => map(items as Items, mapper as Callable, run),
  filter: ([items, predicate], run) => filter(items as Items, predicate as Callable, run),
  single: ([items, predicate], run) => single(items as Items, predicate as Callable | undefined, run),
  reduce: ([items, combine, start], run) => reduce(items as Items, combine as Callable, start, run),
  each: ([object, mapper], run) => each(object as object | undefined, mapper as Callable, run),
  sift: ([object, predicate], run) => sift(object as object | undefined, predicate as Callable, run),
  sort: ([items, comparator], run) => sort(items as Items, comparator as Callable | undefined, run),
};

type Items = readonly unknown[] | undefined;

function map(items: Items, mapper: Callable, run: Run): unknown {
  if (items === undefined) return undefined;
  const results = createSequence();
  for (let index = 0; index < items.length; index++) {
    const result = callWith(mapper, run, items[index], index, items);
    if (result !== undefined) results.push(result);
  }
  return results;
}

function filter(items: Items, predicate: Callable, run: Run): unknown {
  if (items === undefined) return undefined;
  const kept = createSequence();
  for (let index = 0; index < items.length; index++) {
    if (truthy(callWith(predicate, run, items[index], index, items), run)) kept.push(items[index]);
  }
  return kept;
}

function single(items: Items, predicate: Callable | undefined, run: Run): unknown {
  if (items === undefined) return undefined;
  let found: { readonly item: unknown } | undefined;
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    if (predicate !== undefined && !truthy(callWith(predicate, run, item, index, items), run)) continue;
    if (found !== undefined) throw failure("D3138");
    found = { item };
  }
  if (found === undefined) throw failure("D3139");
  return found.item;
}

function reduce(items: Items, combine: Callable, start: unknown, run: Run): unknown {
  if (items === undefined) return undefined;
  if (combine.arity < 2) throw failure("D3050");
  const fromFirst = start === undefined && items.length > 0;
  let result = fromFirst ? items[0] : start;
  for (let index = fromFirst ? 1 : 0; index < items.length; index++) {
    const args = [result, items[index]];
    if (combine.arity >= 3) args.push(index);
    if (combine.arity >= 4) args.push(items);
    result = call(combine, args, null, run);
  }
  return result;
}

function each(object: object | undefined, mapper: Callable, run: Run): unknown {
  const results = createSequence();
  for (const [key, value] of Object.entries(object ?? {})) {
    const result = callWith(mapper, run, value, key, object);
    if (result !== undefined) results.push(result);
  }
  return results;
}

function sift(object: object | undefined, predicate: Callable, run: Run): unknown {
  const kept: Record<string, unknown> = Object.create(null);
  let empty = true;
  for (const [key, value] of Object.entries(object ?? {})) {
    if (!truthy(callWith(predicate, run, value, key, object), run)) continue;
    kept[key] = value;
    empty = false;
  }
  return empty ? undefined : kept;
}

function sort(items: Items, comparator: Callable | undefined, run: Run): unknown {
  if (items === undefined || items.length <= 1) return items;
  if (comparator === undefined) {
    if (!items.every(isNumeric) && !items.every((item) => typeof item === "string")) throw failure("D3070");
    return mergeSort(items, (a, b) => {
      charge(run, 1);
      if (typeof a === "string" && typeof b === "string") chargeText(run, a.length + b.length);
      return (a as string) > (b as string);
    });
  }
  return mergeSort(items, (a, b) => Boolean(call(comparator, [a, b], null, run)));
}
