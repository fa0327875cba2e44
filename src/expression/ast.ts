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
