import type { Callable } from "../runtime/callable.ts";
import { makeCallable } from "../runtime/callable.ts";
import { failure } from "../runtime/failure.ts";
import { fill } from "../runtime/partial.ts";
import { charge } from "../runtime/run.ts";
import { createSequence } from "../runtime/sequence.ts";
import { BOUNDED } from "./bounded.ts";
import { costOf } from "./costs.ts";
import { FORMATS } from "./formats.ts";
import { HIGHER_ORDER } from "./higher-order.ts";
import type { Implementation } from "./implementation.ts";
import type { JsonataBuiltin } from "./jsonata-builtins.ts";
import { jsonataBuiltin } from "./jsonata-builtins.ts";
import { BUILTIN_NAMES } from "./names.ts";
import { REGEX_FUNCTIONS } from "./regex-functions.ts";
import type { Signature } from "./signature.ts";
import { parseSignature } from "./signature.ts";
import { TIME } from "./time.ts";

export interface Builtin {
  readonly name: string;
  readonly signature: Signature;
  /** As a value and for a call: checks the arguments, then runs. */
  readonly callable: Callable;
}

/** Ours where JSONata's own is asynchronous, unbounded, wrong in silence or reads the clock; JSONata's own elsewhere. */
const OURS: Readonly<Record<string, Implementation>> = {
  ...BOUNDED,
  ...FORMATS,
  ...HIGHER_ORDER,
  ...REGEX_FUNCTIONS,
  ...TIME,
};

/** What JSONata's own functions expect as `this`. */
const FOCUS = { createSequence, options: undefined };

const BUILTINS: ReadonlyMap<string, Builtin> = new Map(
  BUILTIN_NAMES.map((name) => [name, makeBuiltin(name)] as const),
);

/** By name without the `$`. `$random`, `$shuffle` and `$eval` are not there. */
export function builtin(name: string): Builtin | undefined {
  return BUILTINS.get(name);
}

function makeBuiltin(name: string): Builtin {
  const theirs = jsonataBuiltin(name);
  if (theirs === undefined) throw new Error(`bug: this version of jsonata has no $${name}`);
  const { implementation, signature } = theirs;
  const plain = parseSignature(signature.definition);
  const body: Implementation = OURS[name] ?? ((args) => implementation.apply(FOCUS, args as unknown[]));
  const cost = costOf(name);
  const run: Implementation = (args, current) => {
    charge(current, cost(args));
    return body(args, current);
  };
  return {
    name,
    signature: plain,
    callable: makeCallable(
      (args, context, current) =>
        run(plain.accepts(args) ? args : signature.validate(args, context), current),
      implementation.length,
      // $zip takes any number of arguments, and JSONata reads one off its code.
      (given) =>
        fill(
          (args, current) => run(asGiven(args, plain, signature), current),
          Math.max(1, implementation.length),
          given,
        ),
    ),
  };
}

/**
 * Of a partial application JSONata neither checks nor completes the arguments, and its functions make something of
 * whatever they get: what does not fit is an error here.
 */
function asGiven(
  args: readonly unknown[],
  { accepts, required }: Signature,
  signature: JsonataBuiltin["signature"],
): readonly unknown[] {
  let count = args.length;
  while (count > required && args[count - 1] === undefined) count -= 1;
  const given = args.slice(0, count);
  if (accepts(given)) return given;
  const completed = signature.validate(given, undefined);
  const changed = completed.findIndex((value, index) => value !== given[index]);
  if (changed !== -1) throw failure("T0412", { index: changed + 1, value: given[changed] });
  return given;
}
