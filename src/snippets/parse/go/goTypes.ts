import type {SyntaxNode} from '@lezer/common';

import {
  nameAt,
  type ClassExpression,
  type Expression,
  type Statement,
  type StructMember,
} from '../expression';
import {childrenOf} from '../syntaxTree';
import {functionOf, stringText} from './goExpressions';
import {zeroOf} from './goLiterals';

function written(node: SyntaxNode | undefined | null, code: string): string {
  return node ? code.slice(node.from, node.to) : '';
}

/** Methods by which a type says how it stands in JSON or in a text. */
const ownWriting = /^(?:Marshal(?:JSON|Text)|String|GoString|Error|Format)$/;

/** The types of a program as classes with their methods, wherever they stand. */
export function typesIn(top: SyntaxNode, code: string): readonly Statement[] {
  const methods = childrenOf(top).filter(({name}) => name === 'MethodDecl');
  const specs: SyntaxNode[] = [];
  top.cursor().iterate(node => {
    if (node.name === 'TypeSpec') {
      specs.push(node.node);
    }
  });
  return specs.map((spec): Statement => {
    const name = written(spec.firstChild, code);
    const struct = spec.getChild('StructType');
    const own = methods.filter(method => written(receiverType(method), code) === name);
    // A plain value is followed without its type, which would write it in another way.
    const writer = struct
      ? undefined
      : own.find(method => ownWriting.test(written(method.getChild('FieldName'), code)));
    if (writer) {
      return {at: writer.from, type: 'unfollowed'};
    }
    const value: Expression =
      struct || own.length > 0
        ? {
            ...structOf(struct ?? spec, code),
            methods: own.map(method => ({
              name: written(method.getChild('FieldName'), code),
              value: functionOf(method, code),
              takesCopy: !receiver(method)?.getChild('PointerType'),
            })),
          }
        : {at: spec.from, type: 'constant', value: 'null'};
    return {
      at: spec.from,
      type: 'assign',
      targets: [nameAt(spec.from, name)],
      value,
      declares: 'block',
      isHoisted: true,
    };
  });
}

function receiver(method: SyntaxNode): SyntaxNode | null | undefined {
  return method.getChild('Parameters')?.getChild('Parameter');
}

function receiverType(method: SyntaxNode): SyntaxNode | null {
  const parameter = receiver(method);
  const type = parameter?.getChild('PointerType') ?? parameter;
  return type?.getChild('TypeName') ?? null;
}

/** A struct as a class with its members in order. */
export function structOf(struct: SyntaxNode, code: string): ClassExpression {
  const fields = struct.getChild('StructBody')?.getChildren('FieldDecl') ?? [];
  const members = fields.flatMap((field): StructMember[] => {
    const children = childrenOf(field);
    const names = children.filter(({name}) => name === 'FieldName');
    const type = children.find(({name}) => !/^(?:FieldName|,|String)$/.test(name));
    const tag = children.find(({name}) => name === 'String');
    const json = tag && /\bjson:"([^"]*)"/.exec(stringText(written(tag, code)))?.[1];
    return (names.length > 0 ? names : type ? [type] : []).map(name => ({
      name: written(name, code),
      zero: names.length > 0 ? zeroOf(type, code) : {at: field.from, type: 'other'},
      isEmbedded: names.length === 0,
      ...(json === undefined ? {} : {json}),
    }));
  });
  return {
    at: struct.from,
    type: 'class',
    methods: [],
    fields: [],
    ...(struct.name === 'StructType' ? {members} : {}),
  };
}
