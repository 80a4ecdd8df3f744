import type {SyntaxNode} from '@lezer/common';
import {nameAt, textAt, type Entry, type Expression} from '../expression';
import {childrenOf} from '../syntaxTree';
import {structOf} from './goTypes';
import {expressionOf} from './goExpressions';

/** What a variable of a type holds before it is given a value. */
export function zeroOf(type: SyntaxNode | undefined, code: string): Expression {
  const at = type?.from ?? 0;
  const name = type ? code.slice(type.from, type.to) : '';
  switch (type?.name) {
    case 'TypeName':
    case 'VariableName':
      return /^u?int(?:\d+)?$|^float(?:32|64)$|^byte$/.test(name)
        ? {at, type: 'number', text: '0'}
        : name === 'string'
          ? textAt(at, '')
          : name === 'bool'
            ? {at, type: 'constant', value: 'false'}
            : name === 'error' || name === 'any'
              ? {at, type: 'constant', value: 'null'}
              : {at, type: 'record', entries: [], kind: name};
    case 'StructType':
      return {at, type: 'record', entries: [], kind: structOf(type, code)};
    case 'QualifiedType':
    case 'SelectorExpr':
      return typedCall(at, type, [], code);
    case 'MapType':
    case 'SliceType':
    case 'PointerType':
    case 'InterfaceType':
    case 'FunctionType':
      return {at, type: 'constant', value: 'null'};
    default:
      return {at, type: 'other'};
  }
}

/** A type of a package is known by what is done to it, as if a call had made it. */
function typedCall(at: number, type: SyntaxNode, args: readonly Expression[], code: string): Expression {
  const [name = '', member = ''] = code.slice(type.from, type.to).split('.');
  return {
    at,
    type: 'call',
    callee: {at, type: 'member', of: nameAt(at, name), name: member.trim()},
    args,
    named: [],
  };
}

/** `T{…}`: a list, a map, a struct, or what a package knows. */
export function typedLiteral(at: number, type: SyntaxNode, literal: SyntaxNode, code: string): Expression {
  switch (type.name) {
    case 'QualifiedType':
      return typedCall(at, type, [{...literalValue(literal, undefined, code)}], code);
    case 'MapType':
    case 'SliceType':
    case 'ArrayType': {
      // Unlike a slice, an array is copied wherever it goes.
      if (type.name === 'ArrayType') {
        return {at, type: 'other', parts: []};
      }
      const inner = type.lastChild ?? undefined;
      const value = literalValue(literal, inner, code);
      return type.name !== 'MapType' && value.type === 'record' && value.entries.length === 0
        ? {at, type: 'list', items: []}
        : value;
    }
    default:
      return ofType(literalValue(literal, undefined, code), type, code);
  }
}

/** The value of a literal whose type is a struct. */
function ofType(value: Expression, type: SyntaxNode | undefined, code: string): Expression {
  if (type?.name === 'PointerType') {
    return {at: value.at, type: 'pointer', of: ofType(value, type.lastChild ?? undefined, code)};
  }
  const kind =
    type?.name === 'StructType'
      ? structOf(type, code)
      : type?.name === 'TypeName'
        ? code.slice(type.from, type.to)
        : undefined;
  return kind === undefined
    ? value
    : value.type === 'record'
      ? {...value, kind}
      : value.type === 'list'
        ? {at: value.at, type: 'record', entries: value.items.map(placed), kind}
        : {at: value.at, type: 'other'};
}

function placed(value: Expression, index: number): Entry {
  return {name: textAt(value.at, String(index)), value};
}

/** `{"a": "b"}` is a record, `{"a", "b"}` a list; `inner` is the type of what stands in it. */
function literalValue(node: SyntaxNode, inner: SyntaxNode | undefined, code: string): Expression {
  const at = node.from;
  const elements = childrenOf(node)
    .filter(({name}) => name === 'Element')
    .map(element => childrenOf(element).filter(({name}) => !/Comment$/.test(name)));
  const valueOf = (value: SyntaxNode): Expression =>
    value.name === 'LiteralValue'
      ? inner && /^(?:SliceType|MapType)$/.test(inner.name)
        ? typedLiteral(value.from, inner, value, code)
        : inner?.name === 'QualifiedType'
          ? typedLiteral(value.from, inner, value, code)
          : ofType(literalValue(value, undefined, code), inner, code)
      : expressionOf(value, code);
  const entries = elements.flatMap(([key, , value]): Entry[] => {
    const name = key?.name === 'Key' ? key.firstChild : null;
    return name && value ? [{name: keyOf(name, inner, code), value: valueOf(value)}] : [];
  });
  return entries.length > 0 || elements.length === 0
    ? {at, type: 'record', entries}
    : {at, type: 'list', items: elements.flatMap(([item]) => (item ? [valueOf(item)] : []))};
}

/** The name of a field of a struct stands for itself; that of a map is an expression. */
function keyOf(node: SyntaxNode, inner: SyntaxNode | undefined, code: string): Expression {
  return !inner && (node.name === 'VariableName' || node.name === 'FieldName')
    ? textAt(node.from, code.slice(node.from, node.to))
    : expressionOf(node, code);
}
