import {
  dereference,
  encodePointer,
  format,
  initialBaseURI,
  validate,
  type ValidationResult,
} from '@cfworker/json-schema';

import type {Json, Operation, SchemaObject} from '../operation';
import {directedSchema} from './directedSchema';
import type {AnyDirection} from './direction';
import {firstOf, hasLongList, namesIn, withoutUniqueItems} from './largeValues';
import {spendSteps, withLinearPatterns} from './linearPatterns';

type Schemas = Pick<Operation, 'schemas'>;

/** Validators are made once a schema and use: the same schema objects come again with every request. */
const validators = new WeakMap<object, Map<string, Validator>>();
const lookups = new WeakMap<Schemas['schemas'], Lookup>();

/** A schema of thirty names, each of which stands for the next one twice, would be judged a billion times. */
const STEPS_OF_REFERENCE = 50;

// That of the validator tries ever more ways to read a host, twice as many with each letter.
format['url'] = text => /^(?:https?|ftp):/i.test(text) && URL.canParse(text);

type Validator = (value: Json) => ValidationResult;
type Lookup = ReturnType<typeof dereference>;

/**
 * What the validator finds; undefined when nobody can tell. It throws at whatever it was not made for, and at more faults than
 * a call has room for: then the first ones of each object and list are told.
 */
export function judged(
  operation: Schemas,
  schema: SchemaObject,
  value: Json,
  direction?: AnyDirection,
): ValidationResult | undefined {
  const judge = (part: Json): ValidationResult =>
    withLinearPatterns(() => validatorOf(operation, schema, hasLongList(part), direction)(part));
  try {
    return judge(value);
  } catch (error) {
    try {
      return error instanceof RangeError ? judge(firstOf(value, namesIn(operation, schema))) : undefined;
    } catch {
      return undefined;
    }
  }
}

function validatorOf(
  operation: Schemas,
  schema: SchemaObject,
  long: boolean,
  direction?: AnyDirection,
): Validator {
  const ofSchema = validators.get(schema) ?? new Map<string, Validator>();
  const use = `${direction} ${long}`;
  const known = ofSchema.get(use);
  if (known) {
    return known;
  }
  const directed = direction
    ? directedSchema(operation, schema, direction)
    : {schema, schemas: operation.schemas};
  const {schema: asked, schemas} = long ? withoutUniqueItems(directed) : directed;
  const plain: Record<string, unknown> = {...asked};
  const lookup: Lookup = Object.create(lookupOf(schemas));
  dereference(plain, lookup);
  const counted = new Proxy(lookup, {
    get: (named, uri) => {
      spendSteps(STEPS_OF_REFERENCE);
      return Reflect.get(named, uri);
    },
  });
  const made: Validator = value => validate(value, plain, '2020-12', counted, false);
  validators.set(schema, ofSchema.set(use, made));
  return made;
}

/** Where the `$ref`s to named schemas lead: of an operation it is the same for each of its schemas. */
function lookupOf(schemas: Schemas['schemas']): Lookup {
  const known = lookups.get(schemas);
  if (known) {
    return known;
  }
  const made: Lookup = {};
  for (const [name, schema] of Object.entries(schemas)) {
    const plain: boolean | Record<string, unknown> = typeof schema === 'boolean' ? schema : {...schema};
    dereference(plain, made, initialBaseURI, `/schemas/${encodePointer(name)}`);
  }
  lookups.set(schemas, made);
  return made;
}
