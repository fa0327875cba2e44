// Where a program reads its own messages, or anybody's: the operations whose subject is the text of a reason or of an
// error, directly or by way of variables, properties, parameters and results. `findReadMessages` knows no exceptions:
// check-messages.mjs does.
//
// Every expression has labels: THE_MESSAGE, where a message may be in it, and each parameter whose argument may be.
// What a function answers is told by the arguments of each call, so that a helper that is given a message once does not
// make messages of all that it is given. Properties are told apart by their declaration.
import ts from "typescript";

/** What the texts of reasons and errors are called. */
const TEXTS = new Set(["message", "what", "detail", "fix", "hint", "stack"]);
/** Methods of a text that look into it or cut it. */
const READERS = new Set(
  "match matchAll search replace replaceAll split includes startsWith endsWith slice substring substr indexOf lastIndexOf at charAt charCodeAt codePointAt localeCompare".split(
    " ",
  ),
);
/** Methods of a collection that look for their argument. */
const FINDERS = new Set(["includes", "indexOf", "lastIndexOf", "has", "get"]);
const COMPARISONS = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
  ts.SyntaxKind.LessThanToken,
  ts.SyntaxKind.GreaterThanToken,
  ts.SyntaxKind.LessThanEqualsToken,
  ts.SyntaxKind.GreaterThanEqualsToken,
]);

const THE_MESSAGE = Symbol("message");

/**
 * @param {import("typescript").Program} program
 * @param {(file: string) => boolean} isLooked Files that are looked through; flows through the others are not followed.
 * @returns {readonly { file: string, line: number, operation: string, text: string, from: string }[]} By file and line.
 */
export function findReadMessages(program, isLooked) {
  const flow = new Flow(
    program.getTypeChecker(),
    program.getSourceFiles().filter(({ fileName }) => isLooked(fileName)),
  );
  return flow.findings();
}

/** @typedef {Map<symbol | import("typescript").Node, import("typescript").Node>} Labels Each with where it comes from. */

class Flow {
  #checker;
  #files;
  /** By declaration: of a variable, a parameter, a property, a function (what it answers). @type {Map<ts.Node, Labels>} */
  #held = new Map();
  /** Where a value goes: to each declaration, the expressions that it may hold. @type {[ts.Node, ts.Node][]} */
  #ways = [];
  /** What is known of each expression in this round. @type {Map<ts.Node, Labels>} */
  #seen = new Map();
  #textual = new Map();
  #declarations = new Map();

  constructor(checker, files) {
    this.#checker = checker;
    this.#files = files;
  }

  findings() {
    for (const file of this.#files) this.#spread(file);
    while (this.#goOn());
    const found = [];
    for (const file of this.#files) this.#read(file, found);
    return found.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
  }

  /** Whether anything new came somewhere. */
  #goOn() {
    this.#seen = new Map();
    let isNew = false;
    for (const [declaration, value] of this.#ways) {
      const held = this.#held.get(declaration) ?? new Map();
      for (const [label, origin] of this.#labels(value)) {
        if (held.has(label) || label === declaration) continue;
        held.set(label, origin);
        this.#held.set(declaration, held);
        isNew = true;
      }
    }
    return isNew;
  }

  // ---- what flows where

  #spread(node) {
    if (ts.isVariableDeclaration(node) && node.initializer) this.#bind(node.name, node.initializer);
    else if (ts.isForOfStatement(node) && ts.isVariableDeclarationList(node.initializer)) {
      for (const { name } of node.initializer.declarations) this.#bind(name, node.expression);
    } else if (ts.isPropertyDeclaration(node) && node.initializer) this.#hold(node, node.initializer);
    else if (ts.isParameter(node) && node.initializer) this.#bind(node.name, node.initializer);
    else if (ts.isBindingElement(node) && node.initializer) this.#bind(node.name, node.initializer);
    else if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind)) this.#assign(node);
    else if (ts.isPropertyAssignment(node)) this.#fill(node, node.initializer);
    else if (ts.isShorthandPropertyAssignment(node)) this.#fill(node, node.name);
    else if (ts.isReturnStatement(node) && node.expression) this.#answer(node, node.expression);
    else if (ts.isYieldExpression(node) && node.expression) this.#answer(node, node.expression);
    else if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) this.#hold(node, node.body);
    else if (ts.isCallExpression(node) || ts.isNewExpression(node)) this.#call(node);
    ts.forEachChild(node, (child) => this.#spread(child));
  }

  #bind(name, value) {
    if (ts.isIdentifier(name)) this.#hold(name.parent, value);
    // Elements of a list that is taken apart; members of an object are found by their property.
    else if (ts.isArrayBindingPattern(name)) {
      for (const element of name.elements) if (ts.isBindingElement(element)) this.#bind(element.name, value);
    }
  }

  #assign({ left, right }) {
    const target = this.#declarationOf(left);
    if (target !== undefined) this.#hold(target, right);
  }

  #fill(property, value) {
    const name = property.name.text ?? "";
    const type = this.#checker.getContextualType(property.parent);
    const symbol = type && this.#checker.getPropertyOfType(this.#checker.getNonNullableType(type), name);
    this.#hold(symbol?.declarations?.[0] ?? property, value);
    if (symbol !== undefined) this.#hold(property, value);
  }

  #answer(node, value) {
    const owner = ts.findAncestor(node, ts.isFunctionLike);
    if (owner !== undefined) this.#hold(owner, value);
  }

  #call(node) {
    const parameters = this.#parametersOf(node);
    (node.arguments ?? []).forEach((argument, index) => {
      const parameter = parameters[Math.min(index, parameters.length - 1)];
      if (parameter !== undefined && (index < parameters.length || parameter.dotDotDotToken)) {
        this.#receive(parameter, argument);
      }
      this.#giveEach(node, argument);
    });
  }

  /** What a list holds goes to the function that is called with each. */
  #giveEach({ expression }, argument) {
    if (!ts.isArrowFunction(argument) && !ts.isFunctionExpression(argument)) return;
    if (!ts.isPropertyAccessExpression(expression)) return;
    for (const parameter of argument.parameters.slice(0, 2)) this.#receive(parameter, expression.expression);
  }

  #receive(parameter, value) {
    if (ts.isIdentifier(parameter.name)) this.#hold(parameter, value);
  }

  #hold(declaration, value) {
    if (this.#mayBeText(value)) this.#ways.push([declaration, value]);
  }

  // ---- what is in an expression

  /** @returns {Labels} */
  #labels(node) {
    const known = this.#seen.get(node);
    if (known !== undefined) return known;
    // What is asked for while it is worked out holds nothing new.
    this.#seen.set(node, new Map());
    const labels = this.#mayBeText(node) ? this.#labelsOf(node) : new Map();
    this.#seen.set(node, labels);
    return labels;
  }

  #labelsOf(node) {
    const parts = partsOf(node);
    if (parts !== undefined) return union(parts.map((part) => this.#spoken(part)));
    if (ts.isIdentifier(node)) return this.#ofDeclaration(this.#declarationOf(node));
    if (ts.isPropertyAccessExpression(node)) return this.#ofProperty(node, node.name.text);
    if (ts.isElementAccessExpression(node)) return this.#ofElement(node);
    if (ts.isCallExpression(node)) return this.#ofCall(node);
    return new Map();
  }

  /** As a text: of an error, its message. */
  #spoken(node) {
    const labels = this.#labels(node);
    if (!ts.isTemplateSpan(node.parent) && !isStringCall(node.parent)) return labels;
    if (!this.#isError(node) && !this.#isCaught(node)) return labels;
    return new Map([...labels, [THE_MESSAGE, node]]);
  }

  #ofProperty(node, name) {
    if (TEXTS.has(name) && this.#isText(node)) return new Map([[THE_MESSAGE, node]]);
    return this.#ofDeclaration(this.#declarationOf(node));
  }

  #ofElement(node) {
    if (ts.isStringLiteralLike(node.argumentExpression)) {
      return this.#ofProperty(node, node.argumentExpression.text);
    }
    return this.#labels(node.expression);
  }

  #ofDeclaration(declaration) {
    if (declaration === undefined) return new Map();
    const held = this.#held.get(declaration) ?? new Map();
    if (ts.isParameter(declaration)) return new Map([[declaration, declaration]]);
    if (ts.isBindingElement(declaration)) return union([held, this.#ofMember(declaration)]);
    return held;
  }

  /** `{ message }` of what is taken apart. */
  #ofMember(element) {
    if (!ts.isObjectBindingPattern(element.parent)) return new Map();
    const name = (element.propertyName ?? element.name).text ?? "";
    if (TEXTS.has(name) && this.#isText(element.name)) return new Map([[THE_MESSAGE, element]]);
    const type = this.#checker.getTypeAtLocation(element.parent);
    const declaration = this.#checker.getPropertyOfType(type, name)?.declarations?.[0];
    return declaration === undefined ? new Map() : (this.#held.get(declaration) ?? new Map());
  }

  #ofCall(node) {
    if (isStringCall(node)) return union(node.arguments.map((argument) => this.#spoken(argument)));
    const declaration = this.#bodyOf(node);
    if (declaration === undefined) return this.#ofUnknownCall(node);
    const answers = this.#held.get(declaration) ?? new Map();
    const result = new Map();
    for (const [label, origin] of answers) {
      const index = declaration.parameters.indexOf(label);
      if (index === -1) result.set(label, origin);
      else
        for (const argument of argumentsOf(node, declaration, index)) {
          for (const [inner, from] of this.#labels(argument)) result.set(inner, from);
        }
    }
    return result;
  }

  /** Of a function whose body is not known, the answer may hold all that it was given. */
  #ofUnknownCall({ expression, arguments: given }) {
    const parts = given.map((argument) =>
      ts.isFunctionLike(argument) ? (this.#held.get(argument) ?? new Map()) : this.#labels(argument),
    );
    const isMethod = ts.isPropertyAccessExpression(expression);
    const mapped =
      given.some(ts.isFunctionLike) && /^(?:flatM|m)ap$|^reduce$/.test(expression.name?.text ?? "");
    if (isMethod && !mapped) parts.push(this.#labels(expression.expression));
    return union(parts);
  }

  // ---- what reads it

  #read(node, found) {
    for (const [operation, subject] of this.#readings(node)) {
      const from = this.#isString(subject) ? this.#messageIn(subject) : undefined;
      if (from !== undefined) found.push(finding(node, operation, from));
    }
    ts.forEachChild(node, (child) => this.#read(child, found));
  }

  *#readings(node) {
    if (ts.isCallExpression(node)) yield* this.#readingCall(node);
    else if (ts.isBinaryExpression(node) && COMPARISONS.has(node.operatorToken.kind)) {
      if (!isNothing(node.left) && !isNothing(node.right)) {
        yield ["comparison", node.left];
        yield ["comparison", node.right];
      }
    } else if (ts.isSwitchStatement(node)) yield ["switch", node.expression];
    else if (ts.isElementAccessExpression(node)) {
      if (this.#isString(node.expression)) yield ["index", node.expression];
      yield ["lookup", node.argumentExpression];
    }
  }

  *#readingCall({ expression, arguments: given }) {
    if (!ts.isPropertyAccessExpression(expression)) return;
    const method = expression.name.text;
    const subject = expression.expression;
    if (READERS.has(method) && this.#isString(subject)) yield [method, subject];
    else if (given[0] === undefined) return;
    else if (method === "test" || method === "exec") {
      if (this.#typeName(subject) === "RegExp") yield [method, given[0]];
    } else if (FINDERS.has(method) && !this.#isString(subject)) yield [method, given[0]];
  }

  /** Where the message comes from; undefined where there is none in it. */
  #messageIn(node) {
    return this.#reached(this.#labels(node), THE_MESSAGE);
  }

  /** Where a label comes from, directly or by way of parameters. */
  #reached(labels, wanted) {
    const asked = [...labels];
    const done = new Set();
    for (const [label, origin] of asked) {
      if (label === wanted) return origin;
      if (done.has(label)) continue;
      done.add(label);
      asked.push(...(this.#held.get(label) ?? []));
    }
    return undefined;
  }

  // ---- types and declarations

  #declarationOf(node) {
    if (!this.#declarations.has(node)) this.#declarations.set(node, this.#findDeclaration(node));
    return this.#declarations.get(node);
  }

  #findDeclaration(node) {
    const at = ts.isPropertyAccessExpression(node) ? node.name : node;
    let symbol = ts.isShorthandPropertyAssignment(at.parent)
      ? this.#checker.getShorthandAssignmentValueSymbol(at.parent)
      : this.#checker.getSymbolAtLocation(at);
    if (symbol && symbol.flags & ts.SymbolFlags.Alias) symbol = this.#checker.getAliasedSymbol(symbol);
    return symbol?.valueDeclaration ?? symbol?.declarations?.[0];
  }

  #parametersOf(node) {
    return this.#bodyOf(node)?.parameters ?? [];
  }

  /** The function that is called, where its body is among the files. */
  #bodyOf(node) {
    const declaration = this.#checker.getResolvedSignature(node)?.declaration;
    return declaration !== undefined && "body" in declaration && declaration.body ? declaration : undefined;
  }

  /** What a `catch` names. */
  #isCaught(node) {
    if (!ts.isIdentifier(node)) return false;
    const declaration = this.#declarationOf(node);
    return declaration !== undefined && ts.isCatchClause(declaration.parent);
  }

  #isError(node) {
    const type = this.#checker.getTypeAtLocation(node);
    return ["name", "message", "stack"].every((name) => this.#checker.getPropertyOfType(type, name));
  }

  #typeName(node) {
    return this.#checker.getTypeAtLocation(node).symbol?.name;
  }

  #isString(node) {
    const type = this.#checker.getNonNullableType(this.#checker.getTypeAtLocation(node));
    return parts(type).some((part) => part.flags & ts.TypeFlags.StringLike);
  }

  /** Any text, not one of a few: a name of a list is no message. */
  #isText(node) {
    const type = this.#checker.getTypeAtLocation(node);
    return parts(type).some((part) => part.flags & (ts.TypeFlags.String | ts.TypeFlags.TemplateLiteral));
  }

  #mayBeText(node) {
    if (!this.#textual.has(node)) this.#textual.set(node, this.#findTextual(node));
    return this.#textual.get(node);
  }

  #findTextual(node) {
    const type = this.#checker.getTypeAtLocation(node);
    return parts(type).some(
      (part) =>
        part.flags &
        (ts.TypeFlags.String |
          ts.TypeFlags.TemplateLiteral |
          ts.TypeFlags.Object |
          ts.TypeFlags.Any |
          ts.TypeFlags.Unknown |
          ts.TypeFlags.TypeParameter),
    );
  }
}

/** The expressions whose values go into that of another. */
function partsOf(node) {
  if (ts.isTemplateExpression(node)) return node.templateSpans.map(({ expression }) => expression);
  if (ts.isBinaryExpression(node)) return valuesOf(node);
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse];
  if (ts.isArrayLiteralExpression(node)) return [...node.elements];
  if (
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isAwaitExpression(node) ||
    ts.isSpreadElement(node)
  ) {
    return [node.expression];
  }
  return undefined;
}

function valuesOf({ left, right, operatorToken: { kind } }) {
  if (kind === ts.SyntaxKind.CommaToken || kind === ts.SyntaxKind.EqualsToken) return [right];
  if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return [right];
  const isKept =
    kind === ts.SyntaxKind.PlusToken ||
    kind === ts.SyntaxKind.BarBarToken ||
    kind === ts.SyntaxKind.QuestionQuestionToken ||
    isAssignment(kind);
  return isKept ? [left, right] : [];
}

function isAssignment(kind) {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}

function isStringCall(node) {
  return ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === "String";
}

function argumentsOf({ arguments: given = [] }, { parameters }, index) {
  return parameters[index]?.dotDotDotToken ? given.slice(index) : given.slice(index, index + 1);
}

/** To ask whether there is a text reads none. */
function isNothing(node) {
  return (
    node.kind === ts.SyntaxKind.NullKeyword ||
    (ts.isIdentifier(node) && node.text === "undefined") ||
    (ts.isStringLiteral(node) && node.text === "")
  );
}

function parts(type) {
  return type.isUnion() || type.isIntersection() ? type.types.flatMap(parts) : [type];
}

function union(labels) {
  const all = new Map();
  for (const some of labels) for (const [label, origin] of some) all.set(label, origin);
  return all;
}

function finding(node, operation, from) {
  const file = node.getSourceFile();
  return {
    file: file.fileName,
    line: lineOf(node),
    operation,
    text: node.getText(file).replace(/\s+/g, " ").slice(0, 100),
    from: `${from.getSourceFile().fileName}:${lineOf(from)}`,
  };
}

function lineOf(node) {
  const file = node.getSourceFile();
  return file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
}
