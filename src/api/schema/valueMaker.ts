import {isJson} from '../http/mediaType';
import {isJsonObject} from '../json';
import {memberSchema} from './childSchemas';
import {createCompounds} from './compoundValues';
import {directedValue} from './directedValue';
import {isLeftOut, type Direction} from './direction';
import {asSchema, isNever, listedValues, mergedSchema, schemaMap} from './mergedSchema';
import {numbers} from './numbers';
import type {Json, Operation, Schema, SchemaObject, SchemaType} from '../operation';
import {pointerSegments} from '../references';
import {resolveSchema, schemaNames} from './schema';
import {requiredSets} from './schemaView';
import {statedMembers, statedValues} from './statedValues';
import {texts} from './texts';
import {english} from '../../words';
import {schemaFaults, type SchemaFault} from './validateSchema';
import {impliedType, isAsked, withOneSet} from './valueKinds';
import {valueTypes} from './valueTypes';

type Schemas = Pick<Operation, 'schemas'>;
type JsonObject = Readonly<Record<string, Json>>;

/** How a value is made. */
export interface Attempt {
  readonly direction: Direction;
  readonly as: 'example' | 'start' | 'random';
  readonly freeText: string;
  readonly random?: () => number;
  /** How deep optional members are shown. */
  readonly optionalDepth: number;
  /** Whether the value has to fit. */
  readonly isStrict: boolean;
}

/** More values than these nobody reads as an example, and schemas that hold one another would make millions. */
const MOST_VALUES = 500;
const MOST_STEPS = 5000;
/** How many values are tried for a schema, and for one of its branches, before it is given up. */
const MOST_CANDIDATES = 120;
const MOST_OF_BRANCH = 40;
/** Required members are followed so deep. */
const DEEPEST = 30;

/** Where a value is: how deep, and in values of which named schemas. */
export interface Place {
  readonly depth: number;
  readonly ancestors: readonly string[];
}

/**
 * One attempt to make a value: with optional members up to a depth. A strict one makes a value that fits, or none; otherwise
 * it is what comes near. It is not whole where there was no room for all of it.
 */
export function make(
  operation: Schemas,
  root: Schema,
  attempt: Attempt,
): {readonly value: Json | undefined; readonly isWhole: boolean} {
  const {direction, as, freeText, random, optionalDepth, isStrict} = attempt;
  const {objects, lists} = createCompounds(operation, attempt, value);
  let left = MOST_VALUES;
  let steps = 0;

  /** The first candidate that fits; undefined where none does. */
  function value(part: Schema, place: Place, taken?: ReadonlySet<string>): Json | undefined {
    const before = left;
    for (const candidate of first(MOST_CANDIDATES + (taken?.size ?? 0), candidates(part, place))) {
      // A text that breaks its rules is never made up: what holds it may lack it.
      const isJudged = (isStrict || typeof candidate !== 'object') && isAskedOf(part);
      const kept = isJudged ? fitting(part, candidate, place) : candidate;
      if (kept !== undefined && taken?.has(JSON.stringify(kept)) !== true) {
        return kept;
      }
      left = before - 1;
    }
    return undefined;
  }

  /** Parts may contradict one another, which their merged view does not tell. */
  function isAskedOf(part: Schema): boolean {
    const resolved = resolveSchema(operation, part);
    return (
      (typeof resolved === 'object' && resolved.allOf !== undefined) || isAsked(mergedSchema(operation, part))
    );
  }

  /** The value where it fits, else with members made in place of those that do not; without them where they are optional. */
  function fitting(part: Schema, candidate: Json, {depth, ancestors}: Place): Json | undefined {
    const faultsOf = (one: Json): readonly SchemaFault[] =>
      schemaFaults(operation, part, one, english, direction) ?? [];
    const faults = faultsOf(candidate);
    if (faults.length === 0 || !isJsonObject(candidate)) {
      return faults.length === 0 ? candidate : undefined;
    }
    const wrong = new Set(faults.flatMap(({pointer}) => pointerSegments(pointer).slice(0, 1)));
    const merged = mergedSchema(operation, part);
    const place = {depth: depth + 1, ancestors: [...ancestors, ...schemaNames(operation, part)]};
    const mended = Object.entries(candidate).flatMap(([name, item]) => {
      const kept = wrong.has(name) ? value(memberSchema(merged, name), place) : item;
      return kept === undefined ? [] : [[name, kept] as const];
    });
    const others = mended.filter(([name]) => !wrong.has(name));
    return wrong.size === 0
      ? undefined
      : [mended, others].map(entries => Object.fromEntries(entries)).find(one => faultsOf(one).length === 0);
  }

  /** Values that a schema may allow, the most typical first. */
  function* candidates(part: Schema, {depth, ancestors}: Place): Generator<Json> {
    const names = schemaNames(operation, part);
    const isAgain = names.some(name => ancestors.includes(name));
    if (steps++ > MOST_STEPS || left-- <= 0 || depth > DEEPEST || isAgain) {
      return;
    }
    const resolved = resolveSchema(operation, part);
    const merged = mergedSchema(operation, part);
    // Only a member can be left out: what a whole body is marked with means nothing (OpenAPI 3.0 §4.7.24).
    const isLeftOutHere = depth > 0 && isLeftOut(operation, part, direction);
    if (resolved === false || isNever(merged) || isLeftOutHere) {
      return;
    }
    const mayRecur = random !== undefined && depth <= optionalDepth;
    const inside = {depth: depth + 1, ancestors: mayRecur ? [] : [...ancestors, ...names]};
    const listed = listedValues(merged);
    if (random) {
      yield* fromAnywhere(listed ?? []);
    } else {
      const own = typeof resolved === 'object' ? statedValues(resolved) : [];
      yield* own.map(one => directedValue(operation, part, one, direction));
      const written = statedMembers(operation, part);
      if (written && own.length === 0) {
        const {examples: _, default: _default, ...rest} = merged;
        yield* plain(rest, inside, written);
      }
      yield* statedValues(merged).map(one => directedValue(operation, part, one, direction));
    }
    if (listed === undefined) {
      yield* conditional(merged, inside);
    }
  }

  /** Conditions are met, or not met: both are tried. */
  function* conditional(schema: SchemaObject, place: Place): Generator<Json> {
    const {if: test, then, else: otherwise, dependentSchemas, ...rest} = schema;
    const condition = asSchema(test);
    const dependent = [...schemaMap(dependentSchemas).values()];
    const parts = [
      ...(condition === undefined
        ? []
        : [
            [condition, asSchema(then) ?? true],
            [{not: condition}, asSchema(otherwise) ?? true],
          ]),
      ...(dependent.length > 0 ? [dependent] : []),
    ];
    const met = parts.map(others => candidates({allOf: [rest, ...others]}, place));
    const all = as === 'start' ? [plain(rest, place), ...met] : [...met, plain(rest, place)];
    for (const some of all) {
      yield* first(all.length > 1 ? MOST_OF_BRANCH : Infinity, some);
    }
  }

  function* plain(schema: SchemaObject, place: Place, written: JsonObject = {}): Generator<Json> {
    const sets = requiredSets(operation, schema);
    if (sets) {
      yield* first(MOST_OF_BRANCH, ofTypes(withOneSet(schema, sets), place, written));
    }
    const {oneOf, anyOf, ...rest} = schema;
    const branches = oneOf ?? anyOf;
    if (!branches) {
      yield* ofTypes(schema, place, written);
      return;
    }
    const others = {
      ...rest,
      ...(oneOf && anyOf ? {anyOf} : {}),
      ...(Object.keys(written).length > 0 ? {examples: [written]} : {}),
    };
    const isNull = (branch: Schema): boolean =>
      valueTypes(operation, branch)?.every(type => type === 'null') === true;
    const ordered = random
      ? fromAnywhere(branches)
      : [...branches.filter(branch => !isNull(branch)), ...branches.filter(isNull)];
    for (const branch of ordered) {
      yield* first(MOST_OF_BRANCH, candidates({allOf: [others, branch]}, place));
    }
    if (!isStrict) {
      yield* ofTypes(rest, place, written);
    }
  }

  function* ofTypes(schema: SchemaObject, place: Place, written: JsonObject): Generator<Json> {
    const types = [schema.type ?? impliedType(schema) ?? []].flat();
    const ordered = random
      ? fromAnywhere(types)
      : types.toSorted((a, b) => Number(a === 'null') - Number(b === 'null'));
    for (const type of ordered) {
      const isSure = ordered.length === 1 && schema.type !== undefined;
      yield* first(isSure ? Infinity : MOST_OF_BRANCH, ofType(schema, type, place, written));
    }
    if (schema.type === undefined) {
      yield* [null, freeText, 0, false, {}, [], {name: freeText}, [freeText]];
    }
  }

  function* ofType(
    schema: SchemaObject,
    type: SchemaType,
    place: Place,
    written: JsonObject,
  ): Generator<Json> {
    switch (type) {
      case 'object':
        return yield* objects(schema, place, written);
      case 'array':
        return yield* lists(schema, place);
      case 'string':
        yield* readTexts(schema, place);
        return yield* texts(schema, {usual: freeText, ...(random ? {random} : {})});
      case 'integer':
      case 'number':
        return yield* numbers(schema, type === 'integer', random);
      case 'boolean':
        return yield* random ? fromAnywhere([false, true]) : [false, true];
      case 'null':
        return yield null;
    }
  }

  /** What a text holds that is to be read as JSON. */
  function* readTexts(
    {contentSchema, contentMediaType = 'application/json'}: SchemaObject,
    place: Place,
  ): Generator<string> {
    const held =
      contentSchema === undefined || !isJson(contentMediaType) ? undefined : value(contentSchema, place);
    if (held !== undefined) {
      yield JSON.stringify(held);
    }
  }

  /** The items from a random one on. */
  function fromAnywhere<Item>(list: readonly Item[]): readonly Item[] {
    const at = Math.floor((random?.() ?? 0) * list.length);
    return [...list.slice(at), ...list.slice(0, at)];
  }

  const made = value(root, {depth: 0, ancestors: []});
  return {value: made, isWhole: left > 0 && steps < MOST_STEPS};
}

function* first<Item>(most: number, items: Iterable<Item>): Generator<Item> {
  let left = most;
  for (const item of items) {
    if (left-- <= 0) {
      return;
    }
    yield item;
  }
}
