import type { ArrayNode, ObjectNode } from "../ast.ts";
import type { Code } from "../runtime/run.ts";
import { charge } from "../runtime/run.ts";
import type { Sequence } from "../runtime/sequence.ts";
import { checkedPush, pushAll } from "../runtime/sequence.ts";
import type { Compiler } from "./compiler.ts";
import { compilePairs } from "./group.ts";

/** `[a, b]`: arrays among the elements are flattened, unless they are constructors themselves. */
export function compileArray(node: ArrayNode, compiler: Compiler): Code {
  const elements = node.expressions.map((element) => ({
    code: compiler.compile(element),
    whole: "value" in element && element.value === "[",
  }));
  const marked = node.consarray === true;
  return (input, env) => {
    const result: Sequence = [];
    for (const { code, whole } of elements) {
      const value = code(input, env);
      if (value === undefined) continue;
      if (whole || !Array.isArray(value)) checkedPush(result, value);
      else {
        charge(env.run, value.length >> 1);
        pushAll(result, value);
      }
    }
    charge(env.run, 4 + result.length);
    // Not enumerable, as in JSONata: a mark must not show where an array's own properties are looked at.
    if (marked) Object.defineProperty(result, "cons", { value: true });
    return result;
  };
}

export function compileObject(node: ObjectNode, compiler: Compiler): Code {
  return compilePairs(node.lhs, node.position, compiler);
}
