import type {Operation, Schema} from '../../api/operation';
import {collectShape, mergedShapes, type ObjectShape, type ValueShape} from './valueShape';
import type {JsonOutline} from './jsonOutline';

/** An undocumented object with more members than this is taken for a map. */
const MOST_MEMBERS = 40;

/**
 * TypeScript declarations for a JSON value: members that are missing in some objects are optional, items of different
 * kinds form a union, and named schemas keep their names. They describe this value, which may be less than the document
 * promises.
 */
export function typescriptType(
  outline: JsonOutline,
  operation: Pick<Operation, 'schemas'>,
  schema: Schema | undefined,
): string {
  const {root, named} = collectShape(outline, operation, schema);
  const names = new Names();
  // Named schemas get their identifiers first, so that declarations can refer to each other.
  const declared = [...named].map(([name, object]) => ({identifier: names.add(name, object), object}));
  const rootIsDeclared =
    root.object !== undefined && names.of(root.object) !== undefined && isOnlyObject(root);
  const declarations = declared.map(({identifier, object}) => declaration(identifier, object, names));
  if (!rootIsDeclared) {
    const identifier = names.add('Answer', root);
    declarations.unshift(
      root.object && isOnlyObject(root)
        ? declaration(identifier, root.object, names)
        : `export type ${identifier} = ${typeText(root, names, '')};`,
    );
  }
  return `${declarations.join('\n\n')}\n`;
}

function declaration(identifier: string, object: ObjectShape, names: Names): string {
  return isMap(object)
    ? `export type ${identifier} = ${mapText(object, names, '')};`
    : `export interface ${identifier} ${membersText(object, names, '')}`;
}

function typeText(shape: ValueShape, names: Names, indent: string): string {
  const {object, items} = shape;
  const kinds = [
    ...(object ? [names.of(object) ?? objectText(object, names, indent)] : []),
    ...(items ? [arrayText(items, names, indent)] : []),
    ...(['string', 'number', 'boolean', 'null'] as const).filter(kind => shape.kinds.has(kind)),
  ];
  return kinds.length === 0 || shape.isCut ? 'unknown' : kinds.join(' | ');
}

function arrayText(items: ValueShape, names: Names, indent: string): string {
  const item = typeText(items, names, indent);
  const isUnion = items.kinds.size + (items.object ? 1 : 0) + (items.items ? 1 : 0) > 1;
  return isUnion && !items.isCut ? `(${item})[]` : `${item}[]`;
}

function objectText(object: ObjectShape, names: Names, indent: string): string {
  return isMap(object) ? mapText(object, names, indent) : membersText(object, names, indent);
}

function mapText({members}: ObjectShape, names: Names, indent: string): string {
  const value =
    members.size === 0
      ? 'never'
      : typeText(mergedShapes([...members.values()].map(({shape}) => shape)), names, indent);
  return `Record<string, ${value}>`;
}

function membersText({members, seen}: ObjectShape, names: Names, indent: string): string {
  const within = `${indent}  `;
  const lines = [...members].map(([name, member]) => {
    const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
    return `${within}${key}${member.seen < seen ? '?' : ''}: ${typeText(member.shape, names, within)};\n`;
  });
  return `{\n${lines.join('')}${indent}}`;
}

function isMap({members, isDocumentedMap, isDocumented}: ObjectShape): boolean {
  return members.size === 0 || isDocumentedMap || (!isDocumented && members.size > MOST_MEMBERS);
}

function isOnlyObject({kinds, items, isCut}: ValueShape): boolean {
  return kinds.size === 0 && items === undefined && !isCut;
}

/** Identifiers of declarations: valid in TypeScript, and unique. */
class Names {
  readonly #taken = new Set(['Record']);
  readonly #identifiers = new Map<ValueShape | ObjectShape, string>();

  add(name: string, of: ValueShape | ObjectShape): string {
    const words = name.split(/[^A-Za-z0-9_$]+/).filter(word => word !== '');
    const joined = words.map(word => word.charAt(0).toUpperCase() + word.slice(1)).join('');
    const legal = /^[A-Za-z_$]/.test(joined) ? joined : `Answer${joined}`;
    let identifier = legal;
    for (let count = 2; this.#taken.has(identifier); count++) {
      identifier = `${legal}${count}`;
    }
    this.#taken.add(identifier);
    this.#identifiers.set(of, identifier);
    return identifier;
  }

  of(shape: ValueShape | ObjectShape): string | undefined {
    return this.#identifiers.get(shape);
  }
}
