import {memberSchema} from './childSchemas';
import {fewestItems, madeItemSchema} from './madeItems';
import {isLeftOut} from './direction';
import {memberName} from './memberNames';
import {asSchema} from './mergedSchema';
import type {Json, Operation, Schema, SchemaObject} from '../operation';
import {word} from './texts';
import {isMap, withDependent} from './valueKinds';
import type {Attempt, Place} from './valueMaker';

type JsonObject = Readonly<Record<string, Json>>;

const MOST_ITEMS = 100;
/** How many optional members are left out one by one, until a value fits. */
const MOST_FEWER = 16;

/** What makes the values inside; undefined where there is none, or none but those that are `taken`. */
export type MakeValue = (part: Schema, place: Place, taken?: ReadonlySet<string>) => Json | undefined;

/** Objects and lists of a schema, the most typical first. */
export function createCompounds(
  operation: Pick<Operation, 'schemas'>,
  {direction, as, random, optionalDepth, isStrict}: Attempt,
  value: MakeValue,
): {
  objects(schema: SchemaObject, place: Place, written: JsonObject): Generator<Json>;
  lists(schema: SchemaObject, place: Place): Generator<Json>;
} {
  function* objects(schema: SchemaObject, place: Place, written: JsonObject): Generator<Json> {
    const optional = Object.keys(schema.properties ?? {});
    const shown = place.depth > optionalDepth ? [] : optional;
    const usual = object(schema, place, shown, written);
    if (usual) {
      yield usual;
    }
    for (let count = 0; count <= Math.min(optional.length, MOST_FEWER); count++) {
      const other = object(schema, place, optional.slice(0, count), {});
      if (other) {
        yield other;
      }
    }
    for (const [name, item] of Object.entries(usual ?? {})) {
      const member = memberSchema(schema, name);
      const another = value(member, place, new Set([JSON.stringify(item)]));
      if (another !== undefined) {
        yield {...usual, [name]: another};
      }
    }
  }

  /** Undefined where a required member cannot be made. */
  function object(
    schema: SchemaObject,
    place: Place,
    optional: readonly string[],
    written: JsonObject,
  ): JsonObject | undefined {
    const {properties = {}, required = [], minProperties = 0, maxProperties = Infinity} = schema;
    const all = Object.keys(properties);
    const isSent = (name: string): boolean => !isLeftOut(operation, memberSchema(schema, name), direction);
    const asked = withDependent(schema, [...required, ...optional, ...Object.keys(written)]);
    const made = new Map<string, Json>();
    for (const name of new Set([...all.filter(one => asked.includes(one)), ...asked].filter(isSent))) {
      const item = Object.hasOwn(written, name) ? written[name] : value(memberSchema(schema, name), place);
      if (item !== undefined) {
        made.set(name, item);
      } else if (isStrict && required.includes(name)) {
        return undefined;
      }
    }
    const shown = isMap(schema) && as !== 'start' && place.depth <= optionalDepth ? 1 : 0;
    const waiting = all.filter(name => isSent(name) && !made.has(name));
    const tried = new Set([...all, ...made.keys()]);
    while (
      made.size < Math.min(Math.max(minProperties, shown), maxProperties) &&
      tried.size < all.length + MOST_ITEMS
    ) {
      const name = waiting.shift() ?? memberName(operation, schema, tried, random ? word(random) : 'name');
      const item = name === undefined ? undefined : value(memberSchema(schema, name), place);
      if (name === undefined) {
        break;
      }
      tried.add(name);
      if (item !== undefined) {
        made.set(name, item);
      }
    }
    const needed = [...made.keys()].filter(name => required.includes(name));
    const kept = new Set([...new Set([...needed, ...made.keys()])].slice(0, maxProperties));
    return Object.fromEntries([...made].filter(([name]) => kept.has(name)));
  }

  function* lists(schema: SchemaObject, place: Place): Generator<Json> {
    const {minItems = 0, items} = schema;
    const least = asSchema(schema['contains']) === undefined ? minItems : fewestItems(schema);
    const some = place.depth > optionalDepth ? least : 1 + Math.floor((random?.() ?? 0) * 3);
    const usual = as === 'start' ? least : Math.max(fewestItems(schema), items === undefined ? 0 : some);
    for (const count of new Set([usual, least, least + 1, least + 2])) {
      const made = list(schema, place, count);
      if (made) {
        yield made;
      }
    }
  }

  /** Undefined where too few items can be made. */
  function list(schema: SchemaObject, place: Place, count: number): readonly Json[] | undefined {
    const {minItems = 0, maxItems = Infinity, uniqueItems} = schema;
    const made: Json[] = [];
    const taken = new Set<string>();
    while (made.length < Math.min(count, maxItems, MOST_ITEMS)) {
      const item = value(
        madeItemSchema(schema, made.length),
        place,
        uniqueItems === true ? taken : undefined,
      );
      if (item === undefined) {
        return isStrict && made.length < minItems ? undefined : made;
      }
      made.push(item);
      taken.add(JSON.stringify(item));
    }
    return made;
  }

  return {objects, lists};
}
