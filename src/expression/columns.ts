import type { CallNode, Node, PathNode, Stage } from "./ast.ts";
import { builtin } from "./builtins/builtins.ts";

/**
 * Top-level names of the row that an expression reads, in the order of the text; undefined where it may read any:
 * by `*`, `**`, `%`, by `$` or `$$` other than as the start of a path, or by a function that takes the row as its
 * missing argument.
 */
export function columnsOf(tree: Node): readonly string[] | undefined {
  const names = new Set<string>();
  return visit(tree, { row: true, names }) ? [...names] : undefined;
}

interface Context {
  /** Whether the current value is the row. */
  readonly row: boolean;
  readonly names: Set<string>;
}

/** False as soon as any column may be read. */
function visit(node: Node, context: Context): boolean {
  const inner = { ...context, row: false };
  return (
    visitOwn(node, context) &&
    visitStages([...(node.predicate ?? []), ...(node.stages ?? [])], inner) &&
    (node.group === undefined || node.group.lhs.flat().every((part) => visit(part, inner)))
  );
}

function visitStages(stages: readonly Stage[], context: Context): boolean {
  return stages.every((stage) => stage.type !== "filter" || visit(stage.expr, context));
}

function visitOwn(node: Node, context: Context): boolean {
  switch (node.type) {
    case "string":
    case "number":
    case "value":
    case "regex":
    case "operator":
      return true;
    case "name":
      if (context.row) context.names.add(node.value);
      return true;
    case "variable":
      return node.value !== "$" && (node.value !== "" || !context.row);
    case "path":
      return visitPath(node, context);
    case "function":
    case "partial":
      return visitCall(node, 0, context);
    case "apply":
      // On the right side of ~> a call gets one argument more than it shows.
      if (!visit(node.lhs, context)) return false;
      return node.rhs.type === "function" ? visitCall(node.rhs, 1, context) : visit(node.rhs, context);
    case "unary":
      if (node.value === "-") return visit(node.expression, context);
      return (node.value === "[" ? node.expressions : node.lhs.flat()).every((part) => visit(part, context));
    case "binary":
      return visit(node.lhs, context) && visit(node.rhs, context);
    case "bind":
      return visit(node.rhs, context);
    case "block":
      return node.expressions.every((part) => visit(part, context));
    case "condition":
      return [node.condition, node.then, node.else].every(
        (part) => part === undefined || visit(part, context),
      );
    case "lambda":
      return visit(node.body, context);
    case "sort":
      return node.terms.every((term) => visit(term.expression, context));
    case "transform":
      return [node.pattern, node.update, node.delete].every(
        (part) => part === undefined || visit(part, { ...context, row: false }),
      );
    case "wildcard":
    case "descendant":
    case "parent":
      return !context.row;
    default:
      return node satisfies never;
  }
}

function visitPath(node: PathNode, context: Context): boolean {
  const [first, second, ...rest] = node.steps;
  if (first === undefined) return true;
  const inner = { ...context, row: false };
  const startsAtRow =
    first.type === "variable" &&
    (first.value === "$" || (first.value === "" && context.row)) &&
    first.predicate === undefined &&
    first.stages === undefined &&
    second?.type === "name";
  if (startsAtRow)
    return visit(second, { ...context, row: true }) && rest.every((step) => visit(step, inner));
  const others = second === undefined ? rest : [second, ...rest];
  return visit(first, context) && others.every((step) => visit(step, inner));
}

/** A call that lacks arguments takes the current value, which may be the row. */
function visitCall(node: CallNode, more: number, context: Context): boolean {
  const { procedure } = node;
  const called = procedure.type === "variable" ? builtin(procedure.value) : undefined;
  if (called?.signature.readsContext(node.arguments.length + more) === true) return false;
  return visit(procedure, context) && node.arguments.every((argument) => visit(argument, context));
}
