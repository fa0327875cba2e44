import type { ColumnTypes, InferredType } from "../model/expression.ts";
import type { BinaryNode, CallNode, ConditionNode, Node, PathNode } from "./ast.ts";
import { builtin } from "./builtins/builtins.ts";
import { BUILTIN_NAMES } from "./builtins/names.ts";
import { ALWAYS, MAY_FIND_NOTHING, RETURNS } from "./builtins/return-types.ts";
import { boundNames } from "./compile/compile-tree.ts";
import { rowNodes } from "./row-nodes.ts";
import { descendants, spineFrom, stepVariables } from "./walk-tree.ts";

export type Types = ReadonlySet<InferredType>;

/** What a name and `$` refer to: the row, or a current value of these types. */
export type Context = "row" | Types;

/** The types that a node of one tree may result in. */
export type Infer = (node: Node, context: Context) => Types;

export const UNKNOWN: Types = new Set(["unknown"]);

const NOTHING: Types = new Set(["nothing"]);

/** What an expression may result in, without running it; `["unknown"]` where nothing is known. */
export function inferResult(tree: Node, columns: ColumnTypes = () => undefined): readonly InferredType[] {
  return sorted(inference(tree, columns)(tree, "row"));
}

export function sorted(types: Types): readonly InferredType[] {
  return types.has("unknown") ? ["unknown"] : [...types].toSorted();
}

/**
 * Types of any node of the tree. They hold whatever the order of evaluation: a variable has the types of all values
 * that are bound to its name anywhere, and those are looked for until no new ones turn up.
 */
export function inference(tree: Node, columns: ColumnTypes): Infer {
  const bound = boundNames(tree);
  const binds = [...descendants(tree)].filter((node) => node.type === "bind");
  const ofRow = new Set(rowNodes(tree));
  const variables = new Map<string, Types>();
  for (const name of bound) variables.set(name, NOTHING);
  // Parameters, and what `@` and `#` bind, may be anything.
  for (const name of parameters(tree)) variables.set(name, UNKNOWN);
  let infer = makeInfer(columns, variables);
  let pass = 0;
  for (let grew = binds.length > 0; grew; pass++) {
    grew = false;
    for (const bind of binds) {
      const { lhs, rhs } = bind;
      const known = variables.get(lhs.value) ?? NOTHING;
      const wider = union(known, infer(rhs, ofRow.has(bind) ? "row" : UNKNOWN));
      if (wider.size === known.size) continue;
      // Variables that follow from each other against the order of the text would take a pass each.
      variables.set(lhs.value, pass < MOST_PASSES ? wider : UNKNOWN);
      grew = true;
    }
    if (grew) infer = makeInfer(columns, variables);
  }
  return infer;
}

const MOST_PASSES = 20;

function parameters(tree: Node): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of descendants(tree)) {
    if (node.type === "lambda") for (const parameter of node.arguments) names.add(parameter.value);
    for (const name of stepVariables(node)) names.add(name);
  }
  return names;
}

function makeInfer(columns: ColumnTypes, variables: ReadonlyMap<string, Types>): Infer {
  // A node stands at one place of the tree and is asked for many times: by each node above it.
  const known = new Map<Context, Map<Node, Types>>();

  function infer(node: Node, context: Context): Types {
    const memory = known.get(context) ?? new Map<Node, Types>();
    known.set(context, memory);
    const before = memory.get(node);
    if (before !== undefined) return before;
    // From the end of a chain on, so that each of its links finds the next one known.
    for (const link of spineFrom(node).toReversed()) {
      if (!memory.has(link)) memory.set(link, inferWhole(link, context));
    }
    return memory.get(node) ?? UNKNOWN;
  }

  function inferWhole(node: Node, context: Context): Types {
    if (node.group !== undefined) return new Set(["object"]);
    const types = inferOwn(node, context);
    return node.predicate === undefined ? types : filtered(types);
  }

  function inferOwn(node: Node, context: Context): Types {
    switch (node.type) {
      case "string":
        return new Set(["string"]);
      case "number":
        return new Set(["number"]);
      case "value":
        return new Set([node.value === null ? "null" : "boolean"]);
      case "regex":
      case "lambda":
      case "partial":
      case "transform":
        return new Set(["function"]);
      case "name":
        return nameTypes(node.value, context);
      case "path":
        return inferPath(node, context);
      case "binary":
        return inferBinary(node, context);
      case "unary":
        if (node.value === "[") return new Set(["array"]);
        if (node.value === "{") return new Set(["object"]);
        return maybeNothing("number", [node.expression], context);
      case "condition":
        return inferCondition(node, context);
      case "block": {
        const last = node.expressions.at(-1);
        return last === undefined ? NOTHING : infer(last, context);
      }
      case "bind":
        return infer(node.rhs, context);
      case "variable":
        return inferVariable(node.value, context);
      case "function":
        return inferCall(node, context, undefined);
      case "apply":
        return inferApply(node.lhs, node.rhs, context);
      default:
        return UNKNOWN;
    }
  }

  function nameTypes(name: string, context: Context): Types {
    if (context === "row") return new Set(columns(name) ?? UNKNOWN);
    return isScalar(context) ? NOTHING : UNKNOWN;
  }

  function inferVariable(name: string, context: Context): Types {
    if (name === "") return context === "row" ? UNKNOWN : context;
    if (name === "$") return UNKNOWN;
    const own = BUILTIN_NAMES.includes(name) ? new Set<InferredType>(["function"]) : NOTHING;
    const values = variables.get(name);
    return values === undefined ? own : union(values, own);
  }

  /** Each step of a path is taken from every value of the one before. */
  function inferPath(node: PathNode, context: Context): Types {
    if (node.steps.some(bindsOrClimbs)) return UNKNOWN;
    if (node.keepSingletonArray === true) return new Set(["array", "nothing"]);
    const [first, ...rest] = startOfPath(node, context);
    if (first === undefined) return UNKNOWN;
    let current = staged(infer(first, context), first);
    for (const step of rest) {
      if (!isScalar(current)) return UNKNOWN;
      const values = without(current, "nothing");
      if (values.size === 0) return NOTHING;
      const taken = staged(infer(step, values), step);
      if (taken.has("array")) return UNKNOWN;
      current = current.has("nothing") ? union(taken, NOTHING) : taken;
    }
    return current;
  }

  function inferBinary(node: BinaryNode, context: Context): Types {
    switch (node.value) {
      case "&":
        return new Set(["string"]);
      case "=":
      case "!=":
      case "and":
      case "or":
      case "in":
        return new Set(["boolean"]);
      case "<":
      case "<=":
      case ">":
      case ">=":
        return maybeNothing("boolean", [node.lhs, node.rhs], context);
      case "..":
        return UNKNOWN;
      default:
        return maybeNothing("number", [node.lhs, node.rhs], context);
    }
  }

  function inferCondition(node: ConditionNode, context: Context): Types {
    const taken = new Set(infer(node.then, context));
    const kind = fallbackKind(node);
    if (kind !== undefined) taken.delete("nothing");
    if (kind === "?:") taken.delete("null");
    return union(taken, node.else === undefined ? NOTHING : infer(node.else, context));
  }

  /** `x ~> f` calls f with x in front, and joins two functions. */
  function inferApply(lhs: Node, rhs: Node, context: Context): Types {
    const given = infer(lhs, context);
    const isData = !given.has("function") && (!given.has("unknown") || isNamePath(lhs));
    if (!isData) return UNKNOWN;
    if (rhs.type === "function") return inferCall(rhs, context, given);
    return rhs.type === "variable" ? builtinTypes(rhs.value, [given]) : UNKNOWN;
  }

  /** `applied`: the types of what stands left of `~>`, the first argument. */
  function inferCall(node: CallNode, context: Context, applied: Types | undefined): Types {
    if (node.procedure.type !== "variable") return UNKNOWN;
    const name = node.procedure.value;
    const given = node.arguments.map((argument) => infer(argument, context));
    if (applied !== undefined) given.unshift(applied);
    else if (given.length === 0 || builtin(name)?.signature.readsContext(given.length) === true) {
      given.push(context === "row" ? UNKNOWN : context);
    }
    return builtinTypes(name, given);
  }

  function builtinTypes(name: string, given: readonly Types[]): Types {
    if (variables.has(name)) return UNKNOWN;
    const always = ALWAYS[name];
    if (always !== undefined) return new Set([always]);
    const returns = RETURNS[name];
    if (returns === undefined) return UNKNOWN;
    const sure = !given.some(mayBeNothing) && !MAY_FIND_NOTHING.has(name);
    return sure ? new Set([returns]) : new Set([returns, "nothing"]);
  }

  function maybeNothing(type: InferredType, operands: readonly Node[], context: Context): Types {
    const missing = operands.some((operand) => mayBeNothing(infer(operand, context)));
    return missing ? new Set([type, "nothing"]) : new Set([type]);
  }

  return infer;
}

/** What `??` and `?:` are: the parser writes them as conditions over a copy of their left side. */
export function fallbackKind(node: ConditionNode): "??" | "?:" | undefined {
  const { condition, then } = node;
  if (condition.type === "function" && condition.position === undefined) return "??";
  if (condition.type !== then.type) return undefined;
  const position = positionOf(condition);
  const isCopy = position !== undefined && position === positionOf(then);
  return condition === then || isCopy ? "?:" : undefined;
}

/** A path bears no position of its own. */
function positionOf(node: Node): number | undefined {
  return node.type === "path" ? node.steps.at(-1)?.position : node.position;
}

/** The steps, without a `$` or `$$` in front that stands for the row itself. */
function startOfPath(node: PathNode, context: Context): readonly Node[] {
  const [first, second, ...rest] = node.steps;
  const isRow =
    first?.type === "variable" &&
    (first.value === "$" || (first.value === "" && context === "row")) &&
    first.predicate === undefined &&
    first.stages === undefined;
  // `$$` inside a path is still the row, which is not the context there.
  return isRow && second !== undefined && context === "row" ? [second, ...rest] : node.steps;
}

function bindsOrClimbs(step: Node): boolean {
  return (
    step.tuple === true ||
    step.focus !== undefined ||
    step.index !== undefined ||
    step.ancestor !== undefined ||
    step.type === "parent"
  );
}

function staged(types: Types, step: Node): Types {
  return step.stages === undefined ? types : filtered(types);
}

/** A filter leaves a single value, or nothing of it. */
function filtered(types: Types): Types {
  return isScalar(types) ? union(types, NOTHING) : UNKNOWN;
}

/** Whether all of it are values without parts. */
export function isScalar(types: Types): boolean {
  return !types.has("unknown") && !types.has("array") && !types.has("object") && !types.has("function");
}

function isNamePath(node: Node): boolean {
  return node.type === "path" && node.steps.every(({ type }) => type === "name");
}

function mayBeNothing(types: Types): boolean {
  return types.has("unknown") || types.has("nothing");
}

export function without(types: Types, ...unwanted: readonly InferredType[]): Types {
  return new Set([...types].filter((type) => !unwanted.includes(type)));
}

function union(a: Types, b: Types): Types {
  return new Set([...a, ...b]);
}
