import type { EvaluationContext } from "../model/expression.ts";
import type { Json } from "../model/json.ts";
import type { BinaryNode, ConditionNode, Node } from "./ast.ts";
import { compileTree } from "./compile/compile-tree.ts";
import { elseOffset, startBehind } from "./else-offset.ts";
import { findProblems } from "./find-problems.ts";
import { parseExpression } from "./parse-expression.ts";
import { descendants } from "./walk-tree.ts";

/** One of the two ways that a conditional (`? :`, `?:`, `??`) or a short circuit (`and`, `or`) can go. */
export interface Branch {
  /** UTF-16 units from the start of the expression. */
  readonly offset: number;
  /** What has not happened as long as nothing went this way: to follow "no test …". */
  readonly untaken: string;
}

export interface ObservedExpression {
  /** In the order of the text. */
  readonly branches: readonly Branch[];
  /** Those that an evaluation took so far. */
  readonly taken: ReadonlySet<Branch>;
  /** Never throws: an evaluation that fails has taken the branches up to there. */
  evaluate(row: Json, context: EvaluationContext): void;
}

/** An expression that remembers which way its branches went; undefined where its text has an error. */
export function observeBranches(text: string): ObservedExpression | undefined {
  const parsed = parseExpression(text);
  if (!parsed.ok || findProblems(text, parsed.tree).some(({ severity }) => severity === "error")) {
    return undefined;
  }
  const all = new Map<string, Branch>();
  for (const node of descendants(parsed.tree)) {
    if (!isBranching(node)) continue;
    // Left of `??` and `?:` the parser copies nodes: copies have one place and count once.
    for (const held of [true, false]) all.set(branchKey(node, held), branchOf(text, node, held));
  }
  const taken = new Set<Branch>();
  const code = compileTree(parsed.tree, (node, held) => {
    const branch = all.get(branchKey(node, held));
    if (branch !== undefined) taken.add(branch);
  });
  return {
    branches: [...all.values()].sort((a, b) => a.offset - b.offset),
    taken,
    evaluate: (row, { runStart }) => {
      try {
        code(row, { run: { input: row, runStart, work: 0 }, parent: undefined, vars: undefined });
      } catch {
        // The record tells of the failure; here only the way to it counts.
      }
    },
  };
}

function isBranching(node: Node): node is ConditionNode | BinaryNode {
  return (
    node.type === "condition" || (node.type === "binary" && (node.value === "and" || node.value === "or"))
  );
}

function branchKey({ position }: Node, held: boolean): string {
  return `${position} ${held}`;
}

function branchOf(text: string, node: ConditionNode | BinaryNode, held: boolean): Branch {
  const behind = node.position ?? 0;
  if (node.type === "binary") {
    const start = behind - node.value.length;
    const decides = (node.value === "or") === held;
    return {
      // The way through the right side stands there; where the left side decides, the operator is marked.
      offset: decides ? start : startBehind(text, behind),
      untaken: `makes the left side of \`${node.value}\` ${held}`,
    };
  }
  switch (text.slice(behind - 2, behind)) {
    case "??":
      return held
        ? { offset: behind - 2, untaken: "gives the left side of `??` a value" }
        : { offset: startBehind(text, behind), untaken: "needs the fallback behind `??`" };
    case "?:":
      return held
        ? { offset: behind - 2, untaken: "makes the left side of `?:` true" }
        : { offset: startBehind(text, behind), untaken: "needs the fallback behind `?:`" };
    default:
      return held
        ? { offset: startBehind(text, behind), untaken: "makes the condition before `?` true" }
        : {
            offset: elseOffset(text, behind) ?? behind - 1,
            untaken: "makes the condition before `?` false",
          };
  }
}
