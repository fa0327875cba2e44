// Every message that the sources make, as templates: the texts that go into the `what` and `fix` of a stop, and into the
// members of objects that are called so, or `message` and `hint`. What is put in is shown as {its expression}.
import ts from "typescript";

const TEXTS = new Set(["message", "what", "detail", "fix", "hint"]);
const DEEPEST = 4;

/**
 * @param {import("typescript").Program} program
 * @param {(file: string) => boolean} isLooked
 * @returns {readonly { file: string, line: number, code: string, texts: Record<string, readonly string[]> }[]}
 */
export function messageTemplates(program, isLooked) {
  const files = program.getSourceFiles().filter(({ fileName }) => isLooked(fileName));
  const reader = new Reader(program.getTypeChecker(), files);
  return files.flatMap((file) => reader.messagesOf(file));
}

class Reader {
  #checker;
  /** The calls of a function, by its declaration. */
  #calls = new Map();

  constructor(checker, files) {
    this.#checker = checker;
    for (const file of files) this.#collect(file);
  }

  #collect(node) {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const declaration = this.#checker.getResolvedSignature(node)?.declaration;
      if (declaration !== undefined) {
        this.#calls.set(declaration, [...(this.#calls.get(declaration) ?? []), node]);
      }
    }
    ts.forEachChild(node, (child) => this.#collect(child));
  }

  messagesOf(file) {
    const found = [];
    const visit = (node) => {
      const texts = ts.isNewExpression(node) ? this.#ofStop(node) : this.#ofObject(node);
      if (texts !== undefined && Object.keys(texts).length > 0) {
        const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
        found.push({ file: file.fileName, line, code: codeOf(node), texts });
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
    return found;
  }

  #ofStop({ expression, arguments: given = [] }) {
    if (expression.getText() !== "Stop" || given[1] === undefined) return undefined;
    const options = given[2] && ts.isObjectLiteralExpression(given[2]) ? this.#members(given[2]) : {};
    return { what: this.#templates(given[1], DEEPEST), ...options };
  }

  /** Of a stop's options the stop tells. */
  #ofObject(node) {
    if (!ts.isObjectLiteralExpression(node)) return undefined;
    const owner = node.parent;
    const isOptions = ts.isNewExpression(owner) && owner.expression.getText() === "Stop";
    return isOptions ? undefined : this.#members(node);
  }

  #members({ properties }) {
    const members = properties.flatMap((property) => {
      const name = property.name?.text;
      if (!TEXTS.has(name)) return [];
      const value = ts.isPropertyAssignment(property) ? property.initializer : property.name;
      const templates = this.#templates(value, DEEPEST).filter((text) => / /.test(text));
      return templates.length === 0 ? [] : [[name, templates]];
    });
    return Object.fromEntries(members);
  }

  /** @returns {readonly string[]} */
  #templates(node, depth) {
    if (ts.isStringLiteralLike(node)) return [node.text];
    if (ts.isTemplateExpression(node)) {
      const parts = node.templateSpans.map(
        ({ expression, literal }) => `{${expression.getText()}}${literal.text}`,
      );
      return [node.head.text + parts.join("")];
    }
    if (ts.isConditionalExpression(node)) {
      return [node.whenTrue, node.whenFalse].flatMap((one) => this.#templates(one, depth));
    }
    if (ts.isBinaryExpression(node)) return this.#ofBinary(node, depth);
    if (ts.isParenthesizedExpression(node)) return this.#templates(node.expression, depth);
    if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) return this.#templates(node.body, depth);
    if (depth === 0) return [];
    if (ts.isIdentifier(node)) return this.#ofName(node, depth - 1);
    return ts.isCallExpression(node) ? this.#answers(node, depth - 1) : [];
  }

  #ofBinary({ left, right, operatorToken: { kind } }, depth) {
    const [before, behind] = [left, right].map((one) => this.#templates(one, depth));
    if (kind !== ts.SyntaxKind.PlusToken) return [...before, ...behind];
    return before.flatMap((one) => behind.map((other) => one + other));
  }

  #ofName(node, depth) {
    const symbol = this.#symbolOf(node);
    const declaration = symbol?.valueDeclaration;
    if (declaration === undefined) return [];
    if (ts.isVariableDeclaration(declaration) && declaration.initializer) {
      return this.#templates(declaration.initializer, depth);
    }
    if (!ts.isParameter(declaration)) return [];
    const index = declaration.parent.parameters.indexOf(declaration);
    return (this.#calls.get(declaration.parent) ?? []).flatMap(({ arguments: given = [] }) =>
      given[index] === undefined ? [] : this.#templates(given[index], depth),
    );
  }

  #answers(node, depth) {
    const body = this.#checker.getResolvedSignature(node)?.declaration?.body;
    if (body === undefined) return [];
    if (!ts.isBlock(body)) return this.#templates(body, depth);
    const found = [];
    const visit = (inner) => {
      if (ts.isReturnStatement(inner) && inner.expression)
        found.push(...this.#templates(inner.expression, depth));
      else if (!ts.isFunctionLike(inner)) ts.forEachChild(inner, visit);
    };
    visit(body);
    return found;
  }

  #symbolOf(node) {
    const symbol = ts.isShorthandPropertyAssignment(node.parent)
      ? this.#checker.getShorthandAssignmentValueSymbol(node.parent)
      : this.#checker.getSymbolAtLocation(node);
    return symbol && symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol;
  }
}

/** A stop's code, the rule of a remark, the name in a table. */
function codeOf(node) {
  if (ts.isNewExpression(node)) return node.arguments[0].getText().replaceAll('"', "");
  for (const property of node.properties) {
    const name = property.name?.text;
    if ((name === "rule" || name === "code") && ts.isPropertyAssignment(property)) {
      return property.initializer.getText().replaceAll('"', "");
    }
  }
  const owner = node.parent;
  return ts.isPropertyAssignment(owner) ? owner.name.getText().replaceAll('"', "") : "";
}
