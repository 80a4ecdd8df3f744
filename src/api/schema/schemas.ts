import {fromMembers, isObject, items, member, members, toJson, without, type JsonObject} from '../json';
import {branchTag} from './branchTag';
import {readInheritance} from './inheritance';
import type {Schema, SchemaObject} from '../operation';
import {atPointer, pointerSegments, pointerTo} from '../references';
import {schemaReference} from './schema';
import {upgradeSchema} from './upgradeSchema';

/** Reads schemas of one document and gives every schema that a `$ref` leads to a name. */
export interface SchemaReader {
  /** The schema with each `$ref` made `#/schemas/NAME`; the names are added to `found`. */
  read(schema: unknown, found: Set<string>): Schema;
  /** The named schemas, and those that they reach themselves. */
  reached(names: Iterable<string>): {readonly [name: string]: Schema};
  /** Of named schemas, the JSON pointers of those that are not there: they allow anything. */
  missing(names: readonly string[]): readonly string[];
}

interface NamedSchema {
  readonly schema: Schema;
  readonly refersTo: ReadonlySet<string>;
}

const single = new Set([
  'items',
  'additionalProperties',
  'not',
  'if',
  'then',
  'else',
  'contains',
  'propertyNames',
  'unevaluatedItems',
  'unevaluatedProperties',
  'contentSchema',
]);
const lists = new Set(['allOf', 'prefixItems']);
const maps = new Set(['properties', 'patternProperties', 'dependentSchemas', '$defs']);

function isChoice(keyword: string): boolean {
  return keyword === 'oneOf' || keyword === 'anyOf';
}

export function createSchemaReader(document: JsonObject, version: '3.0' | '3.1'): SchemaReader {
  const names = createNames(document);
  const named = new Map<string, NamedSchema>();
  const inheritance = readInheritance(document);

  function read(schema: unknown, found: Set<string>): Schema {
    if (typeof schema === 'boolean') {
      return schema;
    }
    if (!isObject(schema)) {
      return true;
    }
    if (typeof schema['$ref'] === 'string') {
      return readReference(schema, schema['$ref'], found);
    }
    return readKeywords(upgradeSchema(schema, version), found);
  }

  function readReference(schema: JsonObject, pointer: string, found: Set<string>): SchemaObject {
    const $ref = referenceTo(pointer, found);
    // In OpenAPI 3.0 whatever stands beside a `$ref` is ignored.
    return version === '3.0'
      ? {$ref}
      : {$ref, ...readKeywords(upgradeSchema(without(schema, '$ref'), version), found)};
  }

  function readKeywords(schema: JsonObject, found: Set<string>): SchemaObject {
    return fromMembers(
      members(schema).map(([keyword, value]) => [
        keyword,
        isChoice(keyword)
          ? readBranches(items(value), schema['discriminator'], found)
          : readKeyword(keyword, value, found),
      ]),
    );
  }

  /** What a discriminator tells apart, the branches tell apart themselves from here on, beside their own rules. */
  function readBranches(
    branches: readonly unknown[],
    discriminator: unknown,
    found: Set<string>,
  ): readonly Schema[] {
    return branches.map(branch => {
      const schema = read(branch, found);
      const tag = branchTag(document, discriminator, branch);
      return typeof schema === 'object' && tag ? {...schema, allOf: [...(schema.allOf ?? []), tag]} : schema;
    });
  }

  function readKeyword(keyword: string, value: unknown, found: Set<string>): unknown {
    if (single.has(keyword)) {
      return read(value, found);
    }
    if (lists.has(keyword)) {
      return items(value).map(item => read(item, found));
    }
    if (maps.has(keyword)) {
      return fromMembers(members(value).map(([name, item]) => [name, read(item, found)]));
    }
    return keyword === 'discriminator' ? readDiscriminator(value, found) : toJson(value);
  }

  function readDiscriminator(value: unknown, found: Set<string>): unknown {
    const mapping = members(member(value, 'mapping')).map(([key, target]): [string, string] => {
      const pointer = String(target);
      return [key, referenceTo(pointer.includes('#') ? pointer : `#/components/schemas/${pointer}`, found)];
    });
    const rest = isObject(value) ? without(value, 'mapping') : {};
    return mapping.length === 0 ? rest : {...rest, mapping: fromMembers(mapping)};
  }

  function referenceTo(pointer: string, found: Set<string>): string {
    const name = names.of(pointer);
    found.add(name);
    return schemaReference(name);
  }

  function lookUp(name: string): NamedSchema {
    const known = named.get(name);
    if (known) {
      return known;
    }
    const refersTo = new Set<string>();
    const entry = {schema: read(inheritance.meant(names.pointerOf(name)), refersTo), refersTo};
    named.set(name, entry);
    return entry;
  }

  function reached(start: Iterable<string>): {readonly [name: string]: Schema} {
    const all = new Map<string, Schema>();
    const waiting = [...start];
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      if (!all.has(name)) {
        const {schema, refersTo} = lookUp(name);
        all.set(name, schema);
        waiting.push(...refersTo);
      }
    }
    return fromMembers([...all].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }

  function missing(candidates: readonly string[]): readonly string[] {
    return candidates.map(names.pointerOf).filter(pointer => atPointer(document, pointer) === undefined);
  }

  return {read, reached, missing};
}

/** Component schemas keep their name; a schema elsewhere is named after its pointer. */
function createNames(document: JsonObject): {of(pointer: string): string; pointerOf(name: string): string} {
  const components = atPointer(document, '#/components/schemas');
  const made = new Map<string, string>();
  const pointers = new Map<string, string>();

  function taken(name: string): boolean {
    return member(components, name) !== undefined || pointers.has(name);
  }

  return {
    of(pointer) {
      const segments = pointerSegments(pointer);
      const [first, second, component, ...deeper] = segments;
      if (first === 'components' && second === 'schemas' && component !== undefined && deeper.length === 0) {
        return component;
      }
      const known = made.get(pointer);
      if (known !== undefined) {
        return known;
      }
      const words = first === 'components' && second === 'schemas' ? segments.slice(2) : segments;
      const base = words.join('.').replace(/[^\w.-]+/g, '_') || 'schema';
      let name = base;
      for (let serial = 2; taken(name); serial++) {
        name = `${base}_${serial}`;
      }
      made.set(pointer, name);
      pointers.set(name, pointer);
      return name;
    },
    pointerOf(name) {
      return pointers.get(name) ?? pointerTo('components', 'schemas', name);
    },
  };
}
