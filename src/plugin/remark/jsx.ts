import type {MdxjsEsm, MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement} from 'mdast-util-mdx';
import type {Expression, Program} from 'estree';
import {valueToEstree} from 'estree-util-value-to-estree';
import type {Node} from 'unist';

export type JsxElement = MdxJsxFlowElement | MdxJsxTextElement;

/** Whether a node of a page is a JSX element of this name. */
export function isNamedJsx(node: Node, name: string): node is JsxElement {
  return isJsx(node) && node.name === name;
}

function isJsx(node: Node): node is JsxElement {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** The attribute of this name, when it is written out and not spread. */
export function attribute(element: JsxElement, name: string): MdxJsxAttribute | undefined {
  return element.attributes.find(
    (candidate): candidate is MdxJsxAttribute =>
      candidate.type === 'mdxJsxAttribute' && candidate.name === name,
  );
}

/** The text of an attribute in quotes. */
export function stringAttribute(element: JsxElement, name: string): string | undefined {
  const value = attribute(element, name)?.value;
  return typeof value === 'string' ? value : undefined;
}

/** The expression of an attribute in braces, such as `[1]` of `examples={[1]}`. */
export function attributeExpression(value: MdxJsxAttribute['value']): Expression | undefined {
  const [statement] = typeof value === 'object' ? (value?.data?.estree?.body ?? []) : [];
  return statement?.type === 'ExpressionStatement' ? statement.expression : undefined;
}

/** `name={value}` for a value that JSON can hold. */
export function jsonAttribute(name: string, value: unknown): MdxJsxAttribute {
  return expressionAttribute(name, JSON.stringify(value), valueToEstree(value));
}

/** `name={variable}`. */
export function identifierAttribute(name: string, variable: string): MdxJsxAttribute {
  return expressionAttribute(name, variable, {type: 'Identifier', name: variable});
}

function expressionAttribute(name: string, value: string, expression: Expression): MdxJsxAttribute {
  const estree = moduleOf({type: 'ExpressionStatement', expression});
  return {
    type: 'mdxJsxAttribute',
    name,
    value: {type: 'mdxJsxAttributeValueExpression', value, data: {estree}},
  };
}

/** `import name from "source"`. */
export function defaultImport(name: string, source: string): MdxjsEsm {
  const estree = moduleOf({
    type: 'ImportDeclaration',
    specifiers: [{type: 'ImportDefaultSpecifier', local: {type: 'Identifier', name}}],
    source: {type: 'Literal', value: source},
    attributes: [],
  });
  return {type: 'mdxjsEsm', value: `import ${name} from ${JSON.stringify(source)}`, data: {estree}};
}

function moduleOf(statement: Program['body'][number]): Program {
  return {type: 'Program', sourceType: 'module', comments: [], body: [statement]};
}
