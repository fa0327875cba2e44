/**
 * JSONata's syntax tree as its parser leaves it, as far as it is read here. Every node may also carry what the
 * parser adds for predicates, grouping, array promotion and tuple streams.
 */
export type Node =
  | LiteralNode
  | NameNode
  | RegexNode
  | PathNode
  | BinaryNode
  | NegateNode
  | ArrayNode
  | ObjectNode
  | ConditionNode
  | BlockNode
  | BindNode
  | VariableNode
  | CallNode
  | LambdaNode
  | ApplyNode
  | SortNode
  | TransformNode
  | ParentNode
  | OtherNode;

interface Common {
  /** UTF-16 units from the start, behind the node's token. */
  readonly position?: number;
  readonly predicate?: readonly Stage[];
  readonly stages?: readonly Stage[];
  readonly group?: Group;
  readonly keepArray?: boolean;
  readonly consarray?: boolean;
  /** Set where a step carries variables or ancestors along (`@`, `#`, `%`). */
  readonly tuple?: boolean;
  readonly focus?: string;
  readonly index?: string;
  readonly ancestor?: AncestorSlot;
}

/** Where a `%` further on finds the value that a step started from: in a variable of this name. */
interface AncestorSlot {
  readonly label: string;
}

export type Stage =
  | { readonly type: "filter"; readonly expr: Node }
  /** `#$i` behind a filter. */
  | { readonly type: "index"; readonly value: string };

export type Pair = readonly [key: Node, value: Node];

export interface Group {
  readonly lhs: readonly Pair[];
  readonly position?: number;
}

interface LiteralNode extends Common {
  readonly type: "string" | "number" | "value";
  readonly value: string | number | boolean | null;
}

interface NameNode extends Common {
  readonly type: "name";
  readonly value: string;
}

export interface RegexNode extends Common {
  readonly type: "regex";
  /** Not a RegExp where the parser copied the node by JSON (left of `??` and `?:`). */
  readonly value: unknown;
}

export interface PathNode extends Common {
  readonly type: "path";
  readonly steps: readonly Node[];
  readonly keepSingletonArray?: boolean;
}

export interface BinaryNode extends Common {
  readonly type: "binary";
  readonly value: string;
  readonly lhs: Node;
  readonly rhs: Node;
}

export interface NegateNode extends Common {
  readonly type: "unary";
  readonly value: "-";
  readonly expression: Node;
}

export interface ArrayNode extends Common {
  readonly type: "unary";
  readonly value: "[";
  readonly expressions: readonly Node[];
}

export interface ObjectNode extends Common {
  readonly type: "unary";
  readonly value: "{";
  readonly lhs: readonly Pair[];
}

export interface ConditionNode extends Common {
  readonly type: "condition";
  readonly condition: Node;
  readonly then: Node;
  readonly else?: Node;
}

export interface BlockNode extends Common {
  readonly type: "block";
  readonly expressions: readonly Node[];
}

export interface BindNode extends Common {
  readonly type: "bind";
  readonly lhs: VariableNode;
  readonly rhs: Node;
}

export interface VariableNode extends Common {
  readonly type: "variable";
  /** Empty for `$`, `$` for `$$`. */
  readonly value: string;
}

export interface CallNode extends Common {
  readonly type: "function" | "partial";
  readonly procedure: Node;
  readonly arguments: readonly Node[];
}

export interface LambdaNode extends Common {
  readonly type: "lambda";
  readonly arguments: readonly { readonly value: string }[];
  readonly body: Node;
  /** The body is a call in tail position, made by whoever called the function around it. */
  readonly thunk?: boolean;
  readonly signature?: LambdaSignature;
}

export interface LambdaSignature {
  readonly definition: string;
  /** Missing where the parser copied the node by JSON. */
  readonly validate?: (args: readonly unknown[], context: unknown) => unknown[];
}

export interface ApplyNode extends Common {
  readonly type: "apply";
  readonly lhs: Node;
  readonly rhs: Node;
}

export interface SortNode extends Common {
  readonly type: "sort";
  readonly terms: readonly { readonly descending: boolean; readonly expression: Node }[];
}

/** `|pattern|update, delete|` */
export interface TransformNode extends Common {
  readonly type: "transform";
  readonly pattern: Node;
  readonly update: Node;
  readonly delete?: Node;
}

/** `%` */
export interface ParentNode extends Common {
  readonly type: "parent";
  readonly slot: AncestorSlot;
}

interface OtherNode extends Common {
  /** `operator` is the `?` of a partial application. */
  readonly type: "wildcard" | "descendant" | "operator";
}

/** The nodes directly below, in the order of the text as far as the tree tells. */
export function children(node: Node): readonly Node[] {
  const below: Node[] = [...ownChildren(node)];
  for (const stage of [...(node.predicate ?? []), ...(node.stages ?? [])]) {
    if (stage.type === "filter") below.push(stage.expr);
  }
  if (node.group !== undefined) below.push(...node.group.lhs.flat());
  return below;
}

/**
 * The child that a chain goes on with: the else of a conditional, the left side of an operator. Chains may be thousands
 * long, so whoever walks a tree by calling itself takes a chain in a loop.
 */
export function spineOf(node: Node): Node | undefined {
  switch (node.type) {
    case "condition":
      return node.else;
    case "binary":
    case "apply":
      return node.lhs;
    default:
      return undefined;
  }
}

/** A chain from its first node down to what no chain goes on with. */
export function spineFrom(node: Node): readonly Node[] {
  const spine: Node[] = [node];
  for (let next = spineOf(node); next !== undefined; next = spineOf(next)) spine.push(next);
  return spine;
}

/** Variables that a step of a path sets for those behind it: `@$x`, `#$i`. */
export function stepVariables(node: Node): readonly string[] {
  const numbered = (node.stages ?? []).flatMap((stage) => (stage.type === "index" ? [stage.value] : []));
  return [node.focus, node.index, ...numbered].filter((name) => name !== undefined);
}

/** Every node of the tree, parents first. */
export function* descendants(node: Node): Iterable<Node> {
  const stack: Node[] = [node];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    yield next;
    for (const child of children(next).toReversed()) stack.push(child);
  }
}

/** Without what stands in its filters and groups. */
export function ownChildren(node: Node): readonly Node[] {
  switch (node.type) {
    case "path":
      return node.steps;
    case "binary":
    case "apply":
      return [node.lhs, node.rhs];
    case "bind":
      return [node.rhs];
    case "unary":
      return node.value === "-" ? [node.expression] : node.value === "[" ? node.expressions : node.lhs.flat();
    case "condition":
      return [node.condition, node.then, ...(node.else === undefined ? [] : [node.else])];
    case "block":
      return node.expressions;
    case "function":
    case "partial":
      return [node.procedure, ...node.arguments];
    case "lambda":
      return [node.body];
    case "sort":
      return node.terms.map((term) => term.expression);
    case "transform":
      return [node.pattern, node.update, ...(node.delete === undefined ? [] : [node.delete])];
    default:
      return [];
  }
}
