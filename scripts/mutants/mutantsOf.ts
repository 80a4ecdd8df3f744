import ts from 'typescript';

/** A small change that makes a different program: a good test fails for it. */
export interface Mutant {
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** Operators and their replacements: both sides of a limit, and both ways to join conditions. */
const operators: Readonly<Record<string, string>> = {
  '===': '!==',
  '!==': '===',
  '==': '!=',
  '!=': '==',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '&&': '||',
  '||': '&&',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
};

/** Methods and their replacements; undefined removes the call and leaves its receiver. */
const methods: Readonly<Record<string, string | undefined>> = {
  some: 'every',
  every: 'some',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  find: 'findLast',
  toLowerCase: undefined,
  toUpperCase: undefined,
  trim: undefined,
  filter: undefined,
  slice: undefined,
  toSorted: undefined,
  reverse: undefined,
};

/** Every mutant of a module, in the order of its text. Types, imports and interface texts have none. */
export function mutantsOf(text: string): readonly Mutant[] {
  const source = ts.createSourceFile('module.ts', text, ts.ScriptTarget.Latest, true);
  const found: Mutant[] = [];
  const replace = (node: ts.Node, replacement: string): void => {
    found.push({start: node.getStart(source), end: node.end, replacement});
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      return;
    }
    if (ts.isBinaryExpression(node)) {
      const other = operators[node.operatorToken.getText(source)];
      if (other !== undefined && !isJoinedText(node)) {
        replace(node.operatorToken, other);
      }
    } else if (ts.isConditionalExpression(node)) {
      replace(node.condition, `!(${node.condition.getText(source)})`);
    } else if (ts.isIfStatement(node)) {
      replace(node.expression, `!(${node.expression.getText(source)})`);
    } else if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) {
      replace(node, node.kind === ts.SyntaxKind.TrueKeyword ? 'false' : 'true');
    } else if (ts.isNumericLiteral(node)) {
      replace(node, `(${node.text} + 1)`);
    } else if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const {expression: object, name} = node.expression;
      if (Object.hasOwn(methods, name.text)) {
        const other = methods[name.text];
        replace(other === undefined ? node : name, other ?? object.getText(source));
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.toSorted((a, b) => a.start - b.start);
}

/** The text of a module with the change. */
export function mutated(text: string, {start, end, replacement}: Mutant): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

/** `+` between texts: replacing it tests nothing. */
function isJoinedText({operatorToken, left, right}: ts.BinaryExpression): boolean {
  return (
    operatorToken.kind === ts.SyntaxKind.PlusToken &&
    [left, right].some(side => ts.isStringLiteralLike(side) || ts.isTemplateExpression(side))
  );
}
