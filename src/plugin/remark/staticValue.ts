import type {Expression, ObjectExpression, Property, SpreadElement} from 'estree';

/** What an expression gives without running it; undefined when that cannot be known from the text alone. */
export type Static = {readonly value: unknown} | undefined;

/** The value of literals, templates without substitutions, and lists and objects of those. */
export function staticValue(node: Expression | SpreadElement | null | undefined): Static {
  if (node?.type === 'Literal') {
    return {value: node.value};
  }
  if (node?.type === 'TemplateLiteral') {
    const [quasi] = node.quasis;
    return node.expressions.length === 0 && quasi ? {value: quasi.value.cooked} : undefined;
  }
  if (node?.type === 'ArrayExpression') {
    return together(node.elements.map(staticValue));
  }
  return node?.type === 'ObjectExpression' ? objectValue(node) : undefined;
}

function objectValue({properties}: ObjectExpression): Static {
  const entries = together(
    properties.map(property => (property.type === 'Property' ? entry(property) : undefined)),
  );
  return entries && {value: Object.fromEntries(entries.value)};
}

function entry({key, value, computed}: Property): {readonly value: readonly [string, unknown]} | undefined {
  const known = isExpression(value) ? staticValue(value) : undefined;
  if (computed || !known) {
    return undefined;
  }
  if (key.type === 'Identifier') {
    return {value: [key.name, known.value]};
  }
  return key.type === 'Literal' ? {value: [String(key.value), known.value]} : undefined;
}

function together<Value>(
  parts: readonly ({readonly value: Value} | undefined)[],
): {readonly value: Value[]} | undefined {
  return parts.every(part => part !== undefined) ? {value: parts.map(part => part.value)} : undefined;
}

function isExpression(node: Property['value']): node is Expression {
  return !node.type.endsWith('Pattern');
}
