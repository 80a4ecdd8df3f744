import type {Node} from 'jsonc-parser';

import type {Schema, SchemaObject} from '../../api/operation';
import {itemSchema, memberSchema} from '../../api/schema/childSchemas';
import {withJsonAt} from '../json/jsonEdits';
import type {JsonPath} from '../json/jsonText';
import {parseJsonTree, readableTree} from '../json/parseJsonTree';
import {isMasked, isSecretSchema, schemasOf, type SecretSource, type ValuePlace} from './secretPlaces';
import {isSecretName, isSecretObject, isSecretValue} from './secretRules';
import {textOf} from '../values';

/** A secret that the reader typed, and the name of its place. */
export interface TypedSecret {
  readonly name: string;
  readonly value: string;
}

/** A search for secrets: its rules, and what it has found. */
export interface SecretSearch {
  readonly source: SecretSource;
  /** Values that the document itself gives, by {@link idOf}. */
  readonly documented: ReadonlySet<string>;
  readonly secrets: TypedSecret[];
}

/** A place and a value as one text, for comparing. */
export function idOf({name, value}: TypedSecret): string {
  return JSON.stringify([name, value]);
}

/** A text that was typed for one value, without the secrets in it; undefined if it is a secret itself. */
export function cleanText(search: SecretSearch, place: ValuePlace, text: string): string | undefined {
  if (
    isMasked(search.source, place, text) &&
    !isPublic(search, place.name, schemasOf(search.source, place.schema), text)
  ) {
    return leaveOut(search, place.name, text);
  }
  // Arrays and objects are typed as JSON.
  return /^\s*[{[]/.test(text) && readableTree(text) ? cleanJsonText(search, place, text) : text;
}

/** Each secret is removed from the text separately, which would be slow for a list of thousands. */
const MOST_TAKEN_OUT = 100;

/** A JSON text without its secrets, otherwise unchanged; undefined if all of it is a secret. */
export function cleanJsonText(search: SecretSearch, place: ValuePlace, text: string): string | undefined {
  const tree = parseJsonTree(text);
  const found = tree ? secretsBelow(search, place, tree, place.in === 'json' ? [] : [place.name]) : [];
  if (!readableTree(text) || found.length > MOST_TAKEN_OUT) {
    // Text that cannot be parsed, or not fast enough while typing, is left out as a whole if it contains a secret.
    return found.length > 0 ? leaveOut(search, place.name, text) : cleanOtherText(search, place.name, text);
  }
  for (const {name, value} of found) {
    leaveOut(search, name, value);
  }
  // From the last to the first, so that the positions of the others stay valid.
  return found.some(({path}) => path.length === 0)
    ? undefined
    : found.reduceRight((rest, {path}) => withJsonAt(rest, path, undefined), text);
}

/** A text that is only judged by its looks; undefined if it names a secret. */
export function cleanOtherText(search: SecretSearch, name: string, text: string): string | undefined {
  return holdsSecret(text) && !isDocumented(search, name, text) ? leaveOut(search, name, text) : text;
}

function leaveOut({secrets}: SecretSearch, name: string, value: string): undefined {
  secrets.push({name, value});
}

/** Whether a value is harmless: it is a boolean, or the document has it. */
function isPublic(
  search: SecretSearch,
  name: string,
  schemas: readonly SchemaObject[],
  value: string,
): boolean {
  return (
    /^\s*(?:true|false|null)?\s*$/.test(value) ||
    isListed(schemas, value) ||
    isDocumented(search, name, value)
  );
}

function isDocumented({documented}: SecretSearch, name: string, value: string): boolean {
  return documented.has(idOf({name, value}));
}

interface FoundNode extends TypedSecret {
  readonly path: JsonPath;
}

/** The secrets of a JSON text in its order, each named by its path. */
function secretsBelow(
  search: SecretSearch,
  place: ValuePlace,
  node: Node,
  names: readonly string[],
  path: JsonPath = [],
  inSecret = false,
): readonly FoundNode[] {
  const {children = []} = node;
  const schemas = schemasOf(search.source, place.schema);
  const isInSecret = inSecret || isSecretSchema(schemas);
  switch (node.type) {
    case 'string':
    case 'number': {
      const value = String(node.value);
      const name = names.length === 0 ? place.name : names.join('.');
      const isOne = isInSecret || (node.type === 'string' && isMasked(search.source, place, value));
      return isOne && !isPublic(search, name, schemas, value) ? [{path, name, value}] : [];
    }
    case 'array':
      return children.flatMap((child, index) => {
        const item = {...place, schema: childSchema(schemas, index)};
        return secretsBelow(search, item, child, names, [...path, index], isInSecret);
      });
    case 'object':
      return children.flatMap(({children: [key, child] = []}) => {
        if (!key || !child) {
          return [];
        }
        const name = String(key.value);
        const member: ValuePlace = {in: 'json', name, schema: childSchema(schemas, name)};
        const isWhole = isInSecret || (names.length > 0 && isSecretObject(place.name));
        return secretsBelow(search, member, child, [...names, name], [...path, name], isWhole);
      });
    case 'boolean':
    case 'null':
    case 'property':
      return [];
  }
}

/** The schema of an item or a member of a value to which any of the schemas may apply. */
export function childSchema(schemas: readonly SchemaObject[], step: string | number): Schema {
  const children = schemas
    .map(schema => (typeof step === 'number' ? itemSchema(schema, step) : memberSchema(schema, step)))
    .filter(schema => schema !== true);
  const [first = true] = children;
  return children.length > 1 ? {anyOf: children} : first;
}

/** Whether the document lists the value, which is then not a secret. */
function isListed(schemas: readonly SchemaObject[], value: string): boolean {
  return schemas.some(({enum: listed = [], const: constant, default: usual, examples = []}) =>
    [...listed, ...examples, constant, usual].some(one => one !== undefined && textOf(one) === value),
  );
}

/** In characters, among the keys that {@link isSecretValue} recognises; skips most words of a long text. */
const SHORTEST_KEY = 12;

/**
 * Whether a text other than JSON names a secret, as an element, an attribute or the name of a pair, or contains a key.
 */
function holdsSecret(text: string): boolean {
  // Only at the start of a word: a text may be a single word of a megabyte.
  const names = text.matchAll(/(?<![\p{L}\d_.-])([\p{L}\d_.-]+)["']?\s*[:=]|<([\p{L}\d_.:-]+)/gu);
  return (
    [...names].some(([, before, element]) => isSecretName(before ?? element ?? '', 'json')) ||
    text
      .split(/[\s"'<>=:,;&]+/)
      .some(word => word.length >= SHORTEST_KEY && isSecretValue(word, 'id', 'json'))
  );
}
