import { closest, distance } from "fastest-levenshtein";
import type { ExpressionProblem } from "../model/expression.ts";
import type { BindNode, CallNode, LambdaNode, Node, RegexNode, VariableNode } from "./ast.ts";
import { BUILTIN_NAMES, REFUSED_NAMES } from "./builtins/names.ts";
import { boundNames } from "./compile/compile-tree.ts";
import { concurrentBindings } from "./concurrent-bindings.ts";
import { filteredTailCalls } from "./filtered-tail-calls.ts";
import { isUnsafeRegex } from "./regex/regex-risk.ts";
import { tokenPlace } from "./token-place.ts";
import { descendants } from "./walk-tree.ts";

/**
 * What is wrong with a tree that parses: names that nobody defines, impure functions, unsafe regular expressions, and
 * what JSONata itself gets wrong. A tree without an error can be compiled.
 */
export function findProblems(text: string, tree: Node): readonly ExpressionProblem[] {
  const bound = boundNames(tree);
  const called = new Set<Node>();
  const problems: ExpressionProblem[] = [];
  for (const node of descendants(tree)) {
    const problem = problemOf(node, text, bound, called);
    if (problem !== undefined) problems.push(problem);
  }
  problems.push(...concurrentBindings(tree).map((bind) => bindingProblem(bind, text)));
  problems.push(...filteredTailCalls(tree).map((call) => tailCallProblem(call, text)));
  return withoutRepeats(problems);
}

/** Left of `??` and `?:` the parser copies nodes: what is wrong with them is told once. */
function withoutRepeats(problems: readonly ExpressionProblem[]): readonly ExpressionProblem[] {
  const keyOf = ({ rule, offset, message }: ExpressionProblem) => `${rule} ${offset} ${message}`;
  return [...new Map(problems.toReversed().map((problem) => [keyOf(problem), problem])).values()].reverse();
}

function problemOf(
  node: Node,
  text: string,
  bound: ReadonlySet<string>,
  called: Set<Node>,
): ExpressionProblem | undefined {
  switch (node.type) {
    case "function":
    case "partial":
      called.add(node.procedure);
      return callProblem(node, text, bound);
    case "variable":
      return variableProblem(node, text, bound, called.has(node));
    case "regex":
      return regexProblem(node, text);
    case "lambda":
      return copiedSignature(node);
    default:
      return undefined;
  }
}

function callProblem(
  node: CallNode,
  text: string,
  bound: ReadonlySet<string>,
): ExpressionProblem | undefined {
  const { procedure } = node;
  if (procedure.type === "path" && procedure.steps.length === 1) {
    const [step] = procedure.steps;
    if (step?.type !== "name") return undefined;
    const known = BUILTIN_NAMES.includes(step.value) || bound.has(step.value);
    const place = tokenPlace(step.value, step.position, text);
    const lower = step.value.toLowerCase();
    const meant = known ? step.value : (SQL_NAMES.get(lower) ?? nearName(step.value, bound));
    const foreign = known ? undefined : SQL_WAYS.get(lower);
    return {
      rule: "expression-syntax",
      severity: "error",
      message: `${step.value}(…) is not a function call: functions start with $.`,
      hint: foreign ?? suggestion(meant),
      ...(foreign === undefined ? instead(meant, place) : {}),
      ...place,
    };
  }
  if (procedure.type !== "variable" || isKnown(procedure.value, bound)) return undefined;
  const place = tokenPlace(`$${procedure.value}`, procedure.position, text);
  const meant = nearName(procedure.value, bound);
  return {
    rule: "expression-syntax",
    severity: "error",
    message: `There is no function $${procedure.value}.`,
    hint: suggestion(meant),
    ...instead(meant, place),
    ...place,
  };
}

function variableProblem(
  node: VariableNode,
  text: string,
  bound: ReadonlySet<string>,
  called: boolean,
): ExpressionProblem | undefined {
  const name = node.value;
  const place = tokenPlace(`$${name}`, node.position, text);
  const refused = bound.has(name) ? undefined : REFUSED_NAMES.get(name);
  if (refused !== undefined) {
    return {
      rule: "expression-impure",
      severity: "error",
      message: refused.why,
      hint: refused.hint,
      ...place,
    };
  }
  if (called || isKnown(name, bound)) return undefined;
  return {
    rule: "expression-syntax",
    severity: "warning",
    message: `The variable $${name} is never set, so it has no value.`,
    hint: `for the column of the row, write ${name} without the $`,
    rewrites: [{ text: name, at: place }],
    ...place,
  };
}

function regexProblem(node: RegexNode, text: string): ExpressionProblem | undefined {
  const { value, position } = node;
  if (!(value instanceof RegExp)) {
    return {
      rule: "expression-syntax",
      severity: "error",
      message: "JSONata loses a regular expression on the left side of ?? and ?:.",
      hint: "bind the left side to a variable first: ($v := …; $v ?? …)",
      offset: Math.max(0, Math.min(position ?? 1, text.length) - 1),
      length: 1,
    };
  }
  if (!isUnsafeRegex(value)) return undefined;
  const flags = value.flags.replace("g", "");
  return {
    rule: "expression-unsafe",
    severity: "error",
    message:
      "This regular expression can take extremely long on some texts: a repeated part can match the same text in several ways.",
    hint: "repeat only one level deep, and let each repeated part start or end with a sign that the rest of it cannot match: (\\w+,)* instead of (\\w+,?)*, a+ instead of (a+)+",
    ...tokenPlace(`/${value.source}/${flags}`, position, text),
  };
}

function bindingProblem({ lhs }: BindNode, text: string): ExpressionProblem {
  const name = `$${lhs.value}`;
  return {
    rule: "expression-syntax",
    severity: "error",
    message: `${name} is set in one element and used in another, and JSONata evaluates elements at the same time.`,
    hint: `set it in front: (${name} := …; [ … ])`,
    ...tokenPlace(name, lhs.position, text),
  };
}

function tailCallProblem({ body }: LambdaNode, text: string): ExpressionProblem {
  const name = body.type === "function" && body.procedure.type === "variable" ? body.procedure : undefined;
  return {
    rule: "expression-syntax",
    severity: "error",
    message: "JSONata loses what stands behind the brackets around the last call of a function.",
    hint: "bind the call to a variable first: ($v := $f(…); $v[0])",
    ...tokenPlace(`$${name?.value ?? ""}`, name?.position ?? body.position, text),
  };
}

function copiedSignature(node: LambdaNode): ExpressionProblem | undefined {
  if (node.signature === undefined || node.signature.validate !== undefined) return undefined;
  return {
    rule: "expression-syntax",
    severity: "error",
    message: "JSONata loses the signature of a function on the left side of ?? and ?:.",
    hint: "bind the function to a variable first",
    offset: Math.max(0, (node.position ?? 1) - 1),
    length: 1,
  };
}

function isKnown(name: string, bound: ReadonlySet<string>): boolean {
  return (
    name === "" || name === "$" || bound.has(name) || BUILTIN_NAMES.includes(name) || REFUSED_NAMES.has(name)
  );
}

/** What JSONata has for the functions of SQL that it has under no name. */
const SQL_WAYS: ReadonlyMap<string, string> = new Map([
  ...["coalesce", "ifnull", "nvl"].map(
    (name) => [name, 'write tier ?: "x", which takes "x" where tier is empty'] as const,
  ),
  ["nullif", 'write tier = "x" ? null : tier'],
  ["concat", 'join texts with &: first & " " & last'],
  ["if", "write condition ? value : other"],
  ["iif", "write condition ? value : other"],
]);

/** The functions of SQL that JSONata calls otherwise. */
const SQL_NAMES: ReadonlyMap<string, string> = new Map([
  ["upper", "uppercase"],
  ["ucase", "uppercase"],
  ["lower", "lowercase"],
  ["lcase", "lowercase"],
  ["substr", "substring"],
  ["left", "substring"],
  ["len", "length"],
  ["char_length", "length"],
  ["btrim", "trim"],
]);

function suggestion(meant: string | undefined): string {
  return meant === undefined
    ? "see https://docs.jsonata.org for the functions of JSONata"
    : `did you mean $${meant}?`;
}

function instead(
  meant: string | undefined,
  at: { readonly offset: number; readonly length: number },
): Pick<ExpressionProblem, "rewrites"> {
  return meant === undefined ? {} : { rewrites: [{ text: `$${meant}`, at }] };
}

/** The function that was probably meant. */
function nearName(name: string, bound: ReadonlySet<string>): string | undefined {
  const names = [...bound, ...BUILTIN_NAMES];
  const lower = name.toLowerCase();
  const best = names.find((known) => known.toLowerCase() === lower) ?? closest(name, names);
  const near = distance(lower, best.toLowerCase()) <= Math.max(2, Math.floor(name.length / 3));
  return near ? best : undefined;
}
