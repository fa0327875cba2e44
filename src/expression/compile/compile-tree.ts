import type { Node } from "../ast.ts";
import type { Code } from "../runtime/run.ts";
import { lookupVariable } from "../runtime/run.ts";
import { collapse, isSequence, lookup } from "../runtime/sequence.ts";
import { descendants, stepVariables } from "../walk-tree.ts";
import { compileApply, compileCall, compileLambda, compilePartial } from "./calls.ts";
import type { Compiler, Observe } from "./compiler.ts";
import { compileArray, compileObject } from "./constructors.ts";
import { compileBind, compileBlock, compileCondition, compileVariable } from "./control.ts";
import { compileFilter } from "./filter.ts";
import { compileGroup } from "./group.ts";
import { compileBinary, compileNegate } from "./operators.ts";
import { compilePath } from "./path.ts";
import { compileRegex } from "./regex.ts";
import { compileTransform } from "./transform.ts";
import { selectChildren, selectDescendants } from "./wildcards.ts";

/** A whole tree, of a text in which `findProblems` finds no error, as one synchronous function. */
export function compileTree(root: Node, observe?: Observe): Code {
  const compiler: Compiler = {
    compile: (node) => compileNode(node, compiler),
    bound: boundNames(root),
    ...(observe === undefined ? {} : { observe }),
  };
  return compiler.compile(root);
}

/** Names that `:=` and functions' parameters set anywhere. */
export function boundNames(root: Node): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of descendants(root)) {
    if (node.type === "bind") names.add(node.lhs.value);
    if (node.type === "lambda") for (const parameter of node.arguments) names.add(parameter.value);
    for (const name of stepVariables(node)) names.add(name);
  }
  return names;
}

function compileNode(node: Node, compiler: Compiler): Code {
  let code = compileOwn(node, compiler);
  for (const stage of node.predicate ?? []) {
    if (stage.type === "filter") code = compileFilter(code, stage.expr, compiler);
  }
  if (node.group !== undefined && node.type !== "path") code = compileGroup(code, node.group, compiler);
  return compileResult(code, node);
}

function compileOwn(node: Node, compiler: Compiler): Code {
  switch (node.type) {
    case "string":
    case "number":
    case "value": {
      const { value } = node;
      return () => value;
    }
    case "name": {
      const { value } = node;
      return (input, env) => lookup(input, value, env.run);
    }
    case "path":
      return compilePath(node, compiler);
    case "binary":
      return compileBinary(node, compiler);
    case "unary":
      if (node.value === "-") return compileNegate(node, compiler);
      return node.value === "[" ? compileArray(node, compiler) : compileObject(node, compiler);
    case "condition":
      return compileCondition(node, compiler);
    case "block":
      return compileBlock(node, compiler);
    case "bind":
      return compileBind(node, compiler);
    case "variable":
      return compileVariable(node, compiler);
    case "function":
      return compileCall(node, compiler);
    case "lambda":
      return compileLambda(node, compiler);
    case "apply":
      return compileApply(node, compiler);
    case "regex":
      return compileRegex(node);
    case "wildcard":
      return selectChildren;
    case "descendant":
      return selectDescendants;
    case "partial":
      return compilePartial(node, compiler);
    case "transform":
      return compileTransform(node, compiler);
    case "parent": {
      const { label } = node.slot;
      return (_input, env) => lookupVariable(label, env)?.value;
    }
    case "sort":
    case "operator":
      // One is always a step of a path, the other always an argument.
      throw new Error(`bug: a ${node.type} by itself`);
    default:
      return node satisfies never;
  }
}

/** What JSONata does to the result of any node: `[]` keeps a sequence an array, and other sequences collapse. */
function compileResult(code: Code, node: Node): Code {
  if (node.keepArray === true) {
    return (input, env) => {
      const result = code(input, env);
      if (isSequence(result) && result.tupleStream !== true) result.keepSingleton = true;
      return collapse(result);
    };
  }
  if (!mayYieldSequence(node)) return code;
  return (input, env) => {
    const result = code(input, env);
    return Array.isArray(result) ? collapse(result) : result;
  };
}

/** Literals and operators yield none. Control flow may: a sequence within a sequence collapses at every level. */
function mayYieldSequence(node: Node): boolean {
  if (node.predicate !== undefined || node.group !== undefined) return true;
  switch (node.type) {
    case "string":
    case "number":
    case "value":
    case "unary":
    case "lambda":
    case "regex":
    case "transform":
    case "partial":
      return false;
    case "binary":
      return node.value === "..";
    default:
      return true;
  }
}
