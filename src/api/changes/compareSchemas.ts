import {isNullable, listedValues, mergedSchema, schemaMap, typesOf} from '../schema/mergedSchema';
import {isLeftOut, type Direction} from '../schema/direction';
import type {Json, Operation, Schema, SchemaObject} from '../operation';
import type {Change} from './change';

/** A schema, and the operation in which its references lead somewhere. */
export interface Side {
  readonly operation: Pick<Operation, 'schemas'>;
  readonly schema: Schema;
}

/** A value as it is told: `` the response field `email` ``. */
export type Named = (path: string) => string;

/** Values within values are followed so far; a recursion ends sooner, where a pair of schemas comes again. */
const DEEPEST = 12;

/**
 * In what a value that goes one way became otherwise. What a program sends breaks where less is taken, and what it receives
 * where more may come.
 */
export function compareSchemas(before: Side, after: Side, way: Direction, named: Named): readonly Change[] {
  return compare(before, after, '', []);

  function compare(one: Side, other: Side, path: string, above: readonly string[]): readonly Change[] {
    const [was, is] = [mergedSchema(one.operation, one.schema), mergedSchema(other.operation, other.schema)];
    const pair = JSON.stringify([one.schema, other.schema]);
    if (above.includes(pair) || above.length > DEEPEST) {
      return [];
    }
    const inside = [...above, pair];
    const name = named(path);
    const types = compareTypes(was, is, way, name);
    if (types.some(({weight}) => weight === 'breaking')) {
      return types;
    }
    return [
      ...types,
      ...compareValues(was, is, way, name),
      ...compareLimits(was, is, way, name),
      ...compareWhole(was, is, name),
      ...members(one, other, was, is, path, inside),
      ...(was.items !== undefined && is.items !== undefined
        ? compare({...one, schema: was.items}, {...other, schema: is.items}, `${path}[]`, inside)
        : []),
      ...branches(one, other, was, is, path, inside),
    ];
  }

  function members(
    one: Side,
    other: Side,
    was: SchemaObject,
    is: SchemaObject,
    path: string,
    above: readonly string[],
  ): readonly Change[] {
    const [ones, others] = [schemaMap(was.properties), schemaMap(is.properties)];
    const place = (name: string): string => (path === '' ? name : `${path}.${name}`);
    const isHidden = ({operation}: Side, schema: Schema): boolean =>
      isLeftOut(operation, mergedSchema(operation, schema), way);
    const gone = [...ones]
      .filter(([name, schema]) => !others.has(name) && !isHidden(one, schema))
      .map(([name]): Change => ({weight: 'breaking', what: `${named(place(name))} is gone`}));
    const added = [...others]
      .filter(([name, schema]) => !ones.has(name) && !isHidden(other, schema))
      .map(([name]): Change => {
        const isNeeded = way === 'request' && is.required?.includes(name) === true;
        return {
          weight: isNeeded ? 'breaking' : 'added',
          what: `${named(place(name))} is new${isNeeded ? ', and required' : ''}`,
        };
      });
    const kept = [...ones].flatMap(([name, schema]) => {
      const next = others.get(name);
      if (next === undefined || isHidden(one, schema) || isHidden(other, next)) {
        return [];
      }
      const required = compareRequired(was, is, name, way, named(place(name)));
      return [...required, ...compare({...one, schema}, {...other, schema: next}, place(name), above)];
    });
    return [...gone, ...added, ...kept];
  }

  /** Branches in their order; where their number changed, nobody knows which was which. */
  function branches(
    one: Side,
    other: Side,
    was: SchemaObject,
    is: SchemaObject,
    path: string,
    above: readonly string[],
  ): readonly Change[] {
    const [ones, others] = [was.oneOf ?? was.anyOf ?? [], is.oneOf ?? is.anyOf ?? []];
    if (ones.length !== others.length) {
      const isMore = others.length > ones.length;
      const isBreaking = ones.length > 0 && others.length > 0 ? isMore === (way === 'response') : true;
      return [
        {
          weight: isBreaking ? 'breaking' : 'added',
          what: `${named(path)} has ${others.length} variants, ${ones.length} before`,
        },
      ];
    }
    return ones.flatMap((schema, index) =>
      compare({...one, schema}, {...other, schema: others[index] ?? true}, path, above),
    );
  }
}

function compareTypes(was: SchemaObject, is: SchemaObject, way: Direction, name: string): readonly Change[] {
  const [before, after] = [kinds(was), kinds(is)];
  if (before.join() === after.join()) {
    return [];
  }
  const holds = (types: readonly string[], type: string): boolean =>
    types.includes(type) || (type === 'integer' && types.includes('number'));
  const isWider =
    before.length === 0 ? false : after.length === 0 || before.every(type => holds(after, type));
  const isNarrower =
    after.length === 0 ? false : before.length === 0 || after.every(type => holds(before, type));
  const isFine = way === 'request' ? isWider : isNarrower;
  return [
    {
      weight: isFine ? 'added' : 'breaking',
      what: `${name} is ${after.join(' or ') || 'of any type'}, ${before.join(' or ') || 'of any type'} before`,
    },
  ];
}

function kinds(schema: SchemaObject): readonly string[] {
  return [...typesOf(schema), ...(isNullable(schema) ? ['null'] : [])].toSorted();
}

function compareRequired(
  was: SchemaObject,
  is: SchemaObject,
  member: string,
  way: Direction,
  name: string,
): readonly Change[] {
  const [before, after] = [was.required?.includes(member) === true, is.required?.includes(member) === true];
  if (before === after) {
    return [];
  }
  return after
    ? [{weight: way === 'request' ? 'breaking' : 'added', what: `${name} is required now`}]
    : [
        {
          weight: way === 'response' ? 'breaking' : 'added',
          what: way === 'response' ? `${name} may be missing now` : `${name} is no longer required`,
        },
      ];
}

function compareValues(was: SchemaObject, is: SchemaObject, way: Direction, name: string): readonly Change[] {
  const [before, after] = [listedValues(was), listedValues(is)];
  if (!before || !after) {
    return before || after
      ? [
          {
            weight: (after !== undefined) === (way === 'request') ? 'breaking' : 'added',
            what: after
              ? `${name} is one of ${listed(after)} now`
              : `${name} is no longer one of a few values`,
          },
        ]
      : [];
  }
  const texts = (values: readonly Json[]): readonly string[] => values.map(value => JSON.stringify(value));
  const gone = before.filter(value => !texts(after).includes(JSON.stringify(value)));
  const added = after.filter(value => !texts(before).includes(JSON.stringify(value)));
  return [
    ...(gone.length > 0
      ? [
          {
            weight: way === 'request' ? 'breaking' : 'other',
            what: `${name} is never ${listed(gone)} now`,
          } as const,
        ]
      : []),
    ...(added.length > 0
      ? [
          {
            weight: way === 'response' ? 'breaking' : 'added',
            what: `${name} may be ${listed(added)} now`,
          } as const,
        ]
      : []),
  ];
}

function listed(values: readonly Json[]): string {
  return values.map(value => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``).join(', ');
}

const upper = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'] as const;
const lower = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'] as const;

/** A limit that became stricter breaks what is sent; one that a response may now exceed seldom breaks a reader. */
function compareLimits(was: SchemaObject, is: SchemaObject, way: Direction, name: string): readonly Change[] {
  return [...upper, ...lower].flatMap((keyword): readonly Change[] => {
    const [before, after] = [was[keyword], is[keyword]];
    if (before === after) {
      return [];
    }
    const isUpper = upper.some(one => one === keyword);
    const isStricter =
      after !== undefined && (before === undefined || (isUpper ? after < before : after > before));
    const weight = way === 'response' ? 'other' : isStricter ? 'breaking' : 'added';
    return [{weight, what: `${name} has ${keyword} ${after ?? 'no more'}, ${before ?? 'none'} before`}];
  });
}

/** Rules of which no one can tell whether the new one takes less: both ways they may break. */
function compareWhole(was: SchemaObject, is: SchemaObject, name: string): readonly Change[] {
  const rules = ['format', 'pattern', 'multipleOf', 'contentMediaType', 'contentEncoding'] as const;
  const changed = rules.flatMap((keyword): readonly Change[] =>
    was[keyword] === is[keyword]
      ? []
      : [
          {
            weight: 'breaking',
            what: `${name} has the ${keyword} ${said(is[keyword])}, ${said(was[keyword])} before`,
          },
        ],
  );
  const isOther = JSON.stringify(was.default) !== JSON.stringify(is.default);
  return [
    ...changed,
    ...(isOther
      ? [
          {
            weight: 'other',
            what: `${name} is ${said(is.default)} by default, ${said(was.default)} before`,
          } as const,
        ]
      : []),
  ];
}

function said(value: unknown): string {
  return value === undefined ? 'none' : `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
}
